/** The style sheet tools do not know `::highlight()` yet, so its rule comes with the script that needs it. */
const rule = '::highlight(search) { background-color: var(--mark); color: var(--ink); }';

/** Marks the words of a search on the page that a reader lands on, without touching the text itself. */
export const highlightSearch = (): void => {
  const words = new URLSearchParams(location.search).getAll('highlight').filter((word) => word.length > 1);
  const article = document.querySelector('article');
  if (words.length === 0 || !article || !('highlights' in CSS)) return;
  const pattern = new RegExp(
    words.map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)).join('|'),
    'giu',
  );
  const marks = new Highlight();
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    for (const match of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      marks.add(range);
    }
  CSS.highlights.set('search', marks);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rule);
  document.adoptedStyleSheets.push(sheet);
};

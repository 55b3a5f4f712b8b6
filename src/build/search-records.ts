/** Cuts built pages into the records of the search index: one for each heading, question and glossary entry. */
import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes, parse, serializeOuter } from 'parse5';
import { toHtmlText } from '../lib/text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What one search hit leads to. */
export interface SearchRecord {
  /** The address from the site's root, with its anchor. */
  readonly url: string;
  /** A document of its own, as Pagefind reads it. */
  readonly html: string;
}

const isElement = (node: Node): node is Element => 'tagName' in node;
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;
const hasClass = (element: Element, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);

const find = (node: DefaultTreeAdapterTypes.ParentNode, test: (element: Element) => boolean): Element[] =>
  node.childNodes.filter(isElement).flatMap((child) => (test(child) ? [child] : find(child, test)));

const toText = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(toText).join('') : '';

/** Not searched: what repeats the text, and what the notes said. */
const isLeftOut = (element: Element): boolean =>
  ['then', 'anchor', 'toc', 'figures', 'sources'].some((name) => hasClass(element, name)) || element.tagName === 'svg';

const prune = (node: Node): void => {
  if (!isElement(node)) return;
  for (const child of [...node.childNodes]) {
    if (isElement(child) && isLeftOut(child)) adapter.detachNode(child);
    else prune(child);
  }
};

interface Page {
  readonly title: string;
  readonly kind: string;
  readonly domain: string | undefined;
}

/** How a record is named: a question's stem is only a label, so that it never outranks the page that explains it. */
interface Name {
  readonly text: string;
  readonly as: 'title' | 'label';
  /** Further names of a glossary entry, which rank above all else. */
  readonly names?: string;
}

const toMeta = (key: string, value: string): string => `<span data-pagefind-meta="${key}:${toHtmlText(value)}"></span>`;

const toHtml = ({ title, kind, domain }: Page, { text, as, names }: Name, body: string): string =>
  [
    '<!doctype html><html lang="en"><body data-pagefind-body>',
    `<span data-pagefind-filter="kind:${kind}" data-pagefind-meta="kind:${kind}"></span>`,
    domain && `<span data-pagefind-filter="domain:${toHtmlText(domain)}"></span>`,
    text !== title && toMeta('page', title),
    toMeta(as, text),
    names && toMeta('names', names),
    as === 'title' && `<h2>${toHtmlText(text)}</h2>`,
    names && `<p data-pagefind-weight="10">${toHtmlText(names)}</p>`,
    body,
    text !== title && `<p data-pagefind-weight="0.1">${toHtmlText(title)}</p>`,
    '</body></html>',
  ]
    .filter(Boolean)
    .join('');

/** The parts of a text, each from one heading to the next; the first has no heading. */
const toParts = (prose: Element): { heading: Element | undefined; nodes: Node[] }[] => {
  const parts: { heading: Element | undefined; nodes: Node[] }[] = [{ heading: undefined, nodes: [] }];
  for (const node of prose.childNodes) {
    if (isElement(node) && isLeftOut(node)) continue;
    if (isElement(node) && /^h[23]$/.test(node.tagName)) parts.push({ heading: node, nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  for (const { heading, nodes } of parts) for (const node of [heading, ...nodes]) if (node) prune(node);
  return parts.filter(({ nodes }) => nodes.some((node) => toText(node).trim() !== ''));
};

const toQuestions = (page: Page, url: string, list: Element): SearchRecord[] =>
  find(list, (element) => hasClass(element, 'question')).map((question) => {
    const stem = find(question, (element) => hasClass(element, 'stem'))
      .map(toText)
      .join('')
      .trim();
    const short = stem.length > 90 ? `${stem.slice(0, 90).replace(/\s+\S*$/, '')} …` : stem;
    return {
      url: `${url}#${attribute(question, 'id')}`,
      html: toHtml({ ...page, kind: 'Question' }, { text: short, as: 'label' }, serializeOuter(question)),
    };
  });

/**
 * The search records of a built page; none for a page without `data-search`.
 *
 * @param html the page
 * @param url its address from the site's root
 */
export const toSearchRecords = (html: string, url: string): SearchRecord[] => {
  // Most bytes stand in pages that are not searched, and in style sheets.
  if (!html.includes(' data-search')) return [];
  const [article] = find(
    parse(html.replace(/<style.*?<\/style>/s, '')),
    (element) => attribute(element, 'data-search') !== undefined,
  );
  if (!article) return [];
  const page = {
    title: attribute(article, 'data-title') ?? '',
    kind: attribute(article, 'data-search') ?? '',
    domain: attribute(article, 'data-domain-name'),
  };
  const names = attribute(article, 'data-names') ?? '';
  return find(article, (element) => hasClass(element, 'prose')).flatMap((prose) =>
    toParts(prose).flatMap(({ heading, nodes }) => {
      const list = nodes.find((node): node is Element => isElement(node) && hasClass(node, 'questions'));
      if (list) return toQuestions(page, url, list);
      const anchor = heading && attribute(heading, 'id');
      const body = nodes.map((node) => (isElement(node) ? serializeOuter(node) : toHtmlText(toText(node)))).join('');
      return {
        url: anchor ? `${url}#${anchor}` : url,
        html: toHtml(
          page,
          { text: heading ? toText(heading).trim() : page.title, as: 'title', ...(!heading && names && { names }) },
          body,
        ),
      };
    }),
  );
};

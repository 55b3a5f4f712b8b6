/** Addresses of pages, from the root of the site, always with the file's ending so that any host can serve them. */

/** The pages that the build makes from all content: address and name, in the order of the tree. Authors may link to them. */
export const collections = [
  ['/exams.html', 'The exam and its versions'],
  ['/cues.html', 'Words that point at an answer'],
  ['/changed.html', 'What changed since the notes'],
  ['/services.html', 'Services A–Z'],
  ['/glossary.html', 'Glossary'],
  ['/practice.html', 'Practice'],
  ['/progress.html', 'Your progress'],
  ['/offline.html', 'Read offline'],
] as const;

export const toDomainUrl = (domain: string): string => `/${domain}.html`;
export const toSectionUrl = (section: string): string => `/${section.replace(/^domains\//, '')}.html`;
export const toGuideUrl = (guide: string): string => `/${guide}.html`;
export const toTermUrl = (term: string): string => `/glossary/${term}.html`;
export const toExamUrl = (exam: string): string => `/exams/${exam}.html`;
export const toSheetUrl = (sheet: string): string => `/practice/${sheet}.html`;
export const toDeckUrl = (deck: string): string => `/cards/${deck}.html`;
/** The deck for Anki, which the build makes from the cards' pages. */
export const ankiUrl = '/cards/the-annotated-architect.apkg';
export const toPrintUrl = (domain: string): string => `/print/${domain}.html`;
export const toPdfUrl = (domain: string): string => `/pdf/${domain}.pdf`;

/**
 * The page that a content file becomes.
 *
 * @param path the file's path below `content/`, with forward slashes
 * @returns the page's address, or undefined when the file is no page
 */
export const findPageUrl = (path: string): string | undefined => {
  const parts = path.split('/');
  const [kind, first, second] = parts;
  if (kind === 'glossary' && parts.length === 2 && first?.endsWith('.md')) return toTermUrl(first.slice(0, -3));
  if (parts.at(-1) !== 'index.mdx') return undefined;
  if (kind === 'guides' && parts.length === 3) return toGuideUrl(`guides/${first}`);
  if (kind === 'domains' && parts.length === 3) return toDomainUrl(first ?? '');
  if (kind === 'domains' && parts.length === 4) return toSectionUrl(`${first}/${second}`);
  return undefined;
};

/**
 * The way from one page to another, so that a build works in any folder.
 *
 * @param from the page that holds the link, as an address from the root
 * @param to the target as an address from the root, with its query and anchor
 */
export const toRelativeUrl = (from: string, to: string): string => {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(to) ?? [];
  if (path === from && rest.startsWith('#')) return rest;
  const source = from.split('/').slice(1, -1);
  const target = path.split('/').slice(1);
  const file = target.pop() ?? '';
  let shared = 0;
  while (shared < source.length && shared < target.length && source[shared] === target[shared]) shared++;
  const up = '../'.repeat(source.length - shared);
  const down = target
    .slice(shared)
    .map((part) => `${part}/`)
    .join('');
  const way = `${up}${down}${file}`;
  return `${way === '' || way.startsWith('.') ? way || './' : `./${way}`}${rest}`;
};

/**
 * A page's whole address.
 *
 * @param site the address of the folder in which the site stands
 * @param url the page's address from the root of the site
 */
export const toAbsoluteUrl = (site: URL, url: string): string =>
  new URL(url.replace(/^\/(?:index\.html$)?/, ''), site.href.replace(/\/?$/, '/')).href;

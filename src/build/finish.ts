/** The last step on built pages: addresses relative to each page, and the Content-Security-Policy. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { toRelativeUrl } from '../lib/urls.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Attributes that hold an address. `data-root` tells scripts where the site begins. */
const addresses = new Set(['href', 'src', 'action', 'data-root']);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isElement = (node: DefaultTreeAdapterTypes.Node): node is Element => 'tagName' in node;

const walk = (node: DefaultTreeAdapterTypes.Node, act: (element: Element) => void): void => {
  if (isElement(node)) act(node);
  if ('content' in node) walk(node.content, act);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, act);
};

const isRooted = (value: string): boolean => value.startsWith('/') && !value.startsWith('//');

const apply = (html: string, edits: readonly Edit[]): string => {
  let place = 0;
  // Pieces are joined once; a page cut anew for each edit takes minutes where it lists ten thousand links.
  const pieces = edits
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text }) => {
      const before = html.slice(place, start);
      place = end;
      return before + text;
    });
  return pieces.join('') + html.slice(place);
};

const toHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of a page: nothing but the site's own files, what stands in the page by its hash, and the search engine's WebAssembly. */
export const toPolicy = (scripts: readonly string[], styles: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts.map(toHash)].join(' '),
    ["style-src 'self'", ...styles.map(toHash)].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** Style sheets name fonts from the root of the site. */
const finishStyle = (css: string, toAddress: (target: string) => string): string =>
  css.replaceAll(
    /url\((["']?)(\/[^/"')][^"')]*)\1\)/g,
    (_, quote: string, target: string) => `url(${quote}${toAddress(target)}${quote})`,
  );

/** The page for missing addresses is shown at any depth, so its own addresses cannot be relative. */
const missing = '/404.html';

/**
 * Finishes one page.
 *
 * @param html the page as built, with addresses from the root
 * @param url the page's own address from the root
 * @param base the folder in which the site stands, as far as it is known
 */
export const finishPage = (html: string, url: string, base = '/'): string => {
  const toAddress = (target: string): string =>
    url === missing ? base.replace(/\/?$/, target) : toRelativeUrl(url, target);
  const edits: Edit[] = [];
  const scripts: string[] = [];
  const styles: string[] = [];
  // The style sheet is most of a page; without it pages are parsed in half the time.
  const markup = html.replaceAll(/(<style[^>]*>)(.*?)<\/style>/gs, (_, head: string, css: string) => {
    styles.push(finishStyle(css, toAddress));
    return `${head}</style>`;
  });
  walk(parse(markup, { sourceCodeLocationInfo: true }), (element) => {
    const places = element.sourceCodeLocation?.attrs ?? {};
    for (const { name, value } of element.attrs) {
      const place = places[name];
      if (!place || !addresses.has(name) || !isRooted(value)) continue;
      const target = toAddress(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      edits.push({ start: place.startOffset, end: place.endOffset, text: `${name}="${target}"` });
    }
    const [text] = element.childNodes;
    const isData = element.attrs.some(({ name, value }) => name === 'type' && value.endsWith('json'));
    if (text && 'value' in text && element.tagName === 'script' && !isData) scripts.push(text.value);
    const head = element.sourceCodeLocation?.startTag;
    const type = places['type'];
    // Browsers refuse modules to a page that was opened as a file; the scripts of pages need none of what modules can.
    if (element.tagName === 'script' && type && places['src'] && element.attrs.some(({ value }) => value === 'module'))
      edits.push({ start: type.startOffset, end: type.endOffset, text: 'defer' });
    if (element.tagName === 'head' && head) edits.push({ start: head.endOffset, end: head.endOffset, text: '\u0000' });
  });
  const policy = `<meta http-equiv="Content-Security-Policy" content="${toPolicy(scripts, styles)}">`;
  const sheets = styles.values();
  return apply(markup, edits)
    .replace('\u0000', policy)
    .replaceAll(/(<style[^>]*>)<\/style>/g, (_, head: string) => `${head}${sheets.next().value ?? ''}</style>`);
};

/**
 * Finishes every page and style sheet of a built site, in place.
 *
 * @param folder the built site
 * @param site the whole address at which it will stand, if it is known
 */
export const finishSite = (folder: string, site?: string): void => {
  const base = site ? new URL(site).pathname : '/';
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, file).split(sep).join('/')}`;
    if (entry.name.endsWith('.html')) writeFileSync(file, finishPage(readFileSync(file, 'utf8'), url, base));
    if (entry.name.endsWith('.css'))
      writeFileSync(
        file,
        finishStyle(readFileSync(file, 'utf8'), (target) => toRelativeUrl(url, target)),
      );
  }
};

/** Turns the pages of a domain into parts of one document, for paper. */
import { endParts } from './end-parts.ts';
import { toHtmlText } from './text.ts';

/** The document that holds the parts. */
export interface Book {
  /** For the address of each page in the document, the id of the part that it became. */
  readonly parts: ReadonlyMap<string, string>;
  /** The names of the site's other pages by their address, as in `4.2 Connectivity`. */
  readonly others: ReadonlyMap<string, string>;
  /** Where the site stands, as in `https://guide.example/folder/`, where that is known. */
  readonly site: string | undefined;
}

/** A heading that the document's contents name. */
export interface Heading {
  readonly slug: string;
  readonly text: string;
}

/** A start or end tag; attribute values may hold ">". */
const tags = /<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
const idNames = /\s(id|for|aria-(?:labelledby|describedby|controls|details))="([^"]+)"/g;

/** Gives every id in a tag's attributes, and everything that names one, the part's id as a prefix. */
const toOwnIds = (attributes: string, part: string): string =>
  attributes
    .replaceAll(
      idNames,
      (_, name: string, ids: string) => ` ${name}="${ids.replaceAll(/[^ \t\n\f\r]+/g, `${part}-$&`)}"`,
    )
    .replaceAll(/(\shref="|url\()#/g, `$1#${part}-`);

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of a piece of HTML. */
const toWords = (html: string): string =>
  html.replaceAll(tags, '').replaceAll(/&(amp|lt|gt|quot|#39);/g, (code, name: string) => signs[name] ?? code);

/** What an address names, in words for a reader who cannot follow it: `4.2 Connectivity`, or `4.2` where the text has the rest. */
const toMention = (name: string, text: string): string => {
  const [, number = '', title = name] = /^(\d[\d.]*) (.*)$/.exec(name) ?? [];
  const mention = toWords(text).includes(title) ? number : name;
  return mention && ` (${toHtmlText(mention)})`;
};

/** The attributes with another address. */
const withHref = (attributes: string, href: string): string =>
  attributes.replace(/\shref="[^"]*"/, () => ` href="${href}"`);

/** The start tag and the end of a link to another page of the site. */
const toSiteLink = (href: string, attributes: string, text: string, part: string, book: Book): [string, string] => {
  const [path = '', anchor] = href.split('#');
  const target = book.parts.get(path);
  if (target !== undefined) {
    const mention = /^\d/.test(target) && target !== part ? ` (${target})` : '';
    return [`<a${withHref(attributes, `#${target}${anchor ? `-${anchor}` : ''}`)}>`, `${mention}</a>`];
  }
  const mention = toMention(book.others.get(path) ?? '', text);
  if (book.site) return [`<a${withHref(attributes, `${book.site.replace(/\/$/, '')}${href}`)}>`, `${mention}</a>`];
  return ['<span>', `${mention}</span>`];
};

/**
 * Makes rendered HTML a part of the document: ids are unique in it, links to its other parts stay inside, links to the
 * rest of the site become absolute, or text where nobody knows the site's address. Links from headings to themselves go.
 *
 * @param html the page's own text
 * @param part the id of the part
 */
export const toPart = (html: string, part: string, book: Book): string => {
  let end = '</a>';
  return html.replaceAll(tags, (tag: string, slash: string, name: string, attributes: string, offset: number) => {
    if (name !== 'a') return `<${slash}${name}${toOwnIds(attributes, part)}>`;
    if (slash) return end;
    const href = /\shref="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const isAnchor = /\sclass="anchor"/.test(attributes);
    const text = html.slice(offset + tag.length, html.indexOf('</a>', offset));
    let start = `<a${toOwnIds(attributes, part)}>`;
    if (isAnchor) [start, end] = ['', ''];
    else if (href.startsWith('/')) [start, end] = toSiteLink(href, toOwnIds(attributes, part), text, part, book);
    else end = '</a>';
    return start;
  });
};

/** The closing parts of a section on paper: the answers stand apart from the questions. */
export const paperParts = (records: Parameters<typeof endParts>[0]): Heading[] =>
  endParts(records).flatMap((part) =>
    part.slug === 'questions' ? [part, { slug: 'answers', text: 'Answers' }] : [part],
  );

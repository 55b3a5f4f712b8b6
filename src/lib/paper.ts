/** Turns the pages of the site into parts of one document, for paper. */
import { endParts } from './end-parts.ts';
import { toHtmlText } from './text.ts';

/** Where the links of a document lead. */
export interface LinkMap {
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

/** The part of a document that an entry of the glossary becomes. */
export const toTermPart = (term: string): string => `term-${term}`;

/** The id of the place at which a part first links an entry of the glossary. */
export const toUseId = (part: string, term: string): string => `${part}-use-${term}`;

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
const toSiteLink = (href: string, attributes: string, text: string, part: string, links: LinkMap): [string, string] => {
  const [path = '', anchor] = href.split('#');
  const target = links.parts.get(path);
  if (target !== undefined) {
    const mention = /^\d/.test(target) && target !== part ? ` (${target})` : '';
    return [`<a${withHref(attributes, `#${target}${anchor ? `-${anchor}` : ''}`)}>`, `${mention}</a>`];
  }
  const mention = toMention(links.others.get(path) ?? '', text);
  if (links.site) return [`<a${withHref(attributes, `${links.site.replace(/\/$/, '')}${href}`)}>`, `${mention}</a>`];
  return ['<span>', `${mention}</span>`];
};

/** The attributes of a heading in a part whose own heading is of a lower level: programs see it as many levels lower. */
const toLowered = (name: string, attributes: string, level: number): string =>
  level > 1 && /^h[1-6]$/.test(name) ? `${attributes} aria-level="${Number(name[1]) + level - 1}"` : attributes;

/**
 * Makes rendered HTML a part of the document: ids are unique in it, links to its other parts stay inside, links to the
 * rest of the site become absolute, or text where nobody knows the site's address. Links from headings to themselves go.
 * The first link to each entry of the glossary gets an id, for the index.
 *
 * @param html the page's own text
 * @param part the id of the part
 * @param level the level of the part's own heading
 */
export const toPart = (html: string, part: string, links: LinkMap, level = 1): string => {
  const used = new Set<string>();
  let end = '</a>';
  return html.replaceAll(tags, (tag: string, slash: string, name: string, attributes: string, offset: number) => {
    if (slash) return name === 'a' ? end : tag;
    const own = toOwnIds(attributes, part);
    if (name !== 'a') return `<${name}${toLowered(name, own, level)}>`;
    const href = /\shref="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const text = html.slice(offset + tag.length, html.indexOf('</a>', offset));
    const term = links.parts.has(href) ? /^\/glossary\/([^/]+)\.html$/.exec(href)?.[1] : undefined;
    const id = term && !used.has(term) ? ` id="${toUseId(part, term)}"` : '';
    if (term) used.add(term);
    let start = `<a${own}>`;
    if (/\sclass="anchor"/.test(attributes)) [start, end] = ['', ''];
    else if (href.startsWith('/')) [start, end] = toSiteLink(href, `${own}${id}`, text, part, links);
    else end = '</a>';
    return start;
  });
};

/** The closing parts of a section on paper: the answers stand apart from the questions. */
export const paperParts = (records: Parameters<typeof endParts>[0]): Heading[] =>
  endParts(records).flatMap((part) =>
    part.slug === 'questions' ? [part, { slug: 'answers', text: 'Answers' }] : [part],
  );

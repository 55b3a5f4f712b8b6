/** What a book is made of. */

/** A drawing of the book. */
export interface Figure {
  readonly id: string;
  readonly caption: string;
  /** What the drawing shows, for readers who do not see it. */
  readonly words: string;
}

/** One document of the book. */
export interface Chapter {
  /** Its name inside the book. */
  readonly file: string;
  readonly title: string;
  /** What it is, as https://www.w3.org/TR/epub-ssv-11/ names it. */
  readonly type: string;
  /** Well-formed XHTML. */
  readonly body: string;
  /** Its headings of the second level. */
  readonly parts: readonly { readonly id: string; readonly title: string }[];
  readonly figures: readonly Figure[];
  /** The day on which its facts were checked, as in `2026-11-22`. */
  readonly checked: string | undefined;
  /** The chapters that stand below it in the contents. */
  readonly below: readonly Chapter[];
}

/** A chapter of text alone. */
export const toPlainChapter = (chapter: Pick<Chapter, 'file' | 'title' | 'type' | 'body'>): Chapter => ({
  ...chapter,
  parts: [],
  figures: [],
  checked: undefined,
  below: [],
});

/** What the book knows of addresses. */
export interface Places {
  /** For the address of each page of the site that is in the book, where it stands there: `changed.xhtml`, `glossary-r.xhtml#rto`. */
  readonly files: ReadonlyMap<string, string>;
  /** Where the site stands, if it was built for an address. */
  readonly site: string | undefined;
}

/** Writes a text so that it can stand in XML. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The name of an anchor in XML, which cannot begin with a digit as those of the site can. */
export const toId = (anchor: string): string => (/^[\p{L}_]/u.test(anchor) ? anchor : `_${anchor}`);

/** The document that a page of the site becomes. */
export const toFile = (url: string): string =>
  url
    .slice(1)
    .replaceAll('/', '-')
    .replace(/\.html$/, '.xhtml');

/** Chapters in reading order, with those below them. */
export const flatten = (chapters: readonly Chapter[]): Chapter[] =>
  chapters.flatMap((chapter) => [chapter, ...flatten(chapter.below)]);

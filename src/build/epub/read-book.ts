import { type Chapter, flatten, type Places, toFile } from './book.ts';
import { type Entry, findAddress, findEntries, findLetters, readPage } from './built-site.ts';
import { toChapter } from './chapter.ts';
import { toCover, toFigureList, toTitlePage } from './front.ts';
import { findTermFiles, toGlossary } from './glossary.ts';

/** A book before it is packed. */
export interface Book {
  /** What stands before the contents. */
  readonly front: readonly Chapter[];
  /** What the contents name, in reading order. */
  readonly chapters: readonly Chapter[];
  /** The day of the newest checked fact, as in `2026-11-22`. */
  readonly checked: string;
}

const toUrls = (entries: readonly Entry[]): string[] => entries.flatMap(({ url, below }) => [url, ...toUrls(below)]);

/** The newest day on which a chapter says that it was checked. */
const findChecked = (chapters: readonly Chapter[]): string => {
  const newest = flatten(chapters)
    .flatMap(({ checked }) => checked ?? [])
    .sort()
    .at(-1);
  if (!newest)
    throw new Error('No section says when it was checked. Put <time datetime> back into src/layouts/Prose.astro.');
  return newest;
};

/** Makes a book of a built site. */
export const readBook = (folder: string): Book => {
  const entries = findEntries(folder);
  const letters = findLetters(folder);
  const urls = toUrls(entries);
  const places: Places = {
    files: new Map([
      ['/index.html', 'title.xhtml'],
      ['/glossary.html', 'glossary.xhtml'],
      ...urls.map((url) => [url, toFile(url)] as const),
      ...findTermFiles(letters),
    ]),
    site: findAddress(folder),
  };
  const toChapters = (list: readonly Entry[]): Chapter[] =>
    list.map(({ url, below }) => toChapter(readPage(folder, url), url, places, toChapters(below)));
  const chapters = toChapters(entries);
  const checked = findChecked(chapters);
  return {
    front: [toCover(), toTitlePage(checked, places.site)],
    chapters: [...chapters, toGlossary(folder, letters, places), toFigureList(chapters)],
    checked,
  };
};

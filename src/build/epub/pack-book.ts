/** Packs a book as one file (https://www.w3.org/TR/epub-33/#sec-ocf). The same book gives the same bytes. */
import { readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { type Chapter, flatten } from './book.ts';
import { navFile, renderChapter, renderNav, sheet } from './documents.ts';
import { coverImage } from './front.ts';
import { renderPackage } from './package-document.ts';
import type { Book } from './read-book.ts';

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The documents that readers' menus name by themselves. */
const findLandmarks = (front: readonly Chapter[], chapters: readonly Chapter[]): Chapter[] => [
  ...front,
  ...chapters.slice(0, 1).map((chapter) => ({ ...chapter, type: 'bodymatter', title: 'Start of the text' })),
  ...chapters.filter(({ type }) => type === 'glossary' || type === 'loi'),
];

/** Packs a book. */
export const packBook = ({ front, chapters, checked }: Book): Uint8Array => {
  const all = flatten([...front, ...chapters]);
  const read = (file: string): Uint8Array => readFileSync(new URL(file, import.meta.url));
  const files: Record<string, Uint8Array> = {
    'package.opf': strToU8(renderPackage(all, front.length, checked)),
    [navFile]: strToU8(renderNav([...front.slice(1), ...chapters], findLandmarks(front, chapters))),
    [sheet]: read(sheet),
    [coverImage]: read(coverImage),
    ...Object.fromEntries(all.map((chapter) => [chapter.file, strToU8(renderChapter(chapter))])),
  };
  const archive: Zippable = {
    // Readers look for these bytes at the start of the file.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
  };
  for (const name of Object.keys(files).sort()) archive[`EPUB/${name}`] = files[name] ?? new Uint8Array();
  // Archives hold local time: a day without a zone is the same everywhere.
  return zipSync(archive, { level: 9, mtime: new Date(`${checked}T00:00:00`) });
};

/** The PDFs that were printed before, kept in the cache by what they were printed from, and their links in the built site. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { slug } from 'github-slugger';
import { toDomainUrl, toPdfUrl, toPrintUrl, toRelativeUrl } from '../../lib/urls.ts';
import { site } from '../../site.ts';
import type { Paper } from './print-document.ts';

const cache = '.cache/pdf';

/** The papers that each document is printed on, and how the names of their files end. */
export const papers: readonly { readonly paper: Paper; readonly ending: string; readonly label: string }[] = [
  { paper: 'A4', ending: '', label: 'A4' },
  { paper: 'Letter', ending: '-letter', label: 'US Letter' },
];

/** The document that holds the whole guide. */
const book = 'book';

/** The address of a document's PDF on a paper. The book has the name of the site. */
export const toEditionUrl = (document: string, ending: string): string =>
  toPdfUrl(`${document === book ? slug(site.title) : document}${ending}`);

/** The page that links a document's PDFs: its domain's, or the first. */
export const toHomeUrl = (document: string): string => (document === book ? '/index.html' : toDomainUrl(document));

/** The documents of a built site, the largest first: it takes the longest. */
export const findDocuments = (folder: string): string[] => {
  if (!existsSync(join(folder, 'print'))) return [];
  const toBytes = (document: string): number => statSync(join(folder, toPrintUrl(document))).size;
  return readdirSync(join(folder, 'print'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -5))
    .sort((a, b) => toBytes(b) - toBytes(a));
};

/** Stands for all that decides how a document looks: its page, its style sheets, and the code that prints it. */
const toDigest = (folder: string, document: string): string => {
  const url = toPrintUrl(document);
  const html = readFileSync(join(folder, url), 'utf8');
  const hash = createHash('sha256').update(html);
  for (const [, sheet = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g))
    hash.update(readFileSync(join(folder, new URL(sheet, `file://${url}`).pathname)));
  for (const file of readdirSync(import.meta.dirname).sort())
    hash.update(readFileSync(join(import.meta.dirname, file)));
  return hash.digest('hex').slice(0, 16);
};

/** Where the cache keeps a document's PDF as it is now. */
export const toEditionPath = (folder: string, document: string, ending: string): string =>
  join(cache, `${document}${ending}.${toDigest(folder, document)}.pdf`);

/** Keeps a PDF for this and later builds, in place of its former editions. */
export const keepEdition = (path: string, bytes: Uint8Array): void => {
  mkdirSync(cache, { recursive: true });
  const name = path.slice(cache.length + 1).replace(/[^.]+\.pdf$/, '');
  for (const file of readdirSync(cache)) if (file.startsWith(name)) rmSync(join(cache, file));
  writeFileSync(path, bytes);
};

const toSize = (file: string): string => `${(statSync(file).size / 1e6).toFixed(1)} MB`;

/** Writes links into the place that the document's home keeps for them, `<li data-pdf hidden></li>`. */
const writeLinks = (folder: string, document: string): void => {
  const home = toHomeUrl(document);
  const file = join(folder, home);
  const links = papers.map(({ ending, label }) => {
    const url = toEditionUrl(document, ending);
    return `<a href="${toRelativeUrl(home, url)}" type="application/pdf">${label}, ${toSize(join(folder, url))}</a>`;
  });
  const html = readFileSync(file, 'utf8');
  const item = `<li data-pdf>PDF: ${links.join(' · ')}</li>`;
  const linked = html.replace(/<li data-pdf\b[^>]*>.*?<\/li>/s, () => item);
  if (!linked.includes(item))
    throw new Error(
      `${file} has no place for the links to its PDFs. Put <li data-pdf hidden></li> back into its page below src/pages/.`,
    );
  writeFileSync(file, linked);
};

/**
 * Puts the PDFs that the cache has of a built site's documents, as they are now, into its `pdf/` folder, and links them.
 * A document that has changed since it was printed gets neither.
 *
 * @returns the documents that have their PDFs
 */
export const placePdfs = (folder: string): string[] => {
  const ready = findDocuments(folder).filter((document) =>
    papers.every(({ ending }) => existsSync(toEditionPath(folder, document, ending))),
  );
  for (const document of ready) {
    mkdirSync(join(folder, 'pdf'), { recursive: true });
    for (const { ending } of papers)
      copyFileSync(toEditionPath(folder, document, ending), join(folder, toEditionUrl(document, ending)));
    writeLinks(folder, document);
  }
  return ready;
};

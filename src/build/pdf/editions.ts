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
import { toDomainUrl, toPdfUrl, toPrintUrl, toRelativeUrl } from '../../lib/urls.ts';
import type { Paper } from './print-document.ts';

const cache = '.cache/pdf';

/** The papers that each document is printed on, and how the names of their files end. */
export const papers: readonly { readonly paper: Paper; readonly ending: string; readonly label: string }[] = [
  { paper: 'A4', ending: '', label: 'A4' },
  { paper: 'Letter', ending: '-letter', label: 'US Letter' },
];

/** The address of a domain's PDF on a paper. */
const toUrl = (domain: string, ending: string): string => toPdfUrl(`${domain}${ending}`);

/** The domains that a built site has a document of. */
export const findDocuments = (folder: string): string[] => {
  if (!existsSync(join(folder, 'print'))) return [];
  return readdirSync(join(folder, 'print'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.slice(0, -5))
    .sort();
};

/** Stands for all that decides how a document looks: its page, its style sheets, and the code that prints it. */
const toDigest = (folder: string, domain: string): string => {
  const url = toPrintUrl(domain);
  const html = readFileSync(join(folder, url), 'utf8');
  const hash = createHash('sha256').update(html);
  for (const [, sheet = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g))
    hash.update(readFileSync(join(folder, new URL(sheet, `file://${url}`).pathname)));
  hash.update(readFileSync(new URL('./print-document.ts', import.meta.url)));
  return hash.digest('hex').slice(0, 16);
};

/** Where the cache keeps a domain's PDF as it is now. */
export const toEditionPath = (folder: string, domain: string, ending: string): string =>
  join(cache, `${domain}${ending}.${toDigest(folder, domain)}.pdf`);

/** Keeps a PDF for this and later builds, in place of its former editions. */
export const keepEdition = (path: string, bytes: Uint8Array): void => {
  mkdirSync(cache, { recursive: true });
  const name = path.slice(cache.length + 1).replace(/[^.]+\.pdf$/, '');
  for (const file of readdirSync(cache)) if (file.startsWith(name)) rmSync(join(cache, file));
  writeFileSync(path, bytes);
};

const toSize = (file: string): string => `${(statSync(file).size / 1e6).toFixed(1)} MB`;

/** Writes links into the place that the domain's page keeps for them, `<li data-pdf hidden></li>`. */
const writeLinks = (folder: string, domain: string): void => {
  const file = join(folder, toDomainUrl(domain));
  const links = papers.map(({ ending, label }) => {
    const url = toUrl(domain, ending);
    return `<a href="${toRelativeUrl(toDomainUrl(domain), url)}" type="application/pdf">${label}, ${toSize(join(folder, url))}</a>`;
  });
  const html = readFileSync(file, 'utf8');
  const item = `<li data-pdf>PDF: ${links.join(' · ')}</li>`;
  const linked = html.replace(/<li data-pdf\b[^>]*>.*?<\/li>/s, () => item);
  if (!linked.includes(item))
    throw new Error(
      `${file} has no place for the links to its PDFs. Put <li data-pdf hidden></li> back into src/pages/[domain].astro.`,
    );
  writeFileSync(file, linked);
};

/**
 * Puts the PDFs that the cache has of a built site's documents, as they are now, into its `pdf/` folder, and links them.
 * A domain whose document has changed since it was printed gets neither.
 *
 * @returns the domains that have their PDFs
 */
export const placePdfs = (folder: string): string[] => {
  const ready = findDocuments(folder).filter((domain) =>
    papers.every(({ ending }) => existsSync(toEditionPath(folder, domain, ending))),
  );
  for (const domain of ready) {
    mkdirSync(join(folder, 'pdf'), { recursive: true });
    for (const { ending } of papers)
      copyFileSync(toEditionPath(folder, domain, ending), join(folder, toUrl(domain, ending)));
    writeLinks(folder, domain);
  }
  return ready;
};

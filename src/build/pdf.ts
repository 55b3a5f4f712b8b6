/** `npm run pdf`, after a build: prints the book and every domain, or those that are named, for A4 and US Letter, and links the PDFs. */
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Browser } from '@playwright/test';
import { toSuggestion } from '../lib/nearest.ts';
import { toPrintUrl } from '../lib/urls.ts';
import { launchBrowser } from './browser.ts';
import { findDocuments, keepEdition, papers, placePdfs, toEditionPath } from './pdf/editions.ts';
import { findWide } from './pdf/find-wide.ts';
import { openDocument } from './pdf/open-document.ts';
import { printDocument } from './pdf/print-document.ts';
import { serve } from './serve.ts';

const folder = 'dist';
/** So many documents are printed at the same time; each keeps one core busy. */
const lanes = 2;
const problems: string[] = [];

interface Job {
  readonly document: string;
  /** The papers of which the cache has no edition. */
  readonly missing: typeof papers;
}

/** Prints a document on its missing papers. */
const run = async ({ document, missing }: Job, browser: Browser, root: string): Promise<void> => {
  const found: string[] = [];
  const page = await openDocument(browser, new URL(`.${toPrintUrl(document)}`, root).href, (problem) =>
    found.push(problem),
  );
  for (const { paper, ending } of missing) {
    const start = performance.now();
    for (const heading of await findWide(page, paper))
      found.push(
        `${document}: under "${heading.trim()}" something reaches beyond the text on ${paper}, which would shrink every page or be cut off. Make the table, the code or the diagram there narrower.`,
      );
    const { bytes, pages } = await printDocument(page, paper);
    if (found.length === 0) keepEdition(toEditionPath(folder, document, ending), bytes);
    const [size, seconds] = [bytes.length / 1e6, (performance.now() - start) / 1000].map((number) => number.toFixed(1));
    console.error(`${document}${ending}.pdf  ${pages} pages, ${size} MB, ${seconds} s`);
  }
  await page.close();
  problems.push(...found);
};

/** Takes one job after the other until there are none left. */
const work = async (jobs: Job[], browser: Browser, root: string): Promise<void> => {
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const { document } = job;
    await run(job, browser, root).catch((error: Error) => problems.push(`${document}: ${error.message}`));
  }
};

const documents = findDocuments(folder);
if (documents.length === 0) problems.push('dist/print/ holds no pages to print. Run `npm run build` first.');
const asked = process.argv.slice(2);
for (const name of asked.filter((document) => !documents.includes(document)))
  problems.push(
    `No document is named "${name}". ${toSuggestion(name, documents)} There are: ${documents.toSorted().join(', ')}.`,
  );

const jobs = (asked.length > 0 ? documents.filter((document) => asked.includes(document)) : documents).map(
  (document): Job => ({
    document,
    missing: papers.filter(({ ending }) => !existsSync(toEditionPath(folder, document, ending))),
  }),
);
for (const { document } of jobs.filter(({ missing }) => missing.length === 0))
  console.error(`${document}  as printed before`);

const due = jobs.filter(({ missing }) => missing.length > 0);
if (due.length > 0) {
  const { server, url } = await serve(folder);
  const browser = await launchBrowser();
  await Promise.all(Array.from({ length: lanes }, () => work(due, browser, url)));
  await browser.close();
  server.close();
}

try {
  const placed = placePdfs(folder);
  console.error(
    `dist/pdf/ holds the PDFs of ${placed.length} of ${documents.length} documents, linked from their pages.`,
  );
} catch (error) {
  problems.push((error as Error).message);
}
if (problems.length > 0) {
  console.error(`\n${problems.join('\n')}\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`);
  process.exit(1);
}

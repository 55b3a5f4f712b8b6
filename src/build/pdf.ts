/** `npm run pdf`, after a build: prints every domain, or those that are named, for A4 and US Letter, and links the PDFs. */
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Browser, Page } from '@playwright/test';
import { toSuggestion } from '../lib/nearest.ts';
import { toPrintUrl } from '../lib/urls.ts';
import { launchBrowser } from './browser.ts';
import { findDocuments, keepEdition, papers, placePdfs, toEditionPath } from './pdf/editions.ts';
import { findWide } from './pdf/find-wide.ts';
import { printDocument } from './pdf/print-document.ts';
import { serve } from './serve.ts';

const folder = 'dist';
const problems: string[] = [];

/** Opens a document; a file that it cannot load is a problem. */
const openDocument = async (browser: Browser, url: string): Promise<Page> => {
  const page = await browser.newPage();
  page.on('response', (response) => {
    if (response.status() < 400) return;
    problems.push(
      `${url} needs ${response.url()}, which is not there (${response.status()}). Run \`npm run build\` again.`,
    );
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
};

/** Prints a domain on every paper of which the cache has no edition. */
const printDomain = async (domain: string, missing: typeof papers, browser: Browser, root: string): Promise<void> => {
  const page = await openDocument(browser, new URL(`.${toPrintUrl(domain)}`, root).href);
  for (const { paper, ending } of missing) {
    const start = performance.now();
    for (const heading of await findWide(page, paper))
      problems.push(
        `${domain}: under "${heading.trim()}" something is wider than the text on ${paper}, which would shrink every page. Make the table, the code or the diagram there narrower.`,
      );
    const { bytes, pages } = await printDocument(page, paper);
    if (problems.length === 0) keepEdition(toEditionPath(folder, domain, ending), bytes);
    const [size, seconds] = [bytes.length / 1e6, (performance.now() - start) / 1000].map((number) => number.toFixed(1));
    console.error(`${domain}${ending}.pdf  ${pages} pages, ${size} MB, ${seconds} s`);
  }
  await page.close();
};

const documents = findDocuments(folder);
if (documents.length === 0) problems.push('dist/print/ holds no pages to print. Run `npm run build` first.');
const asked = process.argv.slice(2);
for (const name of asked.filter((domain) => !documents.includes(domain)))
  problems.push(
    `No domain is named "${name}". ${toSuggestion(name, documents)} The domains are: ${documents.join(', ')}.`,
  );

const jobs = (asked.length > 0 ? documents.filter((domain) => asked.includes(domain)) : documents).map((domain) => ({
  domain,
  missing: papers.filter(({ ending }) => !existsSync(toEditionPath(folder, domain, ending))),
}));
for (const { domain } of jobs.filter(({ missing }) => missing.length === 0))
  console.error(`${domain}  as printed before`);

const work = jobs.filter(({ missing }) => missing.length > 0);
if (work.length > 0) {
  const { server, url } = await serve(folder);
  const browser = await launchBrowser();
  for (const { domain, missing } of work)
    await printDomain(domain, missing, browser, url).catch((error: Error) =>
      problems.push(`${domain}: ${error.message}`),
    );
  await browser.close();
  server.close();
}

try {
  const placed = placePdfs(folder);
  console.error(
    `dist/pdf/ holds the PDFs of ${placed.length} of ${documents.length} domains, linked from their pages.`,
  );
} catch (error) {
  problems.push((error as Error).message);
}
if (problems.length > 0) {
  console.error(`\n${problems.join('\n')}\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`);
  process.exit(1);
}

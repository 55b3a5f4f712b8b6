/** The print pages, and their links in the site. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDocuments, papers, toEditionUrl, toHomeUrl } from '../../src/build/pdf/editions.ts';
import { toRelativeUrl } from '../../src/lib/urls.ts';
import { attribute, dist, pages } from '../support/dist.ts';
import { readPrintPage } from '../support/pdf/print-page.ts';

const documents = findDocuments(dist);
const hasPdfs = existsSync(join(dist, 'pdf'));

test('there is a print page of every domain, and one of the whole guide', () => {
  const domains = readdirSync(dist).flatMap((file) => /^(\d-.*)\.html$/.exec(file)?.[1] ?? []);
  expect(documents.toSorted()).toEqual([...domains, 'book'].toSorted());
});

describe.each(documents)('the print page of %s', (document) => {
  const { html, ids } = readPrintPage(document);
  const links = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) => href);

  test('leads to its own parts with all its inner links', () => {
    const targets = links.flatMap((href) => (href.startsWith('#') ? [href.slice(1)] : []));
    expect(targets.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('names no page of the site that paper cannot reach', () => {
    const home = toRelativeUrl(`/print/${document}.html`, toHomeUrl(document));
    expect(links.filter((href) => !/^(?:#|https?:)/.test(href))).toEqual([home]);
  });

  test('stays out of search and runs no scripts', () => {
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('data-pagefind-ignore="all"');
    expect(html).not.toContain('<script');
  });
});

test('the book holds every section, guide and term', () => {
  const { ids } = readPrintPage('book');
  for (const { path } of pages) {
    const [, number, guide, term] =
      /^\d[^/]*\/(\d+\.\d+)-[^/]*$|^guides\/(.*)\.html$|^glossary\/(.*)\.html$/.exec(path) ?? [];
    const id = number ?? (guide && `guide-${guide}`) ?? (term && `term-${term}`);
    if (id) expect(ids.has(id), path).toBe(true);
  }
});

test('a page links its PDFs with their sizes where they were made, and only there', () => {
  for (const document of documents) {
    const home = pages.find(({ path }) => `/${path}` === toHomeUrl(document))!;
    const hrefs = home.elements.flatMap((element) => attribute(element, 'href') ?? []);
    const urls = papers.map(({ ending }) => toEditionUrl(document, ending));
    expect(hrefs.filter((href) => href.endsWith('.pdf'))).toEqual(hasPdfs ? urls.map((url) => `.${url}`) : []);
    if (hasPdfs) expect(home.html).toMatch(/>A4, \d+\.\d MB<.*>US Letter, \d+\.\d MB</);
    for (const url of hasPdfs ? urls : []) expect(existsSync(join(dist, url)), url).toBe(true);
  }
});

/** What the book takes from the built site: its pages, and their order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';

/** A page that becomes a chapter, and those that stand below it in the contents. */
export interface Entry {
  readonly url: string;
  readonly below: readonly Entry[];
}

/** The collected pages that can be read without a screen; the glossary is made from its entries. */
const collected = ['/exams.html', '/cues.html', '/changed.html', '/services.html'];

const read = (folder: string, url: string): string => readFileSync(join(folder, url), 'utf8');

/** Reads what a page of the site says, without the head and the navigation that all pages have. */
export const readPage = (folder: string, url: string): CheerioAPI =>
  load(/<main\b.*<\/main>/s.exec(read(folder, url))?.[0] ?? '');

/** The page to which a link of another page leads, as an address from the root of the site. */
export const toUrl = (href: string, from: string): string => new URL(href, `file://${from}`).pathname;

/** The pages in the folder that has the same name as the page. */
const findBelow = (folder: string, url: string): Entry[] => {
  const name = url.replace(/\.html$/, '');
  return readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.html'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => ({ url: `${name}/${file}`, below: [] }));
};

/** The pages of the book in the order of the site's own contents: domains with their sections, guides, collected pages. */
export const findEntries = (folder: string): Entry[] => {
  const $ = load(read(folder, '/index.html'));
  const urls = $('.tree a')
    .toArray()
    .map((link) => toUrl($(link).attr('href') ?? '', '/index.html'));
  return urls
    .filter((url) => /^\/(?:\d|guides\/)/.test(url) || collected.includes(url))
    .map((url) => ({ url, below: /^\/(?:\d|exams\.)/.test(url) ? findBelow(folder, url) : [] }));
};

/** The letters of the glossary, each with the addresses of its terms. */
export const findLetters = (folder: string): { readonly letter: string; readonly terms: readonly string[] }[] => {
  const url = '/glossary.html';
  const $ = readPage(folder, url);
  return $('.letter')
    .toArray()
    .map((section) => ({
      letter: $(section).find('h2').text(),
      terms: $(section)
        .find('dt a')
        .toArray()
        .map((link) => toUrl($(link).attr('href') ?? '', url)),
    }));
};

/** Where the site stands, if it was built for an address. */
export const findAddress = (folder: string): string | undefined =>
  load(read(folder, '/index.html'))('link[rel="canonical"]').attr('href');

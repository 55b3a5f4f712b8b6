import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { Nodes } from 'mdast';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { markdownToMdast } from 'satteri';
import { beforeAll, describe, expect, test } from 'vitest';
import { findComponents } from '../../src/build/checks/components.ts';
import { type Library, readLibrary, visit } from '../../src/build/content.ts';
import { toSearchRecords } from '../../src/build/search-records.ts';
import { toHeading, toPlainText } from '../../src/lib/text.ts';
import { ankiUrl, findPageUrl } from '../../src/lib/urls.ts';
import {
  attribute,
  type BuiltPage,
  type Element,
  elementsOf,
  pages as ownPages,
  readPages,
  textOf,
} from '../support/dist.ts';
import { buildHostileSite, hostileAddress, hostileProject } from '../support/hostile-site.ts';

let site = '';
let pages: BuiltPage[] = [];
let library: Library;
beforeAll(() => {
  site = buildHostileSite();
  pages = readPages(site);
  library = readLibrary(hostileProject);
}, 180_000);

const getPage = (path: string): BuiltPage => {
  const page = pages.find((one) => one.path === path);
  if (!page) throw new Error(`The hostile site has no ${path}.`);
  return page;
};
const getPageOf = (file: string): BuiltPage =>
  getPage((findPageUrl(file.replace(/^content\//, '').replace(/[^/]+\.yaml$/, 'index.mdx')) ?? '').slice(1));

const toWords = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The text of a page without what its head, its scripts and its styles hold. */
const toShown = (node: DefaultTreeAdapterTypes.Node): string => {
  if ('tagName' in node && ['head', 'script', 'style'].includes(node.tagName)) return '';
  return 'childNodes' in node ? node.childNodes.map(toShown).join('') : textOf(node);
};
const wordsOf = (page: BuiltPage): string => toWords(toShown(parse(page.html)));

/** Fails with the missing text alone; whole pages are too long to be read. */
const expectText = (words: string, text: string, where: string): void =>
  expect(words.includes(text) ? '' : text, where).toBe('');

/** An element with the names of its attributes: what a page is made of, without any text. */
const toShape = ({ tagName, attrs }: Element): string[] =>
  attrs.map(({ name }) => `${tagName} ${name}`).concat(tagName);

/** Addresses that run something, in the forms that browsers read as such. */
const isRunnable = (value: string): boolean =>
  /^(?:javascript|data|vbscript):/i.test(value.replaceAll(/[\s\p{Cc}]/gu, ''));

/** Scripts that hold data, which nothing runs. */
const isData = (element: Element): boolean => attribute(element, 'type') === 'application/json';

describe('hostile text does not become markup', () => {
  test('pages have no elements and attributes but those that the guide itself has', () => {
    const known = new Set([
      ...ownPages.flatMap(({ elements }) => elements.flatMap(toShape)),
      // A link of Markdown can have a title, one to a book has a type, a site that knows its address has a card, and places
      // for downloads are hidden until those are made.
      ...['a title', 'a type', 'meta property', 'li hidden'],
    ]);
    for (const { path, elements } of pages)
      expect(
        elements.flatMap(toShape).filter((shape) => !known.has(shape)),
        path,
      ).toEqual([]);
  });

  test('pages have no handlers, no runnable addresses, and no script or style of their own', () => {
    const inlineOf = (all: readonly BuiltPage[]): string[] =>
      all.flatMap(({ elements }) =>
        elements
          .filter((one) => one.tagName === 'script' && attribute(one, 'src') === undefined && !isData(one))
          .map((element) => textOf(element)),
      );
    expect(new Set(inlineOf(pages))).toEqual(new Set(inlineOf(ownPages)));
    for (const { path, elements } of pages) {
      const attributes = elements.flatMap(({ attrs }) => attrs);
      expect(
        attributes.filter(({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || isRunnable(value)),
        path,
      ).toEqual([]);
      const styles = elements.filter(({ tagName }) => tagName === 'style');
      expect(styles.map(textOf).join(''), path).not.toMatch(/alert\(|\* \{ color: red/);
      expect(
        elements.filter((element) => attribute(element, 'http-equiv')),
        path,
      ).toHaveLength(1);
    }
  });

  test('every link leads to a page, or to the address that was written', () => {
    const sources = library.facts.flatMap(({ data }) => data.source ?? []);
    const foreignOf = (all: readonly BuiltPage[]): string[] =>
      all.flatMap(({ elements }) =>
        elements.flatMap((element) => attribute(element, 'href') ?? []).filter((url) => /^[a-z]+:/i.test(url)),
      );
    const foreign = foreignOf(pages);
    const own = new Set(foreignOf(ownPages).map((url) => new URL(url).origin));
    for (const url of foreign.filter((one) => !one.startsWith(hostileAddress)))
      expect(['https://example.com', ...own]).toContain(new URL(url).origin);
    for (const source of sources) expect(foreign).toContain(source);
    for (const { path, elements } of pages)
      for (const url of elements.flatMap((element) => attribute(element, 'href') ?? [])) {
        const target = new URL(url, `${hostileAddress}${path}`);
        if (target.href.startsWith(hostileAddress))
          expect(
            existsSync(join(site, target.pathname.slice(new URL(hostileAddress).pathname.length))),
            `${path} → ${url}`,
          ).toBe(true);
      }
  });

  test('style sheets for paper hold titles as strings only', () => {
    const css = readFileSync(join(site, 'print/1-hostile.css'), 'utf8');
    expect(css).toContain("<script>alert('domain')</script>");
    expect(css.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')).not.toMatch(/[<>]|alert|color/);
  });
});

/** The texts of a page's Markdown, as its readers see them. */
const toTexts = (root: Nodes): string[] => {
  const texts: string[] = [];
  visit(root, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') texts.push(node.value);
  });
  return texts;
};

/** The fields of a deck's notes. */
const readDeck = (apkg: Uint8Array): string[] => {
  const file = join(hostileProject, '.cache/collection.anki2');
  writeFileSync(file, unzipSync(apkg)['collection.anki2']!);
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('select flds from notes').all() as { flds: string }[];
  database.close();
  return rows.flatMap(({ flds }) => flds.split('\u001f'));
};

describe('hostile text reaches readers as it was written', () => {
  test('prose, code, captions and cues', () => {
    for (const { file, root } of library.texts) {
      const page = getPageOf(file);
      const body = parse(page.html);
      for (const element of elementsOf(body).filter((one) => attribute(one, 'role') === 'note')) {
        // A margin note stands in the middle of what is written.
        if (element.tagName === 'span') element.childNodes = [];
      }
      const words = toWords(toShown(body));
      const attributes = findComponents(root).flatMap(({ name, attributes: { caption, words: cues } }) =>
        name === 'Diagram' ? [caption ?? ''] : (cues?.split(';') ?? []),
      );
      for (const text of [...toTexts(root), ...attributes]) expectText(words, toWords(text), file);
    }
  });

  test('titles and summaries, in the page, its head and the pages that list it', () => {
    for (const { file, data } of [...library.sections, ...library.domains]) {
      const { title, summary } = data as { title: string; summary: string };
      const page = getPageOf(file);
      const head = (name: string): Element[] => page.elements.filter(({ tagName }) => tagName === name);
      expect(textOf(head('title')[0]!), file).toContain(title);
      expect(textOf(head('h1')[0]!), file).toContain(title);
      const metas = head('meta').map((element) => attribute(element, 'content'));
      expect(metas.filter((content) => content === summary).length, file).toBeGreaterThanOrEqual(2);
      expectText(wordsOf(page), toWords(summary), file);
    }
    const [first] = library.domains;
    expectText(wordsOf(getPage('index.html')), (first!.data as { title: string }).title, 'index.html');
    expectText(
      wordsOf(getPage('print/1-hostile.html')),
      toWords(library.sections[0]!.data.title),
      'print/1-hostile.html',
    );
  });

  test('facts, in their page and among the changes', () => {
    const changes = ['changed.html', 'changed/by-date.html'].map(getPage);
    for (const { file, data } of library.facts) {
      const { topic, prompt, today, then = '' } = data;
      for (const text of [topic, prompt, today, then]) expectText(wordsOf(getPageOf(file)), toPlainText(text), data.id);
      for (const text of then ? [prompt, today, then] : [])
        for (const page of changes) expectText(wordsOf(page), toPlainText(text), data.id);
    }
  });

  test('questions, with the reasons for each choice', () => {
    for (const { file, data } of library.questions)
      for (const text of [data.stem, ...data.choices.flatMap((choice) => [choice.text, choice.why])])
        expectText(wordsOf(getPageOf(file)), toPlainText(text), data.id);
  });

  test('terms, with their other names', () => {
    for (const { path, data } of library.terms) {
      expectText(wordsOf(getPage('glossary.html')), toHeading(data.term), 'glossary.html');
      for (const text of [toHeading(data.term), ...data.aliases]) expectText(wordsOf(getPageOf(path)), text, path);
    }
  });

  test('exams and their tasks', () => {
    const words = wordsOf(getPage('exams.html'));
    for (const { data } of library.exams) {
      for (const text of [data.code, data.title.slice(1), data.note ?? '', ...data.sources.map(({ title }) => title)])
        expectText(words, text, 'exams.html');
      for (const { title, tasks } of data.domains)
        for (const text of [title, ...tasks.map((task) => task.title)])
          expectText(wordsOf(getPage('exams/exam-1.html')), text, 'exams/exam-1.html');
    }
  });

  test('drawings, with the words for those who cannot see them', () => {
    for (const { source, file } of library.diagrams) {
      const drawing = getPageOf(file.replace(/[^/]+$/, 'index.mdx')).elements.find(
        (element) => element.tagName === 'svg' && attribute(element, 'role') === 'img',
      );
      const texts = elementsOf(drawing!).map((element) => toWords(textOf(element)));
      const described = [...source.matchAll(/^acc(?:Title|Descr): (.*)$/gm)].map(([, words]) => words);
      expect(texts.filter((text) => described.includes(text))).toHaveLength(2);
      // Mermaid breaks long words into lines of their own.
      const all = textOf(drawing!).replaceAll(/\s/g, '');
      for (const [, label] of source.matchAll(/"([^"]+)"\]?\|?/g))
        if (!label!.startsWith('> ')) expect(all).toContain(label!.replaceAll(/\s/g, ''));
    }
  });

  test('search records, whatever the search engine makes of them', () => {
    const records = pages.flatMap(({ html, path }) => toSearchRecords(html, `/${path}`));
    const known = new Set([...ownPages.flatMap(({ elements }) => elements.flatMap(toShape)), 'a title']);
    for (const { url, html } of records)
      expect(
        elementsOf(parse(html))
          .flatMap(toShape)
          .filter((shape) => !known.has(shape) && !/^(?:span|p|body) data-pagefind/.test(shape)),
        url,
      ).toEqual([]);
    const fragments = readdirSync(join(site, 'pagefind/fragment')).map((file) =>
      JSON.parse(
        gunzipSync(readFileSync(join(site, 'pagefind/fragment', file)))
          .toString()
          .replace('pagefind_dcd', ''),
      ),
    ) as { url: string; content: string; meta: Record<string, string>; filters: Record<string, string[]> }[];
    expect(JSON.parse(readFileSync(join(site, 'pagefind/pagefind-entry.json'), 'utf8')).languages.en.page_count).toBe(
      fragments.length,
    );
    expect(fragments.map(({ url }) => url).toSorted()).toEqual(records.map(({ url }) => url.slice(1)).toSorted());
    for (const { path, data } of library.sections) {
      const url = findPageUrl(path)?.slice(1);
      const fragment = fragments.find((one) => one.url === url);
      expect(fragment?.meta['title'], path).toBe(
        attribute(getPageOf(path).elements.find((element) => attribute(element, 'data-search'))!, 'data-title'),
      );
      expect(fragment?.meta['title'], path).toContain(data.title);
    }
    for (const { id, data } of library.terms) {
      const fragment = fragments.find(({ url }) => url === `glossary/${id}.html`);
      expect(fragment?.meta['names'], id).toBe([data.term, ...data.aliases].join(' · '));
    }
    const short = (library.domains[0]!.data as { short: string }).short;
    expect(fragments.flatMap(({ filters }) => filters['domain'] ?? [])).toContain(`1 ${short}`);
  });

  test('data in pages and beside them', () => {
    const data = pages.flatMap(({ elements }) =>
      elements.filter(isData).map((one) => JSON.parse(textOf(one)) as unknown),
    );
    const words = JSON.stringify(data);
    for (const { data: section } of library.sections)
      expectText(words, JSON.stringify(section.title).slice(1, -1), 'the data');
    const index = JSON.parse(readFileSync(join(site, 'cards/index.json'), 'utf8')) as Record<string, object>;
    const cards = Object.values(index).flatMap((deck) => Object.keys(deck));
    for (const { data: fact } of library.facts) expect(cards).toContain(`fact/${fact.id}`);
  });

  test('the deck for Anki, whose fields are HTML', () => {
    const notes = readDeck(readFileSync(join(site, ankiUrl)));
    const elements = notes.flatMap((note) => elementsOf(parseFragment(note)));
    for (const one of elements) {
      expect(['a', 'b', 'br', 'code', 'small', 'span']).toContain(one.tagName);
      expect(one.attrs.filter(({ name, value }) => name !== 'href' || !value.startsWith('https://'))).toEqual([]);
    }
    const words = notes.map((note) => toWords(textOf(parseFragment(note)))).join('\n');
    for (const { data } of library.facts)
      for (const text of [data.prompt, data.today, data.then ?? '']) expectText(words, toPlainText(text), 'the deck');
    for (const { data } of library.terms) if (data.kind !== 'exam') expectText(words, toHeading(data.term), 'the deck');
  });

  test('the book for e-readers', () => {
    const [book = ''] = readdirSync(join(site, 'epub'));
    const chapters = Object.entries(unzipSync(readFileSync(join(site, 'epub', book)))).filter(([name]) =>
      name.endsWith('.xhtml'),
    );
    const elements = chapters.flatMap(([, bytes]) => elementsOf(parse(strFromU8(bytes))));
    expect(elements.filter(({ tagName }) => /^(?:script|iframe|object|embed)$/.test(tagName))).toEqual([]);
    const attributes = elements.flatMap(({ attrs }) => attrs);
    expect(attributes.filter(({ name, value }) => name.startsWith('on') || isRunnable(value))).toEqual([]);
    const words = chapters.map(([, bytes]) => toWords(textOf(parse(strFromU8(bytes))))).join('\n');
    for (const { data } of library.sections) expectText(words, data.title, 'the book');
    for (const { data } of library.facts) expectText(words, toPlainText(data.today), 'the book');
  });

  test('the service worker, which names files only', () => {
    expect(readFileSync(join(site, 'sw.js'), 'utf8')).not.toMatch(/alert|<|onerror/);
  });

  test('llms.txt, which programs read as Markdown', () => {
    const links = new Map<string, string>();
    visit(markdownToMdast(readFileSync(join(site, 'llms.txt'), 'utf8')) as Nodes, (node) => {
      expect(node.type).not.toBe('html');
      if (node.type === 'link') links.set(node.url, toTexts(node).join(''));
    });
    for (const url of links.keys()) expect(url).toMatch(/^https:\/\/guide\.example\/any\/folder\/[\w./-]+$/);
    for (const { path, data } of library.sections)
      expect(links.get(hostileAddress + findPageUrl(path)?.slice(1)), path).toContain(data.title);
  });

  test('the sitemap, which names every page once', () => {
    const xml = readFileSync(join(site, 'sitemap.xml'), 'utf8');
    expect(xml.replaceAll(/<\/?(?:urlset|url|loc)(?: xmlns="[^"]*")?>|<\?xml[^>]*>/g, '')).not.toMatch(/[<>]/);
    const addresses = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    for (const { path } of library.texts)
      expect(addresses.filter((address) => address === hostileAddress + findPageUrl(path)?.slice(1))).toHaveLength(1);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/build/content.ts';
import { findPageUrl } from '../../src/lib/urls.ts';
import { attribute, dist, type Element, pages, textOf } from '../support/dist.ts';

const library = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const byPath = new Map(pages.map((page) => [`/${page.path}`, page]));
const pageOf = (path: string): (typeof pages)[number] => {
  const page = byPath.get(findPageUrl(path) ?? '');
  if (!page) throw new Error(`content/${path} has no page`);
  return page;
};
const linksOf = (page: (typeof pages)[number], className?: string): string[] =>
  page.elements
    .filter(({ tagName }) => tagName === 'a')
    .filter((element) => !className || (attribute(element, 'class') ?? '').split(' ').includes(className))
    .flatMap((element) => attribute(element, 'href') ?? []);

/** A printed domain is a book under its domain's title, with a first-level heading for each chapter. */
const isBook = (path: string): boolean => path.startsWith('print/');

describe('every page', () => {
  test('says what it is: language, title, description and one first-level heading', () => {
    for (const { path, elements } of pages) {
      expect(attribute(elements[0]!, 'lang'), path).toBe('en');
      const headings = elements.filter(({ tagName }) => tagName === 'h1');
      if (isBook(path)) expect(headings.length, path).toBeGreaterThan(0);
      else expect(headings, path).toHaveLength(1);
      const description = elements.find((element) => attribute(element, 'name') === 'description');
      expect(attribute(description!, 'content'), path).toMatch(/\S.{15}/);
    }
    const titles = pages
      .filter(({ path }) => !isBook(path))
      .map(({ elements }) => textOf(elements.find(({ tagName }) => tagName === 'title')!));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('steps down its headings one level at a time', () => {
    for (const { path, elements } of pages) {
      const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      expect(jumps, path).toEqual([]);
    }
  });
});

describe('links', () => {
  const toName = (element: Element): string =>
    (attribute(element, 'aria-label') ?? textOf(element)).replaceAll(/\s+/g, ' ').trim();
  const toLinks = (page: (typeof pages)[number]): Element[] =>
    page.elements.filter((element) => element.tagName === 'a' && attribute(element, 'href') !== undefined);

  test('say where they lead, also to a reader who has nothing but a list of them', () => {
    const vague = /^(?:(?:click )?here|(?:read |learn )?more|this(?: page)?|link|page|source|details|go|open)?$/i;
    // In the index of the printed book, links are the numbers of pages, which are known when it is printed.
    const onScreen = pages.filter(({ path }) => !isBook(path));
    const found = onScreen.flatMap((page) =>
      toLinks(page)
        // The link to the section where a reader stopped has its words from a script, and is hidden until then.
        .filter((element) => attribute(element, 'hidden') === undefined && vague.test(toName(element)))
        .map((element) => `${page.path}: "${toName(element)}" → ${attribute(element, 'href')}`),
    );
    expect(found).toEqual([]);
  });

  test('that have a name of their own have one for each place', () => {
    const isNamed = (element: Element): boolean =>
      // The link of a heading to itself stands in the heading, and is read with it.
      attribute(element, 'aria-label') !== undefined && attribute(element, 'class') !== 'anchor';
    for (const page of pages) {
      const places = new Map<string, string>();
      for (const link of toLinks(page).filter(isNamed)) {
        const href = attribute(link, 'href') ?? '';
        expect(places.get(toName(link)) ?? href, `${page.path}: "${toName(link)}"`).toBe(href);
        places.set(toName(link), href);
      }
    }
  });
});

describe('the glossary', () => {
  test('has a page for every term, and a page that uses a term is named there', () => {
    for (const { path, id } of library.terms) {
      const used = linksOf(pageOf(path)).filter((href) => /\d\.\d|guides\//.test(href));
      expect(used, id).not.toEqual([]);
    }
  });

  test('is linked from every section, and every linked term leads back', () => {
    for (const { path } of library.sections) {
      const page = pageOf(path);
      const terms = linksOf(page, 'term');
      expect(terms, path).not.toEqual([]);
      for (const href of terms) {
        const term = byPath.get(new URL(href, `https://x/${page.path}`).pathname);
        const back = linksOf(term!).map((link) => new URL(link, `https://x/${term!.path}`).pathname);
        expect(back, `${href} does not lead back to ${path}`).toContain(`/${page.path}`);
      }
    }
  });
});

describe('the facts', () => {
  test('that changed stand in the margin of their page and among the changes', () => {
    const changes = [...byPath.get('/changed.html')!.ids];
    for (const { data, file } of library.facts) {
      const page = pageOf(file.replace(/^content\//, '').replace('facts.yaml', 'index.mdx'));
      expect(page.ids.has(`fact-${data.id}`), data.id).toBe(true);
      expect(page.ids.has(`then-${data.id}`), data.id).toBe(data.then !== undefined);
      expect(changes.includes(`changed-${data.id}`), data.id).toBe(data.then !== undefined);
    }
  });
});

test('every question shows its choices, and a reason for each behind the fold', () => {
  for (const { data, file } of library.questions) {
    const page = pageOf(file.replace(/^content\//, '').replace('questions.yaml', 'index.mdx'));
    const question = page.elements.find((element) => attribute(element, 'id') === `question-${data.id}`);
    const text = textOf(question!).replaceAll(/\s+/g, ' ');
    for (const { text: choice, why } of data.choices)
      for (const words of [choice, why]) expect(text, data.id).toContain(words.replaceAll('`', ''));
  }
});

test('every diagram is a drawing with words for those who cannot see it', () => {
  const drawings = pages.flatMap(({ path, elements }) =>
    elements
      .filter((element) => attribute(element, 'role') === 'img' && element.tagName === 'svg')
      .map((element) => ({ path, element })),
  );
  expect(drawings.length).toBeGreaterThan(0);
  for (const { path, element } of drawings) {
    const page = byPath.get(`/${path}`)!;
    const named = (attribute(element, 'aria-labelledby') ?? '').split(' ');
    expect(named.length, path).toBeGreaterThan(0);
    for (const id of named) expect(page.ids.has(id), `${path} #${id}`).toBe(true);
  }
});

test("no page names in its tree what grows with the guide: other domains' sections, or the glossary", () => {
  for (const page of pages) {
    const tree = page.elements.find((element) => attribute(element, 'id') === 'tree');
    if (!tree) continue;
    const start = page.html.indexOf('id="tree"');
    const html = page.html.slice(start, page.html.indexOf('</nav>', start));
    const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(
      ([, href]) => new URL(href!, `https://x/${page.path}`).pathname,
    );
    const sections = hrefs.filter((href) => /^\/\d[^/]*\//.test(href)).map((href) => href.split('/')[1]);
    expect(new Set(sections).size, page.path).toBeLessThanOrEqual(1);
    expect(
      hrefs.filter((href) => href.startsWith('/glossary/')),
      page.path,
    ).toEqual([]);
  }
});

test('llms.txt names every section', () => {
  const text = readFileSync(join(dist, 'llms.txt'), 'utf8');
  for (const { path } of library.sections) expect(text).toContain(findPageUrl(path));
});

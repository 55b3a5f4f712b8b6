import { describe, expect, test } from 'vitest';
import { type LinkMap, paperParts, toPart } from '../../src/lib/paper.ts';
import { renderRunningHeads } from '../../src/lib/running-heads.ts';

const links: LinkMap = {
  parts: new Map([
    ['/1-one.html', 'domain'],
    ['/1-one/1.1-first.html', '1.1'],
    ['/1-one/1.2-second.html', '1.2'],
    ['/glossary/zone.html', 'term-zone'],
  ]),
  others: new Map([
    ['/2-two/2.1-other.html', '2.1 Costs & cuts'],
    ['/guides/exam.html', 'The exam'],
  ]),
  site: undefined,
};
const part = (html: string, own = '1.1', over: Partial<LinkMap> = {}): string =>
  toPart(html, own, { ...links, ...over });

describe('a page becomes a part of a document', () => {
  test.each([
    ['ids', '<h2 id="why">Why</h2>', '<h2 id="1.1-why">Why</h2>'],
    ['lists of ids', '<svg aria-labelledby="a b"></svg>', '<svg aria-labelledby="1.1-a 1.1-b"></svg>'],
    ['paint', '<path marker-end="url(#head)"/>', '<path marker-end="url(#1.1-head)"/>'],
    ['links in the page', '<a href="#why">why</a>', '<a href="#1.1-why">why</a>'],
  ])('%s belong to it', (_, html, expected) => {
    expect(part(html)).toBe(expected);
  });

  test('code that looks like markup stays as it is', () => {
    const html = '<pre data-x="a > b"><code>&lt;a id="x" href="/1-one.html"></code></pre>';
    expect(part(html)).toBe(html);
  });

  test('a heading does not link to itself on paper', () => {
    expect(part('<h2 id="a">A<a class="anchor" href="#a" aria-label="Link"></a></h2><a href="#a">a</a>')).toBe(
      '<h2 id="1.1-a">A</h2><a href="#1.1-a">a</a>',
    );
  });

  test.each([
    ['another section, with its number', '/1-one/1.2-second.html#b', '<a href="#1.2-b">it (1.2)</a>'],
    ['its own page, without', '/1-one/1.1-first.html#b', '<a href="#1.1-b">it</a>'],
    ['the domain', '/1-one.html', '<a href="#domain">it</a>'],
    ['a term', '/glossary/zone.html', '<a href="#term-zone" id="1.1-use-zone">it</a>'],
    ['another host', 'https://example.com/#b', '<a href="https://example.com/#b">it</a>'],
  ])('it links to %s', (_, href, expected) => {
    expect(part(`<a href="${href}">it</a>`)).toBe(expected);
  });

  test('the index finds the first use of a term', () => {
    const link = '<a class="term" href="/glossary/zone.html">zone</a>';
    expect(part(`${link} ${link}`)).toBe(
      '<a class="term" href="#term-zone" id="1.1-use-zone">zone</a> <a class="term" href="#term-zone">zone</a>',
    );
  });

  test('its headings stand below its own in the outline', () => {
    expect(toPart('<h2 id="a">A</h2><h3>B</h3>', '1.1', links, 2)).toBe(
      '<h2 id="1.1-a" aria-level="3">A</h2><h3 aria-level="4">B</h3>',
    );
  });

  test('a link that leads out of the document is text that names the page', () => {
    expect(part('See <a href="/2-two/2.1-other.html#b"><b>it</b></a>.')).toBe(
      'See <span><b>it</b> (2.1 Costs &amp; cuts)</span>.',
    );
    expect(part('<a href="/guides/exam.html">The exam</a>')).toBe('<span>The exam</span>');
    expect(part('<a class="term" href="/glossary/other.html">other</a>')).toBe('<span>other</span>');
  });

  test('such a link is absolute where the site has an address', () => {
    const site = 'https://guide.example/sub/';
    expect(part('<a href="/glossary/other.html">it</a>', '1.1', { site })).toBe(
      '<a href="https://guide.example/sub/glossary/other.html">it</a>',
    );
  });
});

test('answers follow the questions, and nothing is named that a section lacks', () => {
  const slugs = (facts: number, questions: number, sources: number): string[] =>
    paperParts({ facts: Array(facts), questions: Array(questions), sources: Array(sources) }).map(({ slug }) => slug);
  expect(slugs(1, 1, 1)).toEqual(['figures-to-know', 'questions', 'answers', 'sources']);
  expect(slugs(1, 0, 0)).toEqual(['figures-to-know']);
});

test('every chapter has pages with its name, whatever it holds', () => {
  const css = renderRunningHeads({ title: 'A', series: 'S', chapters: [{ id: '1.1', head: 'Say "yes" \\ no' }] });
  expect(css).toContain('[data-running="1.1"] { page: chapter-0 }');
  expect(css).toContain(String.raw`@page chapter-0 { @top-right { content: "Say \"yes\" \\ no" } }`);
});

test('the pages of a domain carry its tab, lower for each', () => {
  const domain = { number: '3', title: 'Three' };
  const css = renderRunningHeads({ title: '', series: 'S', chapters: [{ id: '3.1', head: '3.1 A', domain }] });
  expect(css).toContain('@top-left { content: "3 Three" }');
  expect(css).toMatch(/@right-top \{ content: "3" !important; margin-top: calc\(2 \* /);
});

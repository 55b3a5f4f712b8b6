import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { placeAnswers } from '../../src/build/epub/answers.ts';
import type { Places } from '../../src/build/epub/book.ts';
import { toDrawing } from '../../src/build/epub/drawings.ts';
import { fitLinks } from '../../src/build/epub/fit-links.ts';
import { citeSources, placeNotes } from '../../src/build/epub/notes.ts';
import { toIdentifier } from '../../src/build/epub/package-document.ts';
import { labelCells } from '../../src/build/epub/tables.ts';

const files = new Map([
  ['/1-one/1.2-second.html', '1-one-1.2-second.xhtml'],
  ['/glossary/zone.html', 'glossary-z.xhtml#zone'],
]);

/** What a piece of a page becomes. */
const change = (html: string, act: ($: ReturnType<typeof load>) => void): string => {
  const $ = load(html, null, false);
  act($);
  return $.html();
};
const link = (html: string, site?: string): string => {
  const places: Places = { files, site };
  return change(html, ($) => fitLinks($, '/1-one/1.1-first.html', places));
};

describe('a link of a page leads in the book', () => {
  test.each([
    ['to another chapter', './1.2-second.html#b', '1-one-1.2-second.xhtml#b'],
    ['to a term', '../glossary/zone.html', 'glossary-z.xhtml#zone'],
    ['to a place on its own page', '#3-of-6', '#_3-of-6'],
    ['to the web', 'https://example.com/#b', 'https://example.com/#b'],
  ])('%s', (_, href, expected) => {
    expect(link(`<a href="${href}">it</a>`)).toBe(`<a href="${expected}">it</a>`);
  });

  test('nowhere as text, and to the site where it has an address', () => {
    const html = '<p>See <a href="../print/1-one.html#x"><b>it</b></a>.</p>';
    expect(link(html)).toBe('<p>See <b>it</b>.</p>');
    expect(link(html, 'https://guide.example/sub/')).toContain('href="https://guide.example/sub/print/1-one.html#x"');
  });

  test('not at all from the head of the page, if it leads out', () => {
    const html = '<ul class="meta"><li>A</li><li><a href="../print/1-one.html">B</a></li></ul>';
    for (const site of [undefined, 'https://guide.example/'])
      expect(link(html, site)).toBe('<ul class="meta"><li>A</li></ul>');
  });
});

const note = (id: string): string =>
  `<span class="then changed" id="then-${id}" role="note"><b>2016</b> Five<span class="when">changed 2020 · <a href="https://s.example/2" aria-label="Source">source</a></span></span>`;
const box = (id: string): string =>
  `<aside class="then" role="note" id="then-${id}"><p><b>Notes of 2016:</b> Five <span class="when">(changed 2020) <a href="#source-2">[2]</a></span></p></aside>`;
const sources =
  '<ol class="sources"><li><a href="https://s.example/1">1</a></li><li><a href="https://s.example/2">2</a></li></ol>';
const annotate = (html: string): string =>
  change(html + sources, ($) => {
    citeSources($);
    placeNotes($);
  }).replace(/<ol class="sources".*/, '');

describe('a note says what the course said, and cites its source by number', () => {
  test.each([
    [
      'below the paragraph, in order',
      `<p>A.${note('a')} B.${note('b')} C.</p>`,
      `<p>A. B. C.</p>${box('a')}${box('b')}`,
    ],
    ['at the end of an item', `<ul><li>A.${note('a')} B.</li></ul>`, `<ul><li>A. B.${box('a')}</li></ul>`],
    ['where it stands alone', `<h2>H</h2>${note('a')}<p>P</p>`, `<h2>H</h2>${box('a')}<p>P</p>`],
  ])('%s', (_, html, expected) => {
    expect(annotate(html)).toBe(expected);
  });
});

test('answers stand behind all questions, with a way there and back', () => {
  const html = change(
    '<ol class="questions"><li class="question" id="question-x"><p>Q?</p><details class="answer"><summary>Answer</summary><ul><li class="wrong">no</li><li class="right">yes</li></ul><p><a href="#h">Read</a></p></details></li></ol>',
    placeAnswers,
  );
  expect(html).toBe(
    '<ol class="questions"><li class="question" id="question-x"><p>Q?</p><p><a href="#answer-question-x">Answer to question 1</a></p></li></ol>' +
      '<h2 id="answers">Answers</h2><ol class="answers"><li id="answer-question-x"><p><b>B</b></p><ul><li class="wrong">no</li><li class="right">yes</li></ul>' +
      '<p><a href="#h">Read</a> · <a href="#question-x">Back to question 1</a></p></li></ol>',
  );
});

test('cells of a wide table say to which column they belong; a table of two columns stays as it is', () => {
  const table = (cells: string, heads: string): string =>
    `<table><thead><tr>${heads}</tr></thead><tbody><tr>${cells}</tr></tbody></table>`;
  const wide = change(
    table('<td>a</td><td>b</td><td>–</td>', '<th>A</th><th>B</th><th>C, if different</th>'),
    labelCells,
  );
  expect(wide).toContain('<td>a</td><td><span class="column">B: </span>b</td>');
  expect(wide).toContain('<td class="nothing"><span class="column">C: </span>–</td>');
  const narrow = table('<td>a</td><td>b</td>', '<th>A</th><th>B</th>');
  expect(change(narrow, labelCells)).toBe(narrow);
});

test('a drawing carries its own paint, and its lines stop before the words that stand on them', () => {
  const drawing = toDrawing(
    '<svg xmlns="http://www.w3.org/2000/svg" class="d-drawing" viewBox="0 0 100 100" data-digest="1"><path class="d-edge" d="M50 0v100"/>' +
      '<rect class="d-label" x="30" y="40" width="40" height="20"/><text class="d-label-text" x="50" y="50">word</text></svg>',
  );
  expect(drawing).toContain('d="M50.0 0.0L50.0 40.0M50.0 60.0L50.0 100.0" stroke="currentColor" stroke-width="1.5"');
  expect(drawing).toContain('fill="currentColor"');
  expect(drawing).not.toMatch(/class=|<rect|<style|var\(|data-/);
});

test('the book keeps its identifier, a UUID made from its name', () => {
  // The example of RFC 9562, A.4.
  expect(toIdentifier('www.example.com')).toBe('urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

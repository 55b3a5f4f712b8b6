/** Reads the book back, as a reader's program would. It is there after `npm run epub`; without it, only its absence is held. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { type CheerioAPI, load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { readLibrary } from '../../src/build/content.ts';
import { toFile } from '../../src/build/epub/book.ts';
import { tones } from '../../src/build/epub/drawings.ts';
import { packBook } from '../../src/build/epub/pack-book.ts';
import { readBook } from '../../src/build/epub/read-book.ts';
import { findPageUrl } from '../../src/lib/urls.ts';
import { dist } from '../support/dist.ts';
import { checkWithEpubcheck, epubcheck } from '../support/epubcheck.ts';

const [file] = globSync(join(dist, 'epub/*.epub'));
const bytes = file ? new Uint8Array(readFileSync(file)) : new Uint8Array();
const archive = file ? unzipSync(bytes) : {};
const names = Object.keys(archive).flatMap((name) => (name.startsWith('EPUB/') ? [name.slice(5)] : []));
const textOf = (name: string): string => strFromU8(archive[`EPUB/${name}`] ?? new Uint8Array());
const readXml = (name: string): CheerioAPI => load(textOf(name), { xml: true });

const documents = new Map(names.filter((name) => name.endsWith('.xhtml')).map((name) => [name, readXml(name)]));
const idsOf = new Map(
  [...documents].map(([name, $]) => [
    name,
    $('[id]')
      .toArray()
      .flatMap((element) => $(element).attr('id') ?? []),
  ]),
);
const findHolders = (id: string): string[] => [...idsOf].flatMap(([name, ids]) => (ids.includes(id) ? [name] : []));
const library = readLibrary(join(dist, '..'));
const chapterOf = (path: string): CheerioAPI => documents.get(toFile(findPageUrl(path) ?? '')) ?? load('');

const colorsOf = (svg: string): string[] =>
  [...svg.matchAll(/\s(?:fill|stroke|color)="([^"]+)"/g)].map(([, color = '']) => color);

test('the home page links the book where it was made, and only there', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const links = [...html.matchAll(/href="\.\/(epub\/[^"]+)"/g)].map(([, path]) => path);
  expect(links).toEqual(file ? [`epub/${basename(file)}`] : []);
});

describe.skipIf(!file)('the book', () => {
  test('begins with its type, stored as it is, by which readers know it', () => {
    const view = new DataView(bytes.buffer);
    expect([view.getUint16(8, true), view.getUint16(26, true), view.getUint16(28, true)]).toEqual([0, 8, 0]);
    expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
  });

  test('lists every file that it holds, once, and no other', () => {
    const $ = readXml('package.opf');
    const listed = $('manifest > item')
      .toArray()
      .map((item) => $(item).attr('href') ?? '');
    expect([...listed, 'package.opf'].sort()).toEqual([...names].sort());
    const order = $('spine > itemref')
      .toArray()
      .map((item) => $(`manifest > item[id="${$(item).attr('idref')}"]`).attr('href') ?? '');
    expect([...order].sort()).toEqual([...documents.keys()].sort());
  });

  test('has every anchor once, and no link inside it leads nowhere', () => {
    const broken = [...documents].flatMap(([name, $]) =>
      $('a[href]')
        .toArray()
        .map((link) => $(link).attr('href') ?? '')
        .filter((href) => !/^https?:/.test(href))
        .filter((href) => {
          const [target = '', anchor] = href.split('#');
          const ids = idsOf.get(target || name);
          return !ids || (anchor !== undefined && !ids.includes(anchor));
        })
        .map((href) => `${name} → ${href}`),
    );
    expect(broken).toEqual([]);
    for (const [name, ids] of idsOf)
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        name,
      ).toEqual([]);
  });

  test('needs nothing from the web, no script and no form', () => {
    for (const [name, $] of documents) {
      expect($('script, iframe, object, form, input, button, details, [onclick], [tabindex]').length, name).toBe(0);
      const resources = $('[src], link[href]')
        .toArray()
        .map((element) => $(element).attr('src') ?? $(element).attr('href') ?? '');
      expect(
        resources.filter((resource) => !names.includes(resource)),
        name,
      ).toEqual([]);
    }
    expect(textOf('book.css')).not.toMatch(/url\(|@import|@font-face|var\(/);
  });

  test('holds every section, with its questions, their answers and what the notes said', () => {
    for (const { path, data, id } of library.sections) {
      const $ = chapterOf(path);
      expect($('h1').text(), path).toContain(data.title);
      const own = (sourced: { file: string }): boolean => sourced.file.startsWith(`content/${id}/`);
      for (const question of library.questions.filter(own)) {
        expect($(`#question-${question.data.id} .choices > li`).length).toBe(question.data.choices.length);
        expect($(`#question-${question.data.id} a[href="#answer-question-${question.data.id}"]`).length).toBe(1);
        const right = question.data.choices.flatMap(({ correct }, index) => (correct ? 'ABCDEFGH'.charAt(index) : []));
        expect($(`#answer-question-${question.data.id} > p b`).first().text()).toBe(right.join(' and '));
      }
      for (const { data: fact } of library.facts.filter(own))
        if (fact.then) expect($(`aside#then-${fact.id}`).text(), fact.id).toMatch(/^Notes of \d{4}: .+ \(.+\)/);
    }
    for (const { path } of library.domains) expect(chapterOf(path)('h1').length, path).toBe(1);
  });

  test('explains every term, and leads from it to the sections that use it', () => {
    for (const { id } of library.terms) {
      const [name] = findHolders(id).filter((holder) => holder.startsWith('glossary-'));
      if (!name) throw new Error(`The glossary has no entry "${id}".`);
      const $ = documents.get(name)!;
      const entry = $(`dt#${id}`).next('dd');
      expect(entry.find('p').length, id).toBeGreaterThan(0);
      expect(entry.find('.links a[href*=".xhtml"]').length, id).toBeGreaterThan(0);
    }
  });

  test('holds every diagram, painted without a style sheet, and tells it in words', () => {
    const paints = new Set(['none', 'currentColor', ...Object.values(tones)]);
    for (const { id } of library.diagrams) {
      const found = findHolders(`diagram-${id}`).map((name) => documents.get(name)!(`figure#diagram-${id} svg`));
      expect(found.length, id).toBe(1);
      const [svg] = found;
      expect(svg!.children('title').text() && svg!.children('desc').text(), id).not.toBe('');
      expect(
        colorsOf(svg!.toString()).filter((color) => !paints.has(color)),
        id,
      ).toEqual([]);
      expect(documents.get('figures.xhtml')!(`dt#words-diagram-${id}`).next('dd').text(), id).toBe(
        svg!.children('desc').text().trim(),
      );
    }
  });

  test('names every section below its domain in the contents, in the order of the book', () => {
    const $ = documents.get('nav.xhtml')!;
    const hrefs = $('nav#toc a')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    for (const { path } of library.sections.filter((section) => section.path.startsWith('domains/'))) {
      const domain = $(`nav#toc a[href="${toFile(findPageUrl(path) ?? '')}"]`)
        .closest('ol')
        .prev('a');
      expect(domain.attr('href'), path).toBe(toFile(findPageUrl(path.replace(/\/[^/]+(?=\/[^/]+$)/, '')) ?? ''));
    }
    const opf = readXml('package.opf');
    const order = opf('spine > itemref')
      .toArray()
      .map((item) =>
        opf(item)
          .attr('idref')
          ?.replace(/^file-/, ''),
      );
    expect(hrefs.filter((href) => !href.includes('#'))).toEqual(order.filter((name) => hrefs.includes(name ?? '')));
  });

  test('is the same for the same site, wherever it is made', () => {
    vi.stubEnv('TZ', 'Pacific/Auckland');
    expect(Buffer.from(packBook(readBook(dist))).equals(bytes)).toBe(true);
    vi.unstubAllEnvs();
  }, 120_000);

  test('is a valid EPUB 3', async () => {
    const { messages } = await EpubCheck.validate(bytes);
    expect(messages.filter(({ severity }) => severity !== 'usage')).toEqual([]);
  }, 120_000);

  test.skipIf(!epubcheck)(
    'satisfies the EPUBCheck of the W3C, where the machine has it',
    () => {
      expect(checkWithEpubcheck(file ?? '')).toContain('0 fatals / 0 errors / 0 warnings');
    },
    120_000,
  );
});

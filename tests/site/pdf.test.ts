/** Reads the PDFs back, as a reader's program would. They are there after `npm run pdf`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findDocuments, papers, toEditionUrl } from '../../src/build/pdf/editions.ts';
import { dist } from '../support/dist.ts';
import { type PrintPage, readPrintPage } from '../support/pdf/print-page.ts';
import { type Line, type Pdf, readPdf, squeeze, toText } from '../support/pdf/read-pdf.ts';
import { readStructure, type Structure } from '../support/pdf/read-structure.ts';

/** Width and height of the papers in points. */
const sizes = { A4: [595, 842], Letter: [612, 792] } as const;
/** The size of the title on the cover in points: Chromium shrinks all text when something is wider than the paper. */
const titleSize = 36;
/** What running heads and feet leave to the text, in points from the top, the bottom and the sides. */
const [head, foot, side] = [55, 50, 40];
/**
 * How far down a page its text reaches at least, as a share of the height: less looks like a mistake of the printer. Every
 * chapter starts on a page of its own, so its last page is rarely full.
 */
const leastFilled = 0.15;
/** As wide as the narrowest column, in points. */
const column = 150;

const editions = findDocuments(dist).flatMap((document) =>
  papers.map(({ paper, ending }) => ({ document, paper, url: toEditionUrl(document, ending) })),
);

describe.skipIf(!existsSync(join(dist, 'pdf'))).each(editions)('$url', ({ document, paper, url }) => {
  const [width, height] = sizes[paper];
  let pdf: Pdf;
  let structure: Structure;
  let source: PrintPage;
  /** The texts of each page between its running head and foot. */
  let bodies: Line[][];
  const pageOf = (id: string): number => pdf.places.get(id)?.page ?? 0;
  const textOfPage = (page: number): string => toText(bodies[page - 1] ?? []).toLowerCase();
  /** Whether words stand on a page; what they end with may stand at the top of the next. */
  const isOnPage = (words: string, page: number): boolean =>
    Array.from(words, (_, cut) => words.length - cut).some(
      (length) =>
        textOfPage(page).includes(words.slice(0, length)) && textOfPage(page + 1).startsWith(words.slice(length)),
    );

  beforeAll(async () => {
    const bytes = readFileSync(join(dist, url));
    source = readPrintPage(document);
    structure = readStructure(bytes);
    pdf = await readPdf(new Uint8Array(bytes));
    const isTab = ({ left }: Line): boolean => left > width - side;
    bodies = pdf.pages.map((lines, index) =>
      index === 0
        ? [...lines]
        : lines.filter((line) => line.bottom > foot && line.bottom < height - head && !isTab(line)),
    );
  }, 120_000);

  test('says what it is, and shows its title', () => {
    expect(pdf.info).toMatchObject({
      Title: source.title,
      Author: source.meta('author'),
      Subject: source.meta('description'),
      CreationDate: `D:${source.meta('date').replaceAll('-', '')}`,
      Language: 'en',
    });
    expect(pdf.preferences).toMatchObject({ DisplayDocTitle: true });
  });

  test('is tagged, with words for every diagram', () => {
    expect(structure.isTagged).toBe(true);
    const drawn = source.html.split('class="d-drawing').length - 1;
    expect(structure.findElements('Figure').filter(({ alt }) => alt)).toHaveLength(drawn);
  });

  test('brings its letters along as fonts, and of each font only what it uses', () => {
    expect(structure.fonts.filter(({ kind }) => kind === 'Type3')).toEqual([]);
    for (const { name } of structure.fonts) expect(name).toMatch(/^[A-Z]{6}\+/);
    expect(structure.areFontsEmbedded).toBe(true);
    expect(structure.fonts.filter(({ name }) => name.includes('AtkinsonHyperlegibleNext')).length).toBeGreaterThan(1);
  });

  test('labels its pages with the numbers that are printed on them; the cover has none', () => {
    const feet = pdf.pages.map((lines) => lines.filter(({ bottom }) => bottom < foot));
    const numbers = feet.map((lines) => lines.toSorted((a, b) => a.left - b.left).at(-1)?.text);
    expect(pdf.labels.slice(1)).toEqual(numbers.slice(1));
    expect(pdf.labels[0]).toBe('Cover');
    expect(squeeze(numbers[0] ?? '')).not.toMatch(/^\d+$/);
  });

  test('lists all headings in its outline, in order and nested', () => {
    expect(pdf.outline.map(({ title, depth }) => ({ title: squeeze(title), depth }))).toEqual(source.headings);
    expect(pdf.outline.map(({ page }) => page)).toEqual(pdf.outline.map(({ page }) => page).toSorted((a, b) => a - b));
  });

  test('leads somewhere with every link, and never to the machine that made it', () => {
    expect(structure.targets.length).toBeGreaterThan(0);
    expect(structure.targets.filter((id) => !pdf.places.has(id))).toEqual([]);
    expect(structure.addresses.filter((address) => !/^https?:\/\/(?!127\.|localhost)/.test(address))).toEqual([]);
  });

  test('names in its contents and lists the pages on which things really are', () => {
    expect(source.entries.length).toBeGreaterThan(2);
    const text = bodies.map(toText).join('').replaceAll(',', '');
    for (const entry of source.entries) {
      expect(text).toContain(entry.toText(pageOf));
      for (const id of entry.targets)
        expect(isOnPage(source.wordsAt(id), pageOf(id)), `"${source.wordsAt(id)}" on page ${pageOf(id)}`).toBe(true);
    }
  });

  test('fits its paper on every page, in its designed size, clear of the edges and of the running heads', () => {
    for (const [index, lines] of pdf.pages.entries()) {
      expect(Math.abs(pdf.sizes[index]!.width - width)).toBeLessThan(1.5);
      expect(Math.abs(pdf.sizes[index]!.height - height)).toBeLessThan(1.5);
      if (index === 0) continue;
      const beyond = bodies[index]!.filter(({ left, right }) => left < side || right > width - side);
      expect(beyond, `page ${index + 1}`).toEqual([]);
      const [above, under] = [
        lines.filter(({ bottom }) => bottom > height - head),
        lines.filter(({ bottom }) => bottom < foot),
      ];
      expect([above.length <= 2, under.length <= 2], `page ${index + 1}`).toEqual([true, true]);
    }
    expect(Math.max(...pdf.pages[0]!.map(({ size }) => size))).toBeCloseTo(titleSize, 1);
  });

  test('has no page that is nearly empty', () => {
    const sparse = bodies.flatMap((lines, index) => {
      const filled = (height - head - Math.min(...lines.map(({ bottom }) => bottom))) / (height - head - foot);
      return filled < leastFilled ? [`page ${index + 1}: ${toText(lines).slice(0, 80)}`] : [];
    });
    expect(sparse).toEqual([]);
  });

  test('has no heading at the foot of a page: two lines at least follow, or one under a letter of the index', () => {
    const lonely = pdf.outline.filter(({ title, page, top }) => {
      const lines = bodies[page - 1]!;
      const start = squeeze(title);
      const heading = lines.find(({ text, bottom }) => start.startsWith(squeeze(text)) && Math.abs(bottom - top) < 40);
      if (!heading) return true;
      const inColumn = lines.filter(({ left }) => left > heading.left - 5 && left < heading.left + column);
      const following = inColumn.filter(({ bottom }) => bottom < heading.bottom - 2);
      return new Set(following.map(({ bottom }) => Math.round(bottom))).size < (title.length === 1 ? 1 : 2);
    });
    expect(lonely).toEqual([]);
  });

  test('cuts no row of a table in two; heads of tables are printed again on each page', () => {
    const rows = structure.findElements('TR').filter(({ holds }) => holds.includes('TD'));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ pages }) => pages > 1)).toEqual([]);
  });

  test.each(['Figure', 'Caption', 'H1', 'H2', 'H3', 'H4'])('cuts no %s in two', (kind) => {
    expect(structure.findElements(kind).filter(({ pages }) => pages > 1)).toEqual([]);
  });
});

/** Reads the PDFs back, as a reader's program would. They are there after `npm run pdf`; without it, only their absence is held. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';

const folder = 'dist';
const domains = readdirSync(join(folder, 'print')).flatMap((file) =>
  file.endsWith('.html') ? [file.slice(0, -5)] : [],
);
const hasPdfs = existsSync(join(folder, 'pdf'));

/** Width and height of the papers in points. */
const papers = [
  { ending: '', width: 595, height: 842 },
  { ending: '-letter', width: 612, height: 792 },
];
/** The size of the title on the cover, in points: Chromium shrinks all text when something is wider than the paper. */
const titleSize = 36;
/** The part of a page that running heads and feet leave to the text, in points from its top and bottom edge. */
const [head, foot] = [55, 50];

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type OutlineItem = Awaited<ReturnType<Document['getOutline']>>[number];
interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
}

/** The texts of a page with their places. */
const readLines = async (document: Document, number: number): Promise<Line[]> => {
  const { items } = await (await document.getPage(number)).getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , left = 0, bottom = 0] = item.transform as number[];
    return [{ text: item.str, left, right: left + item.width, bottom, size: item.height }];
  });
};

const toPageNumber = async (document: Document, target: unknown): Promise<number> => {
  const place = typeof target === 'string' ? await document.getDestination(target) : (target as unknown[]);
  return (await document.getPageIndex(place?.[0] as Parameters<Document['getPageIndex']>[0])) + 1;
};

/** The outline as a flat list, with its depth and its pages. */
const readOutline = async (
  document: Document,
  items: OutlineItem[],
  depth = 0,
): Promise<{ title: string; depth: number; page: number }[]> => {
  const rows = [];
  for (const { title, dest, items: below } of items)
    rows.push(
      { title: title.trim(), depth, page: await toPageNumber(document, dest) },
      ...(await readOutline(document, below, depth + 1)),
    );
  return rows;
};

const toPlainText = (html: string): string =>
  html
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");

/** The headings of the print page that the PDF was made from. */
const readHeadings = (domain: string): { title: string; depth: number }[] =>
  [...readFileSync(join(folder, 'print', `${domain}.html`), 'utf8').matchAll(/<h([1-4])\b[^>]*>(.*?)<\/h\1>/gs)].map(
    ([, level, html = '']) => ({
      depth: Number(level) - 1,
      title: toPlainText(html.replaceAll(/<[^>]+>/g, ''))
        .replaceAll(/\s+/g, ' ')
        .trim(),
    }),
  );

/** The contents of the print page: each entry's target and name, in order. */
const readEntries = (domain: string): { id: string; title: string }[] =>
  [
    ...readFileSync(join(folder, 'print', `${domain}.html`), 'utf8').matchAll(
      /<a href="#([^"]+)">((?:(?!<\/a>).)*)<span class="page-number"/gs,
    ),
  ].map(([, id = '', html = '']) => ({
    id,
    title: toPlainText(html.replaceAll(/<[^>]+>/g, ''))
      .replaceAll(/\s+/g, ' ')
      .trim(),
  }));

const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');
const toText = (lines: readonly Line[]): string => squeeze(lines.map(({ text }) => text).join(''));

describe.each(domains)('the print page of %s', (domain) => {
  const html = readFileSync(join(folder, 'print', `${domain}.html`), 'utf8');
  const ids = [...html.matchAll(/<[a-z][^>]*\sid="([^"]+)"/g)].map(([, id = '']) => id);

  test('has every id once, and every link inside it leads to one', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = [...html.matchAll(/\shref="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('names no page of the site that paper cannot reach', () => {
    const links = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) => href);
    expect(links.filter((href) => !/^(?:#|https?:)/.test(href))).toEqual([`../${domain}.html`]);
  });

  test('stays out of search and runs no scripts', () => {
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('data-pagefind-ignore="all"');
    expect(html).not.toContain('<script');
  });
});

test('a page links the PDFs of its domain where they were made, and only there', () => {
  for (const domain of domains) {
    const html = readFileSync(join(folder, `${domain}.html`), 'utf8');
    const links = [...html.matchAll(/href="\.\/(pdf\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(links).toEqual(hasPdfs ? [`pdf/${domain}.pdf`, `pdf/${domain}-letter.pdf`] : []);
    for (const path of links) expect(existsSync(join(folder, path)), path).toBe(true);
  }
});

const editions = domains.flatMap((domain) =>
  papers.map((paper) => ({ ...paper, domain, file: `${domain}${paper.ending}.pdf` })),
);

describe.skipIf(!hasPdfs).each(editions)('$file', ({ domain, file, width, height }) => {
  let document: Document;
  let pages: Line[][];
  beforeAll(async () => {
    document = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, 'pdf', file))));
    pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => readLines(document, index + 1)));
  }, 60_000);

  test('has a title, a language and tags', async () => {
    const { info } = await document.getMetadata();
    const html = readFileSync(join(folder, 'print', `${domain}.html`), 'utf8');
    expect(info).toMatchObject({ Title: toPlainText(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''), Language: 'en' });
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    const first = await (await document.getPage(1)).getStructTree();
    expect(first?.children.length).toBeGreaterThan(0);
  });

  test('fits its paper on every page', async () => {
    for (let number = 1; number <= document.numPages; number++) {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(number)).view;
      expect(Math.abs(right - left - width)).toBeLessThan(1.5);
      expect(Math.abs(top - bottom - height)).toBeLessThan(1.5);
      // The tab stands at the edge; everything else keeps its distance.
      const wide = pages[number - 1]?.filter(
        (line) => line.left < 40 || (line.right > width - 40 && line.text !== domain[0]),
      );
      expect(wide, `page ${number}`).toEqual([]);
    }
  });

  test('is as large as it was designed, because nothing on it is wider than the paper', () => {
    expect(Math.max(...(pages[0] ?? []).map(({ size }) => size))).toBeCloseTo(titleSize, 1);
  });

  test('lists all headings in its outline, in order and nested', async () => {
    const outline = await readOutline(document, await document.getOutline());
    const headings = readHeadings(domain);
    expect(outline.map(({ title }) => squeeze(title))).toEqual(headings.map(({ title }) => squeeze(title)));
    expect(outline.map(({ depth }) => depth)).toEqual(headings.map(({ depth }) => depth));
    expect(outline.map(({ page }) => page)).toEqual(outline.map(({ page }) => page).toSorted((a, b) => a - b));
  });

  test('names in its contents the pages on which the headings really are', async () => {
    const entries = readEntries(domain);
    expect(entries.length).toBeGreaterThan(2);
    const start = await toPageNumber(document, entries[0]?.id);
    const contents = pages
      .slice(1, start - 1)
      .flatMap((lines) => lines.filter(({ left, bottom }) => left < width - 40 && bottom > foot));
    const targets = await Promise.all(entries.map(({ id }) => toPageNumber(document, id)));
    expect(contents.filter(({ text }) => /^\d+$/.test(text)).map(({ text }) => Number(text))).toEqual(targets);
    for (const [index, { title }] of entries.entries())
      expect(toText(pages[(targets[index] ?? 0) - 1] ?? []), `page ${targets[index]}`).toContain(squeeze(title));
  });

  test('prints on each page the number that programs show for it', () => {
    const feet = pages.map((lines) => lines.filter(({ bottom }) => bottom < foot).toSorted((a, b) => a.left - b.left));
    expect(feet.slice(1).map((lines) => Number(lines.at(-1)?.text))).toEqual(
      pages.slice(1).map((_, index) => index + 2),
    );
  });

  test('has links that lead somewhere, and none to the machine that made it', async () => {
    for (let number = 1; number <= document.numPages; number++)
      for (const { subtype, dest, url } of await (await document.getPage(number)).getAnnotations()) {
        if (subtype !== 'Link') continue;
        if (dest) expect(await toPageNumber(document, dest), `${dest}`).toBeGreaterThan(0);
        else expect(url).toMatch(/^https?:\/\/(?!127\.|localhost)/);
      }
  });

  test('has no page that is nearly empty', () => {
    const sparse = pages.flatMap((lines, index) => {
      const text = toText(lines.filter(({ bottom }) => bottom > foot && bottom < height - head));
      return text.length < 200 ? [`page ${index + 1}: "${text}"`] : [];
    });
    expect(sparse).toEqual([]);
  });

  test('brings its fonts along', async () => {
    const { OPS } = await getResolvedPDFJS();
    const names = new Set<string>();
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      const ids = fnArray.flatMap((operator: number, index: number) =>
        operator === OPS.setFont ? [String(argsArray[index][0])] : [],
      );
      for (const id of new Set<string>(ids)) {
        const font = page.commonObjs.get(id) as { name: string; missingFile?: boolean };
        expect(font.missingFile ?? false, font.name).toBe(false);
        names.add(font.name);
      }
    }
    expect([...names].filter((name) => name.includes('AtkinsonHyperlegibleNext')).length).toBeGreaterThanOrEqual(2);
  }, 60_000);
});

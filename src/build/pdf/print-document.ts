import type { Page } from '@playwright/test';
import { type About, completePdf } from './complete-pdf.ts';
import { type Layout, readLayout } from './read-layout.ts';

/** The paper that a document is printed on. */
export type Paper = 'A4' | 'Letter';

/** A printed document, and its number of pages. */
export interface Print {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Page numbers can lengthen a line of the contents once, and seldom more often. */
const passes = 4;

/** What stands for a page number before it is known. */
const placeholder = '000';

const print = (page: Page, format: Paper): Promise<Uint8Array> =>
  page.pdf({ format, printBackground: true, preferCSSPageSize: true, outline: true, tagged: true });

/** Prints blank pages: that takes half the time, and everything has its place. */
const printBlank = async (page: Page, format: Paper): Promise<Uint8Array> => {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { visibility: hidden !important } svg * { display: none !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  const pdf = await page.pdf({ format, preferCSSPageSize: true });
  await page.evaluate(() => void document.adoptedStyleSheets.pop());
  return pdf;
};

/** Writes page numbers where they belong. Returns the ids that nothing in the PDF answers to. */
const writePageNumbers = (page: Page, targets?: Layout['targets']): Promise<string[]> =>
  page.evaluate(
    ({ entries, placeholder }) => {
      const numbers = new Map(entries);
      const places = [...document.querySelectorAll<HTMLElement>('[data-page-of]')];
      for (const place of places)
        place.textContent = entries ? String(numbers.get(place.dataset['pageOf'] ?? '') ?? '') : placeholder;
      return places.filter(({ textContent }) => !textContent).map(({ dataset }) => dataset['pageOf'] ?? '');
    },
    { entries: targets && [...targets], placeholder },
  );

const readAbout = (page: Page): Promise<About> =>
  page.evaluate(() => {
    const get = (name: string): string => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
    return { title: document.title, author: get('author'), subject: get('description'), date: get('date') };
  });

const isSame = (a: Layout, b: Layout): boolean => [...a.targets].every(([id, page]) => b.targets.get(id) === page);

/**
 * Prints a loaded document with the page numbers of its contents and lists: prints it blank, reads back the pages of all
 * targets, writes them where they belong, and prints again until nothing moves.
 *
 * @throws when a page number has no target, or when the pages never settle
 */
export const printDocument = async (page: Page, paper: Paper): Promise<Print> => {
  await writePageNumbers(page);
  let layout = await readLayout(await printBlank(page, paper));
  for (let pass = 2; pass <= passes; pass++) {
    const lost = await writePageNumbers(page, layout.targets);
    if (lost.length > 0)
      throw new Error(
        `A page number is asked of "${lost.join('", "')}", which is no place in the document. Correct what lists it in src/components/paper/.`,
      );
    const pdf = await print(page, paper);
    const next = await readLayout(pdf);
    if (isSame(layout, next)) return { bytes: completePdf(pdf, await readAbout(page)), pages: next.pages };
    layout = next;
  }
  throw new Error(
    `The page numbers still move the text after ${passes} passes. Give them a fixed width in src/styles/print.css.`,
  );
};

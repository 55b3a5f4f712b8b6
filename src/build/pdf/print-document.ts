import type { Page } from '@playwright/test';
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

const print = (page: Page, format: Paper): Promise<Uint8Array> =>
  page.pdf({ format, printBackground: true, preferCSSPageSize: true, outline: true, tagged: true });

/** Writes page numbers into the contents. Returns the ids that nothing in the PDF answers to. */
const writePageNumbers = (page: Page, { targets }: Layout): Promise<string[]> =>
  page.evaluate(
    (entries) => {
      const numbers = new Map(entries);
      const places = [...document.querySelectorAll<HTMLElement>('[data-page-of]')];
      for (const place of places) place.textContent = String(numbers.get(place.dataset['pageOf'] ?? '') ?? '');
      return places.filter(({ textContent }) => !textContent).map(({ dataset }) => dataset['pageOf'] ?? '');
    },
    [...targets],
  );

const isSame = (a: Layout, b: Layout): boolean =>
  a.pages === b.pages && [...a.targets].every(([id, number]) => b.targets.get(id) === number);

/**
 * Prints a loaded document with the page numbers of its contents: prints it, reads back the pages of all targets, writes
 * them into the contents, and prints again until nothing moves.
 *
 * @throws when an entry of the contents has no target, or when the pages never settle
 */
export const printDocument = async (page: Page, paper: Paper): Promise<Print> => {
  let layout = await readLayout(await print(page, paper));
  for (let pass = 2; pass <= passes; pass++) {
    const lost = await writePageNumbers(page, layout);
    if (lost.length > 0)
      throw new Error(
        `The contents name "${lost.join('", "')}", which is no place in the document. Correct src/components/paper/Contents.astro.`,
      );
    const bytes = await print(page, paper);
    const next = await readLayout(bytes);
    if (isSame(layout, next)) return { bytes, pages: next.pages };
    layout = next;
  }
  throw new Error(
    `The page numbers still move the text after ${passes} passes. Give the numbers of the contents a fixed width in src/styles/print.css.`,
  );
};

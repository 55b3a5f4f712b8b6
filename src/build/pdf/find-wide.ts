import type { Page } from '@playwright/test';
import type { Paper } from './print-document.ts';

/** The paper's width without the margins that src/styles/paper.css leaves (18 and 17 mm), in CSS pixels. */
const textWidths: Record<Paper, number> = { A4: 661, Letter: 683 };

/**
 * Finds in an open document what reaches beyond the text on paper: Chromium would shrink the whole document to make it fit, or
 * cut off what stands too far left.
 *
 * @returns the headings under which something is too wide
 */
export const findWide = async (page: Page, paper: Paper): Promise<string[]> => {
  await page.setViewportSize({ width: textWidths[paper], height: 1000 });
  return page.evaluate(() => {
    const headings = [...document.querySelectorAll('main :is(h1, h2, h3)')];
    const isWide = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > window.innerWidth + 1;
    };
    const toHeading = (element: Element): string =>
      headings.findLast((heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
        ?.textContent ?? '';
    return [...new Set([...document.querySelectorAll('main :not(svg *)')].filter(isWide).map(toHeading))];
  });
};

import type { Browser, Page } from '@playwright/test';

/**
 * A PDF has no fonts for text with a seam, only drawings of each letter. A plate behind the text keeps it as readable
 * where a line runs through it.
 */
const replaceSeams = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const text of document.querySelectorAll<SVGTextElement>('.d-drawing text')) {
      if (getComputedStyle(text).stroke === 'none') continue;
      const { x, y, width, height } = text.getBBox();
      const plate = document.createElementNS(text.namespaceURI as 'http://www.w3.org/2000/svg', 'rect');
      for (const [name, value] of Object.entries({ x, y, width, height })) plate.setAttribute(name, String(value));
      plate.classList.add('d-label');
      text.before(plate);
      text.style.stroke = 'none';
    }
  });

/**
 * Opens a document to print it.
 *
 * @param report hears of each file that the document cannot load
 */
export const openDocument = async (browser: Browser, url: string, report: (problem: string) => void): Promise<Page> => {
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    report(`${url} needs ${response.url()}, which is not there (${response.status()}). Run \`npm run build\` again.`);
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await replaceSeams(page);
  return page;
};

import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { expect, section, test } from '../support/browser.ts';

/** Bytes of an answer, its head included, as a host sends it that compresses scripts and data. */
const toBytes = async (response: Response): Promise<number> => {
  const body = await response.body();
  const { responseHeadersSize: head } = await response.request().sizes();
  return head + (/\.js(?:on)?$/.test(new URL(response.url()).pathname) ? gzipSync(body).length : body.length);
};

/** What the page is sent from now on. */
const watchAnswers = (page: Page): Response[] => {
  const answers: Response[] = [];
  page.on('response', (response) => answers.push(response));
  return answers;
};

const search = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(words, { delay: 100 });
  await expect(page.locator('.pf-summary')).toHaveText(new RegExp(`for ${words}$`));
  await expect(page.locator('.pf-result-link').nth(4)).toBeVisible();
};

for (const words of ['RTO', 'recovery time objective', 'direct connect gateway'])
  test(`the first search costs a reader at most 130 kB: "${words}"`, async ({ page }) => {
    await page.goto(section, { waitUntil: 'networkidle' });
    const answers = watchAnswers(page);
    await search(page, words);
    const sizes = await Promise.all(answers.map(async (answer) => [answer.url(), await toBytes(answer)] as const));
    const bytes = sizes.reduce((sum, [, size]) => sum + size, 0);
    expect(bytes, JSON.stringify(sizes, null, 2)).toBeLessThanOrEqual(130_000);
  });

test('the filters are sent to a reader who opens them, and to nobody else', async ({ page }) => {
  await page.goto(section, { waitUntil: 'networkidle' });
  const answers = watchAnswers(page);
  const toFilters = (): Response[] => answers.filter((answer) => answer.url().endsWith('.pf_filter'));
  await search(page, 'recovery');
  expect(toFilters()).toEqual([]);
  await page.getByRole('dialog').locator('summary').click();
  await expect.poll(() => toFilters().length).toBeGreaterThan(0);
});

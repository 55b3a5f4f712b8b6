import type { Page } from '@playwright/test';
import { expect, section, test } from '../support/browser.ts';

const isFontLoaded = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].some(
      ({ family, status }) => family.includes('Hyperlegible Next') && status === 'loaded',
    );
  });

/** Walks from the first page to a glossary entry by links alone. */
const walk = async (page: Page, root: string): Promise<void> => {
  await page.goto(`${root}index.html`);
  await page.locator('.card').getByRole('link').first().click();
  await page.waitForURL(/\/1-[\w-]+\.html$/);
  await page.locator('.card').getByRole('link').first().click();
  await page.waitForURL(/\/1-[\w-]+\/1\.1-[\w-]+\.html$/);
  expect(await isFontLoaded(page)).toBe(true);
  await page.locator('a.term').first().click();
  await page.waitForURL(/\/glossary\/[\w-]+\.html$/);
  await expect(page.locator('[data-definition] p').first()).toBeVisible();
  expect(page.url().startsWith(root)).toBe(true);
};

for (const [name, place] of [
  ['at the root of a host', 'root'],
  ['in a folder of a host', 'folder'],
] as const)
  test.describe(name, () => {
    test('a reader walks from the first page to a term', async ({ page, guide }) => {
      await walk(page, guide[place]);
    });

    test('a reader follows a hit of the search', async ({ page, guide }) => {
      await page.goto(guide[place] + section);
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('RTO');
      await expect(page.locator('.pf-summary')).toHaveText(/for RTO$/);
      await page.getByRole('list', { name: 'Search results' }).getByRole('link').first().click();
      await page.waitForURL(/\/glossary\/rto\.html/);
      expect(page.url().startsWith(guide[place])).toBe(true);
    });
  });

test.describe('in a folder of a host', () => {
  test('a reader sees the preview of a term, and is offered to go on', async ({ page, guide }) => {
    await page.goto(guide.folder + section);
    await page.locator('a.term').first().focus();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await page.goto(guide.folder);
    await page.getByRole('link', { name: /^Go on with/ }).click();
    await page.waitForURL(guide.folder + section);
  });
});

test.describe('unpacked from the zip and opened from the disk', () => {
  // Browsers refuse to fetch the font early there, and load it when the style asks for it.
  test.use({ tolerated: /^Access to font|woff2/ });

  test('a reader walks from the first page to a term', async ({ page, release }) => {
    await walk(page, release);
  });

  test('a reader switches the theme and turns pages with the keyboard', async ({ page, release }) => {
    await page.goto(release + section);
    await page.getByRole('button', { name: 'Dark or light theme' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('j');
    await page.waitForURL((url) => url.protocol === 'file:' && !url.pathname.endsWith(section));
  });

  test('a reader is told why the search cannot work, and what to do', async ({ page, release }) => {
    await page.goto(release + section);
    await page.getByRole('button', { name: /^Search/ }).click();
    await expect(page.getByRole('dialog', { name: 'Search' })).toContainText('Search needs a web server');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  });
});

test.describe('at a wrong address', () => {
  const wrong = '1-high-availability/no/such/page.html';
  test.use({ tolerated: /404 .*no\/such\/page/ });

  test('a reader sees a whole page and finds the way back', async ({ page }) => {
    await page.goto(wrong);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
    expect(await isFontLoaded(page)).toBe(true);
    await page.getByRole('main').getByRole('link', { name: 'The glossary' }).click();
    await page.waitForURL(/\/glossary\.html$/);
  });
});

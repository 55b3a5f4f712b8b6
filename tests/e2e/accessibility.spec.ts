import type { Page } from '@playwright/test';
import { findBarriers } from '../support/barriers.ts';
import { expect, kinds, section, sectionWithDiagrams, test } from '../support/browser.ts';

/** @param part the part of the page to look at, as a selector */
const expectNoBarriers = async (page: Page, part?: string): Promise<void> => {
  expect(await findBarriers(page, part)).toEqual([]);
};

test.describe('a reader with an aid meets no barrier that axe knows', () => {
  for (const path of kinds)
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expectNoBarriers(page);
    });

  test('in the search with its results', async ({ page }) => {
    await page.goto(section);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('pilot light');
    await expect(page.getByRole('list', { name: 'Search results' }).getByRole('link').first()).toBeVisible();
    await expectNoBarriers(page, 'dialog[open]');
  });

  test('in the list of keys', async ({ page }) => {
    await page.goto(section);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expectNoBarriers(page, 'dialog[open]');
  });

  test('in an enlarged diagram', async ({ page }) => {
    await page.goto(sectionWithDiagrams);
    await page
      .getByRole('button', { name: /^Enlarge the diagram/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoBarriers(page, 'dialog[open]');
  });

  test('in the preview of a term', async ({ page }) => {
    await page.goto(section);
    await page.locator('a.term').first().focus();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await expectNoBarriers(page, '.term-preview');
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test('in a section, and in the contents of the guide', async ({ page }) => {
      await page.goto(section);
      await expectNoBarriers(page);
      await page.getByRole('button', { name: 'Contents of the guide' }).click();
      await expect(page.getByRole('navigation', { name: 'Contents of the guide' })).toBeVisible();
      await expectNoBarriers(page, '.tree');
    });
  });
});

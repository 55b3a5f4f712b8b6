import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, kinds, section, sectionWithDiagram, test } from '../support/browser.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const expectNoBarriers = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
    const barriers = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`));
    expect(barriers).toEqual([]);
  }
};

test.describe('a reader with an aid meets no barrier that axe knows', () => {
  for (const [kind, path] of Object.entries(kinds))
    test(`on ${kind}`, async ({ page }) => {
      await page.goto(path);
      await expectNoBarriers(page);
    });

  test('in the search with its results', async ({ page }) => {
    await page.goto(section);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('pilot light');
    await expect(page.getByRole('list', { name: 'Search results' }).getByRole('link').first()).toBeVisible();
    await expectNoBarriers(page);
  });

  test('in the list of keys', async ({ page }) => {
    await page.goto(section);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expectNoBarriers(page);
  });

  test('in an enlarged diagram', async ({ page }) => {
    await page.goto(sectionWithDiagram);
    await page
      .getByRole('button', { name: /^Enlarge the diagram/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoBarriers(page);
  });

  test('in the preview of a term', async ({ page }) => {
    await page.goto(section);
    await page.locator('a.term').first().focus();
    await expect(page.getByRole('tooltip')).toBeVisible();
    await expectNoBarriers(page);
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test('in a section, and in the contents of the guide', async ({ page }) => {
      await page.goto(section);
      await expectNoBarriers(page);
      await page.getByRole('button', { name: 'Contents of the guide' }).click();
      await expect(page.getByRole('navigation', { name: 'Contents of the guide' })).toBeVisible();
      await expectNoBarriers(page);
    });
  });
});

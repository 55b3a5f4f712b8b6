import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';

const toRows = (page: Page): Locator => page.locator('tr[data-status]');

/** Keeps to a domain and to one fate, and waits until the list follows. */
const narrow = async (page: Page): Promise<void> => {
  await page.getByLabel('Domain').selectOption('1');
  await page.getByLabel('What became of it').selectOption('retired');
  await expect(page.getByRole('status')).toContainText(/\d/);
};

for (const path of ['changed.html', 'changed/by-date.html'])
  test(`a reader with an old course narrows ${path} to what concerns them`, async ({ page }) => {
    await page.goto(path);
    await expect(toRows(page).and(page.locator('[data-status="changed"]')).first()).toBeVisible();
    await narrow(page);
    const shown = toRows(page).filter({ visible: true });
    await expect(shown.first()).toBeVisible();
    await expect(shown.and(page.locator(':not([data-status="retired"])'))).toHaveCount(0);
    await expect(page.getByRole('table').filter({ visible: true }).first()).toBeVisible();
  });

test('a reader sends the address of a narrowed list', async ({ page, context }) => {
  await page.goto('changed.html');
  await narrow(page);
  const count = await page.getByRole('status').innerText();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel('What became of it')).toHaveValue('retired');
  await expect(other.getByRole('status')).toHaveText(count);
});

test('a reader who types in the filter types every key', async ({ page }) => {
  await page.goto('changed.html');
  await page.getByLabel('Words').focus();
  await page.keyboard.type('j/k?');
  await expect(page.getByLabel('Words')).toHaveValue('j/k?');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a reader goes from a change to the note beside the text', async ({ page }) => {
  await page.goto('changed.html');
  await toRows(page).first().getByRole('rowheader').getByRole('link').click();
  await page.waitForURL(/#then-/);
  await expect(page.locator('.then:target')).toBeInViewport();
});

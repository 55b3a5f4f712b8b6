import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { serve } from '../../src/build/serve.ts';
import { dist, expect, section, test } from '../support/browser.ts';

const kept = 'The whole guide is kept in this browser';

/** Keeps the guide as a reader does, and waits until it is there. */
const keep = async (page: Page, root = ''): Promise<void> => {
  await page.goto(`${root}offline.html`);
  await page.getByRole('button', { name: 'Keep the guide in this browser' }).click();
  await expect(page.getByText(kept)).toBeVisible({ timeout: 30_000 });
};

const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

test('a reader is told what the copy costs before anything is loaded', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('offline.html');
  await expect(page.getByText(/takes [\d.]+ MB to load, [\d.]+ MB of space/)).toBeVisible();
  expect(loaded.filter((url) => url.endsWith('.bin'))).toEqual([]);
  expect(await cacheNames(page)).toEqual([]);
});

for (const place of ['root', 'folder'] as const)
  test.describe(`without a network, kept from the ${place} of a host`, () => {
    test.use({ tolerated: /ERR_INTERNET_DISCONNECTED/ });
    test('a reader reads, searches and practices', async ({ page, context, guide }) => {
      await keep(page, guide[place]);
      await context.setOffline(true);
      await page.goto(`${guide[place]}${section}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // The font and the style sheet came along.
      expect(await page.evaluate(() => document.fonts.check('1rem "Atkinson Hyperlegible Next Variable"'))).toBe(true);
      expect(await page.locator('.header').evaluate((header) => getComputedStyle(header).position)).toBe('sticky');
      await page.keyboard.press('/');
      await expect(page.locator('.pf-input')).toBeFocused();
      await page.keyboard.type('pilot light');
      await page.locator('.pf-result a').first().click();
      await expect(page).toHaveURL(/pilot-light/);
      await page.goto(`${guide[place]}practice/set.html?of=domain:1&size=2`);
      await expect(page.getByRole('heading', { name: 'Question 1 of 2' })).toBeVisible();
      await page.goto(guide[place]);
      await expect(page.getByRole('heading', { level: 2, name: 'The eight domains' })).toBeVisible();
    });

    test('a reader who asks for what is not kept is told so', async ({ page, context, guide }) => {
      await keep(page, guide[place]);
      await context.setOffline(true);
      await page.goto(`${guide[place]}print/1-high-availability.html`);
      await expect(page.getByRole('alert')).toContainText('not in the copy');
      await expect(page.getByText('You are offline now')).toBeVisible();
    });
  });

test('a reader who removes the copy has nothing of it left', async ({ page }) => {
  await keep(page);
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  await page.getByRole('button', { name: 'Remove the copy' }).click();
  await expect(page.getByText('Nothing is kept yet')).toBeVisible();
  expect(await cacheNames(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe('dark');
});

test.describe('a load that breaks off', () => {
  test.use({ tolerated: /ERR_FAILED|Failed to load|offline/ });
  test('leaves nothing behind, and says so', async ({ page }) => {
    await page.goto('offline.html');
    await page.route('**/offline/*.bin', (route) => route.fulfill({ body: Buffer.from([31, 139, 8, 0]) }));
    await page.getByRole('button', { name: 'Keep the guide in this browser' }).click();
    await expect(page.getByText('could not be loaded whole')).toBeVisible();
    expect(await cacheNames(page)).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

test.describe('when the site has changed', () => {
  // The changed site has an address of its own.
  test.use({ tolerated: /^foreign: http:\/\/127\.0\.0\.1/ });
  test('a page stays as it is until the reader takes the newer version', async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-'));
    cpSync(dist, folder, { recursive: true });
    const { server, url } = await serve(folder);
    try {
      await keep(page, url);
      // What a new build does: another page, another copy, another version.
      const file = join(folder, 'glossary.html');
      writeFileSync(file, readFileSync(file, 'utf8').replace('<h1>', '<h1>New '));
      const { writeOfflineCopy } = await import('../../src/build/offline.ts');
      await writeOfflineCopy(folder);
      await page.evaluate(() => localStorage.removeItem('offline-asked'));
      await page.goto(`${url}glossary.html`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
      const notice = page.getByRole('status').filter({ hasText: 'A newer version of the guide is there' });
      await notice.getByRole('button', { name: 'Load it' }).click();
      await page.getByRole('button', { name: 'Reload this page' }).click({ timeout: 30_000 });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('New Glossary');
      expect(await cacheNames(page)).toHaveLength(1);
    } finally {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    }
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`everybody can use the page in a ${colorScheme} window, before and after`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('offline.html');
    await expect(page.getByRole('button', { name: 'Keep the guide in this browser' })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await keep(page);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

test('the guide can be installed: its manifest names icons that are there', async ({ page, request }) => {
  await page.goto('index.html');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await request.get(address ?? '')).json();
  for (const { src } of manifest.icons) expect((await request.get(new URL(src, address ?? '').href)).ok()).toBe(true);
  expect((await request.get(new URL(manifest.start_url, address ?? '').href)).ok()).toBe(true);
});

import type { Page } from '@playwright/test';
import { expect, section, test } from '../support/browser.ts';

/** Which theme the reader sees: dark paper or light. */
const readTheme = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const channels = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g) ?? [];
    return channels.slice(0, 3).every((channel) => Number(channel) < 128) ? 'dark' : 'light';
  });

const switchTheme = (page: Page): Promise<void> => page.getByRole('button', { name: 'Dark or light theme' }).click();

test('a reader sees the theme of their system, also when it changes at dusk', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(section);
  expect(await readTheme(page)).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await readTheme(page)).toBe('light');
});

for (const [system, other] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const)
  test(`a reader whose system is ${system} switches to ${other}, for good`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.goto(section);
    await switchTheme(page);
    expect(await readTheme(page)).toBe(other);
    await page.goto('index.html');
    expect(await readTheme(page)).toBe(other);
    await page.reload();
    expect(await readTheme(page)).toBe(other);
    await switchTheme(page);
    expect(await readTheme(page)).toBe(system);
  });

test('a reader who chose a theme never sees the other one flash', async ({ page }) => {
  await page.goto('index.html');
  await switchTheme(page);
  const chosen = await readTheme(page);
  // The theme when the body begins: nothing can be painted before, and modules run long after.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { themeAtStart: document.documentElement.dataset['theme'] });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(section);
  expect(await page.evaluate(() => (window as { themeAtStart?: string }).themeAtStart)).toBe(chosen);
});

test('a reader whose browser keeps nothing can still switch and read on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(section);
  await switchTheme(page);
  expect(await readTheme(page)).toBe('dark');
  await page.keyboard.press('j');
  await page.waitForURL(({ pathname }) => !pathname.endsWith(section));
  expect(await readTheme(page)).toBe('light');
  await page.goto('index.html');
  await expect(page.getByRole('link', { name: /^Go on with/ })).toBeHidden();
});

test('a reader whose browser kept nonsense sees the theme of their system', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('theme', '"><script>'));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(section);
  expect(await readTheme(page)).toBe('dark');
});

import type { Page } from '@playwright/test';
import { expect, section, test } from '../support/browser.ts';
import { hold } from '../support/hold.ts';
import { sumShifts, watchShifts } from '../support/layout-shifts.ts';

for (const width of [390, 1440])
  for (const path of ['index.html', section])
    test(`a reader at a width of ${width} sees nothing move when the font arrives late on ${path}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await watchShifts(page);
      const deliver = await hold(page, '**/*.woff2');
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      const hasFallback = await page.evaluate(() =>
        document.fonts.load('1em "Atkinson fallback"').then(
          () => true,
          () => false,
        ),
      );
      test.skip(!hasFallback, 'This machine has none of the fonts that the fallback borrows.');
      deliver();
      await page.waitForFunction(() =>
        [...document.fonts].some(({ family, status }) => /Next/.test(family) && status === 'loaded'),
      );
      expect(await sumShifts(page)).toBeLessThan(0.01);
    });

/** How many different places a reader sees while something scrolls, until it stands still. */
const countPlaces = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const places = new Set<number>();
    const ended = new Promise((resolve) => document.addEventListener('scrollend', resolve, true));
    Object.assign(window, { places, ended });
    const note = ({ target }: Event): unknown => places.add(target instanceof Element ? target.scrollTop : scrollY);
    document.addEventListener('scroll', note, true);
  });
  await act();
  return page.evaluate(async () => {
    const { places, ended } = window as unknown as { places: Set<number>; ended: Promise<Event> };
    await ended;
    return places.size;
  });
};

test.describe('motion', () => {
  test.use({ viewport: { width: 1440, height: 600 } });

  // The event alone: a click would first scroll the link itself into view.
  const jump = (page: Page): Promise<number> =>
    countPlaces(page, () => page.locator('.toc').getByRole('link', { name: 'Questions' }).dispatchEvent('click'));

  test('a reader who asked for less motion is taken to a part at once', async ({ page }) => {
    await page.goto(section);
    expect(await jump(page)).toBe(1);
  });

  test('other readers see where they are taken', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto(section);
    expect(await jump(page)).toBeGreaterThan(1);
  });

  test('a reader who asked for less motion goes through the hits of a search without any', async ({ page }) => {
    await page.goto('index.html');
    await page.evaluate(() => {
      const wishes: unknown[] = [];
      Object.assign(window, { wishes });
      const scroll = Element.prototype.scrollTo as (this: Element, options?: ScrollToOptions) => void;
      Element.prototype.scrollTo = function (options?: unknown): void {
        wishes.push((options as ScrollToOptions).behavior);
        scroll.call(this, options as ScrollToOptions);
      };
    });
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('recovery');
    const hits = page.getByRole('list', { name: 'Search results' }).getByRole('link');
    await expect(hits.nth(1)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(hits.nth(1)).toBeFocused();
    expect(await page.evaluate(() => (window as unknown as { wishes: unknown[] }).wishes)).not.toContain('smooth');
  });

  test('a reader who asked for less motion sees no animation', async ({ page }) => {
    await page.goto(section);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

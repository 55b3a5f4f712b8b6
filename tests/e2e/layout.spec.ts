import type { Page } from '@playwright/test';
import { expect, section, test } from '../support/browser.ts';

/** Notes how much the layout shifts, from the start. */
const watchShifts = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
};

/** The sum of all shifts, after the browser has painted once more. */
const readShifts = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0);
  });

for (const width of [390, 1440])
  for (const path of ['index.html', section])
    test(`a reader at a width of ${width} sees nothing move when the font arrives late on ${path}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await watchShifts(page);
      let deliver = (): void => {};
      const painted = new Promise<void>((resolve) => {
        deliver = resolve;
      });
      await page.route('**/*.woff2', async (route) => {
        await painted;
        await route.continue();
      });
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
      expect(await readShifts(page)).toBeLessThan(0.01);
    });

/** How many different places a reader sees while the page or a dialog scrolls. */
const countPlaces = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const places = new Set<number>();
    Object.assign(window, { places });
    addEventListener('scroll', () => places.add(scrollY));
  });
  const ended = page.evaluate(() => new Promise((resolve) => addEventListener('scrollend', resolve, { once: true })));
  await act();
  await ended;
  return page.evaluate(() => (window as unknown as { places: Set<number> }).places.size);
};

test.describe('motion', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  for (const [wish, isAtOnce] of [
    ['reduce', true],
    ['no-preference', false],
  ] as const)
    test.describe(`with prefers-reduced-motion: ${wish}`, () => {
      test.use({ contextOptions: { reducedMotion: wish } });

      test(`a reader is taken to a part ${isAtOnce ? 'at once' : 'smoothly'}`, async ({ page }) => {
        await page.goto(section);
        const places = await countPlaces(page, () =>
          page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last().click(),
        );
        expect(places === 1).toBe(isAtOnce);
      });
    });

  test('nothing is animated for a reader who asked for reduced motion', async ({ page }) => {
    await page.goto(section);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

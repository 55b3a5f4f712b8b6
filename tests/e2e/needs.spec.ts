/** Readers who need the page to be otherwise: with their own few colors, much enlarged, without motion, on paper. */
import type { Page } from '@playwright/test';
import { answerQuestion } from '../support/answer-question.ts';
import { expect, section, sectionWithDiagrams, test } from '../support/browser.ts';

const set = 'practice/set.html?of=domain:1&size=3&order=k3x9a';
const exam = 'practice/exam.html?exam=sap-c02&size=short&order=k3x9a';

const start = async (page: Page): Promise<void> => page.getByRole('button', { name: 'Start' }).click();

/** Every page to study with, at work. */
const studies: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the practice page': async (page) => {
    await page.goto('practice.html');
    await expect(page.locator('.set-form output')).not.toBeEmpty();
  },
  'a set with an answered question': async (page) => {
    await page.goto(set);
    await page.locator('.player .choices label').first().click();
    await page.getByRole('button', { name: 'Check' }).click();
    await expect(page.locator('.player .result')).not.toBeEmpty();
  },
  'a card that is turned': async (page) => {
    await page.goto('practice/cards.html');
    await start(page);
    await page.getByRole('button', { name: /^Show the answer/ }).click();
    await expect(page.locator('.card-back')).toBeFocused();
  },
  'an exam': async (page) => {
    await page.goto(exam);
    await start(page);
    await page.locator('.exam .choices label').first().click();
    await expect(page.getByRole('timer')).toBeVisible();
  },
  'the progress of a reader': async (page) => {
    await page.goto(section);
    await answerQuestion(page);
    await page.goto('progress.html');
    await expect(page.getByRole('table').first()).toBeVisible();
  },
  'the offline page': async (page) => {
    await page.goto('offline.html');
    await expect(page.getByRole('button', { name: 'Keep the guide in this browser' })).toBeVisible();
  },
};

test.describe('a reader whose system forces its colors', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active' }));

  // The reader once chose the theme that is the opposite of the system's.
  for (const [colorScheme, theme] of [
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const)
    test(`sees all of a diagram on a ${colorScheme} screen: its colors are two`, async ({ page }) => {
      await page.addInitScript((own) => localStorage.setItem('theme', own), theme);
      await page.emulateMedia({ colorScheme });
      await page.goto(sectionWithDiagrams);
      const drawing = page.locator('.d-drawing').first();
      await drawing.scrollIntoViewIfNeeded();
      const [colors, system] = await drawing.evaluate((svg) => {
        const paints = [...svg.querySelectorAll('*')].flatMap((part) => {
          const { fill, stroke } = getComputedStyle(part);
          return [fill, stroke];
        });
        const probe = document.createElement('p');
        document.body.append(probe);
        const toColor = (name: string): string => {
          probe.style.color = name;
          return getComputedStyle(probe).color;
        };
        return [paints.filter((paint) => paint.startsWith('rgb')), [toColor('Canvas'), toColor('CanvasText')]] as const;
      });
      expect(new Set(colors)).toEqual(new Set(system));
    });

  test('tells what is chosen and what was right without color', async ({ page }) => {
    await page.goto(section);
    const question = page.locator('.question').first();
    const input = question.locator('.choices input').first();
    await expect(input).not.toHaveCSS('appearance', 'none');
    await answerQuestion(page, false);
    await expect(question.getByText(/^Right, not chosen:/).first()).toBeVisible();
    await expect(question.getByText(/^Wrong, your choice:/).first()).toBeVisible();
  });

  test('sees where a card and its buttons end', async ({ page }) => {
    await studies['a card that is turned']?.(page);
    for (const part of ['.card-front, .card-view, .card-sides', '.grade']) {
      const borders = await page
        .locator(part)
        .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).borderBottomWidth)));
      expect(Math.max(...borders), part).toBeGreaterThan(0);
    }
  });

  test('sees in the contents of the guide which page is open', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(section);
    const toMark = (which: string): Promise<string> =>
      page
        .locator(`.tree ${which}`)
        .first()
        .evaluate((link) => getComputedStyle(link).borderLeftColor);
    expect(await toMark('a[aria-current]')).not.toBe(await toMark('a:not([aria-current])'));
  });
});

test.describe('a reader who enlarges a window of 1280 pixels by 400 %', () => {
  test.use({ viewport: { width: 320, height: 256 } });
  for (const [name, open] of Object.entries(studies))
    test(`never scrolls ${name} sideways, and reaches every button`, async ({ page }) => {
      await open(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      for (const button of await page.locator('main button:enabled:visible').all()) {
        await button.scrollIntoViewIfNeeded();
        // Fails when something lies over the button.
        await button.click({ trial: true });
      }
    });
});

test.describe('a reader who asked for less motion', () => {
  for (const [name, open] of Object.entries(studies))
    test(`sees none in ${name}`, async ({ page }) => {
      await open(page);
      const running = await page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1)
          .map((animation) => String((animation.effect as KeyframeEffect | null)?.target)),
      );
      expect(running).toEqual([]);
    });
});

test('a reader prints a sheet of questions with every answer and its reasons', async ({ page }) => {
  await page.goto('practice/1-high-availability.html');
  await page.emulateMedia({ media: 'print' });
  const hidden = await page
    .locator('.question .answer li')
    .evaluateAll((all) => all.flatMap((one) => (one.checkVisibility() ? [] : [one.textContent])));
  expect(hidden).toEqual([]);
  await expect(page.locator('.header, .tree').first()).toBeHidden();
});

for (const name of ['the progress of a reader', 'a set with an answered question'])
  test(`a reader prints ${name} as dark text on white paper`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await studies[name]?.(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const lightness = await page
      .locator('main p:visible')
      .first()
      .evaluate((text) => {
        const [red = 0, green = 0, blue = 0] = (getComputedStyle(text).color.match(/[\d.]+/g) ?? []).map(Number);
        return (red + green + blue) / 3;
      });
    expect(lightness).toBeLessThan(128);
  });

for (const [name, open] of Object.entries(studies))
  test(`a reader with a screen reader steps down the headings of ${name} one level at a time`, async ({ page }) => {
    await open(page);
    const levels = await page
      .locator(':is(h1, h2, h3, h4, h5, h6):visible')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1)).toEqual([]);
  });

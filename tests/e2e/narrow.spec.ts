import type { Page } from '@playwright/test';
import { expect, kinds, section, sections, test } from '../support/browser.ts';

const isWiderThanWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The margin notes that lie over the text, over a box or over each other, by their first words. */
const findOverlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const boxes = 'pre, .table-box, .canvas, .toc, .then';
    const notes = [...document.querySelectorAll('.then')];
    const texts: { owner: Element; rects: DOMRect[] }[] = [...document.querySelectorAll(boxes)].map((owner) => ({
      owner,
      rects: [owner.getBoundingClientRect()],
    }));
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!owner || owner.closest(boxes)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      texts.push({ owner, rects: [...range.getClientRects()] });
    }
    const isOver = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
    const toWords = (element: Element): string => (element.textContent ?? '').trim().slice(0, 40);
    return notes.flatMap((note) => {
      const rect = note.getBoundingClientRect();
      return texts
        .filter(({ owner, rects }) => !owner.contains(note) && rects.some((other) => isOver(rect, other)))
        .map(({ owner }) => `"${toWords(note)}" lies over "${toWords(owner)}"`);
    });
  });

/** What is cut off: text in a box that hides what does not fit. */
const findCutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
        return (
          clipPath === 'none' &&
          !element.closest('svg') &&
          ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
            (hides(overflowY) && element.scrollHeight > element.clientHeight + 1))
        );
      })
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent}`),
  );

/** Adds rules to the page. A sheet made in the page is not subject to the policy. */
const addRules = (page: Page, rules: string): Promise<void> =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, rules);

/** Opens a page of which all can be measured, also what is far from the window. */
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await addRules(page, '* { content-visibility: visible !important; }');
};

/** Sets text as wide as WCAG 1.4.12 lets readers ask for. */
const spaceText = (page: Page): Promise<void> =>
  addRules(
    page,
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
     p { margin-bottom: 2em !important; }`,
  );

const widths = [320, 390, 768, 1024, 1280, 1440];

const setWidth = (page: Page, width: number): Promise<void> => page.setViewportSize({ width, height: 800 });

for (const path of kinds)
  test(`a reader never scrolls ${path} sideways, however wide the window is`, async ({ page }) => {
    await open(page, path);
    for (const width of widths) {
      await setWidth(page, width);
      expect(await isWiderThanWindow(page), `${width} px`).toBe(false);
    }
  });

for (const path of ['index.html', section])
  test(`a reader who spaces the text of ${path} widely loses nothing`, async ({ page }) => {
    await open(page, path);
    await spaceText(page);
    for (const width of widths) {
      await setWidth(page, width);
      expect(await isWiderThanWindow(page), `${width} px`).toBe(false);
      expect(await findCutOff(page), `${width} px`).toEqual([]);
      expect(await findOverlaps(page), `${width} px`).toEqual([]);
    }
  });

test('a reader of a narrow page finds the notes in the text', async ({ page }) => {
  await open(page, section);
  for (const width of [320, 390]) {
    await setWidth(page, width);
    const text = await page.locator('.prose > p').first().boundingBox();
    const notes = page.locator('.prose > p .then');
    await expect(notes.first()).toBeVisible();
    for (const [left, right] of await notes.evaluateAll((all) =>
      all.map((note) => [note.getBoundingClientRect().left, note.getBoundingClientRect().right]),
    )) {
      expect(left).toBeGreaterThanOrEqual(text?.x ?? 0);
      expect(right).toBeLessThanOrEqual((text?.x ?? 0) + (text?.width ?? 0) + 1);
    }
    expect(await findOverlaps(page)).toEqual([]);
  }
});

test.describe('at a width of 1440', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('a reader finds the notes in the margin, right of the text', async ({ page }) => {
    await open(page, section);
    const text = await page.locator('.prose > p').first().boundingBox();
    const notes = page.locator('.then');
    await expect(notes.first()).toBeVisible();
    for (const left of await notes.evaluateAll((all) => all.map((note) => note.getBoundingClientRect().left)))
      expect(left).toBeGreaterThanOrEqual((text?.x ?? 0) + (text?.width ?? 0));
  });

  for (const domain of new Set(sections.map((path) => path.split('/')[0])))
    test(`a reader of ${domain} can read every note and every line beside it`, async ({ page }) => {
      for (const path of sections.filter((name) => name.startsWith(`${domain}/`))) {
        await open(page, path);
        expect(await findOverlaps(page), path).toEqual([]);
      }
    });
});

test('a reader who enlarges a window of 1280 pixels by 400 % can search and read', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, section);
  expect(await isWiderThanWindow(page)).toBe(false);
  await page.getByRole('button', { name: /^Search/ }).click();
  await page.getByRole('searchbox').fill('RTO');
  const hit = page.getByRole('list', { name: 'Search results' }).getByRole('link').first();
  await hit.scrollIntoViewIfNeeded();
  await expect(hit).toBeInViewport();
  const dialog = await page.getByRole('dialog').boundingBox();
  expect(dialog?.x).toBeGreaterThanOrEqual(0);
  expect((dialog?.x ?? 0) + (dialog?.width ?? 0)).toBeLessThanOrEqual(320);
  await hit.click();
  await expect(page.locator('[data-definition] p').first()).toBeVisible();
});

test.describe('for readers who like smooth scrolling', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('a link to the end of a section lands there', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${section}#figures-to-know`);
    const toTop = (): Promise<number> =>
      page.locator(':target').evaluate((target) => target.getBoundingClientRect().top);
    await expect.poll(async () => Math.abs((await toTop()) - 85) < 40, { timeout: 10_000 }).toBe(true);
  });
});

import type { Locator, Page } from '@playwright/test';
import { expect, section, sections, sectionWithDiagrams, sectionWithManyParts, test } from '../support/browser.ts';

const here = sections.indexOf(section);
const [before, after] = [sections[here - 1] ?? '', sections[here + 1] ?? ''];

const expectPage = (page: Page, path: string): Promise<void> =>
  page.waitForURL(({ pathname }) => pathname === `/${path}`);

test('a reader with a keyboard skips to the text', async ({ page }) => {
  await page.goto(section);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toBeVisible();
});

test.describe('turning pages', () => {
  for (const [next, previous] of [
    ['j', 'k'],
    ['ArrowRight', 'ArrowLeft'],
  ] as const)
    test(`a reader goes on with ${next} and back with ${previous}`, async ({ page }) => {
      await page.goto(section);
      await page.keyboard.press(next);
      await expectPage(page, after);
      await page.keyboard.press(previous);
      await expectPage(page, section);
      await page.keyboard.press(previous);
      await expectPage(page, before);
    });

  test('a reader goes from the head of a domain to its first section', async ({ page }) => {
    await page.goto('1-high-availability.html');
    await page.keyboard.press('j');
    await expectPage(page, sections[0] ?? '');
  });

  test('a reader who scrolls a table with arrows stays on the page', async ({ page }) => {
    await page.goto(section);
    await page.locator('.table-box').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await expectPage(page, section);
  });

  test('a reader who types in the search types every key', async ({ page }) => {
    await page.goto(section);
    await page.keyboard.press('/');
    const box = page.getByRole('searchbox');
    await expect(box).toBeFocused();
    await page.keyboard.type('j/k?');
    await page.keyboard.press('ArrowLeft');
    await expect(box).toHaveValue('j/k?');
    await expectPage(page, section);
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  });
});

test('a reader asks which keys there are, and closes the list', async ({ page }) => {
  await page.goto(section);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list).toContainText('Next page');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await page.keyboard.press('?');
  await list.getByRole('button', { name: 'Close' }).click();
  await expect(list).toBeHidden();
});

test.describe('the preview of a term', () => {
  const toTerm = (page: Page): Locator => page.locator('.prose > p a.term').first();

  test('a reader sees it on hover, can point at it, and it goes when they leave', async ({ page }) => {
    await page.clock.install();
    await page.goto(section);
    await toTerm(page).hover();
    await page.clock.runFor(1000);
    const preview = page.getByRole('tooltip');
    await expect(preview).toBeVisible();
    await preview.hover();
    await page.clock.runFor(5000);
    await expect(preview).toBeVisible();
    await page.getByRole('heading', { level: 1 }).hover();
    await page.clock.runFor(1000);
    await expect(preview).toBeHidden();
  });

  test('a reader with a keyboard sees it on focus, and Escape closes it', async ({ page }) => {
    await page.goto(section);
    await toTerm(page).focus();
    const preview = page.getByRole('tooltip');
    await expect(preview).toBeVisible();
    const text = await preview.innerText();
    await expect(toTerm(page)).toHaveAccessibleDescription(text);
    await page.keyboard.press('Escape');
    await expect(preview).toBeHidden();
    await expect(toTerm(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-definition] p').first()).toContainText(text.slice(0, 40));
  });

  test('a reader with a keyboard sees it also where the focus has scrolled the page, and it stays by its term', async ({
    page,
  }) => {
    await page.goto(section);
    const preview = page.getByRole('tooltip');
    const last = page.locator('.prose > p a.term').last();
    for (const term of [toTerm(page), last]) {
      await term.focus();
      await expect(term).toHaveAttribute('aria-describedby', /./);
      await expect(preview).toBeVisible();
    }
    const measureGap = async (): Promise<number> =>
      ((await preview.boundingBox())?.y ?? 0) - ((await last.boundingBox())?.y ?? 0);
    const gap = await measureGap();
    await page.evaluate(() => scrollBy(0, -60));
    await expect.poll(measureGap).toBeCloseTo(gap, 0);
  });

  test('a reader who clicks the term is at its entry', async ({ page }) => {
    await page.goto(section);
    const path = new URL((await toTerm(page).getAttribute('href')) ?? '', page.url()).pathname;
    await toTerm(page).click();
    await expectPage(page, path.slice(1));
  });

  test.describe('that cannot be fetched', () => {
    test.use({ tolerated: /ERR_FAILED/ });

    test('leaves the reader a plain link', async ({ page }) => {
      await page.route('**/glossary/*', (route) => route.abort());
      await page.goto(section);
      const asked = page.waitForEvent('requestfailed');
      await toTerm(page).focus();
      await asked;
      await expect(page.getByRole('tooltip')).toBeHidden();
      await page.unroute('**/glossary/*');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/glossary\//);
    });
  });
});

test.describe('the contents of the page', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('mark the part that a reader jumps to, wherever they come from', async ({ page }) => {
    await page.goto(sectionWithManyParts);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const parts = await contents
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const href of [...parts, ...parts.reverse()]) {
      await contents.locator(`a[href="${href}"]`).click();
      await expect(contents.locator('[aria-current]')).toHaveAttribute('href', href ?? '');
    }
  });

  test('mark the part that a reader scrolled to, down and up again', async ({ page }) => {
    await page.goto(section);
    const parts = await page.locator('.prose > h2').evaluateAll((headings) => headings.map(({ id }) => id));
    for (const id of [...parts.slice(0, 3), ...parts.slice(0, 2).reverse()]) {
      await page.evaluate((name) => document.getElementById(name)?.scrollIntoView(), id);
      await expect(page.locator('.toc [aria-current]')).toHaveAttribute('href', `#${id}`);
    }
  });
});

test.describe('a diagram', () => {
  for (const how of ['click', 'press'] as const)
    test(`a reader enlarges it with a ${how}, closes it with Escape and is where they were`, async ({ page }) => {
      await page.goto(sectionWithDiagrams);
      const figure = page.locator('figure.diagram').first();
      const button = figure.getByRole('button', { name: /^Enlarge the diagram/ });
      const width = (await figure.locator('svg').first().boundingBox())?.width ?? Number.POSITIVE_INFINITY;
      await (how === 'click' ? button.click() : button.press('Enter'));
      const large = page.getByRole('dialog');
      await expect(large).toBeVisible();
      expect((await large.getByRole('img').boundingBox())?.width ?? 0).toBeGreaterThan(width);
      await page.keyboard.press('Escape');
      await expect(large).toBeHidden();
      await expect(button).toBeFocused();
      await expect(figure.getByRole('img')).toBeVisible();
    });
});

test.describe('a reader who comes back to the first page', () => {
  const toOffer = (page: Page): Locator => page.getByRole('link', { name: /^Go on with/ });

  test('is offered the section where they stopped', async ({ page }) => {
    await page.goto('index.html');
    await expect(toOffer(page)).toBeHidden();
    await page.goto(section);
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.goto('index.html');
    await expect(toOffer(page)).toContainText(title.split('\n').at(-1) ?? '');
    await toOffer(page).click();
    await expectPage(page, section);
  });

  for (const nonsense of ['{', '[]', '{"url":1,"title":"x"}', '{"url":"https://elsewhere.example/","title":"x"}'])
    test(`is offered nothing when the browser kept ${nonsense}`, async ({ page }) => {
      await page.addInitScript((value) => localStorage.setItem('place', value), nonsense);
      await page.goto('index.html');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(toOffer(page)).toBeHidden();
    });
});

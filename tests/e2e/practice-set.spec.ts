import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, section, test } from '../support/browser.ts';

const set = 'practice/set.html?of=domain:1&size=3&order=k3x9a';

const count = (page: Page) => page.getByRole('heading', { name: /^Question \d+ of \d+$/ });
const stem = (page: Page): Promise<string | null> => page.locator('.player .stem').textContent();

/** Answers the question on the screen, by the keyboard alone. */
const answer = async (page: Page, isRight: boolean): Promise<void> => {
  await expect(count(page)).toBeFocused();
  const keys = await page.locator('.player .answer li').evaluateAll((reasons, wanted) => {
    const right = reasons.flatMap(({ className }, place) => (className === 'right' ? place : []));
    const wrong = reasons.flatMap(({ className }, place) => (className === 'right' ? [] : place));
    return (wanted ? right : [...wrong, ...right].slice(0, right.length)).map((place) => String(place + 1));
  }, isRight);
  await page.keyboard.press('Tab');
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await expect(page.locator('.player .result')).toHaveText(isRight ? 'Right.' : /^Wrong/);
};

const readAnswers = (page: Page): Promise<unknown[]> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('study.1/'))
      .sort()
      .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null').right),
  );

test('a reader answers a set with the keyboard alone, and sees what to read again', async ({ page }) => {
  await page.goto(set);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 High availability');
  for (const [place, isRight] of [true, false, true].entries()) {
    await expect(count(page)).toHaveText(`Question ${place + 1} of 3`);
    await expect(count(page)).toBeFocused();
    await answer(page, isRight);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: '2 of 3 right' })).toBeFocused();
  const misses = page.locator('.set-summary li');
  await expect(misses).toHaveCount(1);
  expect(await readAnswers(page)).toEqual([true, false, true]);
  await misses.getByRole('link').click();
  await expect(page).toHaveURL(/1-high-availability\/1\.\d-[a-z-]+\.html#/);
  await expect(page.locator(':target')).toBeVisible();
});

test('a link repeats a set in its order', async ({ page, context }) => {
  await page.goto('practice/set.html?of=domain:2');
  await expect(count(page)).toBeVisible();
  await expect(page).toHaveURL(/order=[0-9a-z]{5}$/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(count(other)).toBeVisible();
  expect(await stem(other)).toBe(await stem(page));
});

test('a reload goes on where the reader was', async ({ page }) => {
  await page.goto(set);
  await answer(page, true);
  await page.reload();
  await expect(count(page)).toHaveText('Question 2 of 3');
  await answer(page, true);
  await page.keyboard.press('Enter');
  await answer(page, true);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '3 of 3 right' })).toBeVisible();
  await page.getByRole('link', { name: 'The same order again' }).click();
  await expect(count(page)).toHaveText('Question 1 of 3');
});

test('a set of what was wrong holds what was answered wrong last', async ({ page }) => {
  await page.goto(set);
  const missed = await stem(page);
  await answer(page, false);
  await page.goto('practice/set.html?of=domain:1&only=wrong');
  await expect(count(page)).toHaveText('Question 1 of 1');
  expect(await stem(page)).toBe(missed);
  await answer(page, true);
  await page.goto('practice/set.html?of=domain:1&only=wrong');
  await expect(page.getByText('No question fits')).toBeVisible();
});

test('an answer on a section page counts in practice', async ({ page }) => {
  await page.goto(section);
  const question = page.locator('.question').first();
  await question.locator('label').first().click();
  const more = await question.locator('[type=checkbox]').count();
  if (more > 0) await question.locator('label').nth(1).click();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.locator('.result')).not.toBeEmpty();
  const id = section.replace(/\.html$/, '');
  const total = await page.locator('.question').count();
  await page.goto(`practice/set.html?of=page:${id}&only=unseen`);
  await expect(count(page)).toHaveText(`Question 1 of ${total - 1}`);
});

test('the form says how many questions there are before the set is started', async ({ page }) => {
  await page.goto('practice.html');
  const form = page.locator('.set-form');
  await expect(form.locator('output')).toHaveText('10 questions');
  await form.getByRole('radio', { name: /got wrong/ }).check();
  await expect(form.locator('output')).toHaveText('Nothing to ask: you got none of them wrong.');
  await expect(form.getByRole('button', { name: 'Start' })).toBeDisabled();
  await form.getByRole('radio', { name: /have not seen/ }).check();
  await form.getByLabel('From').selectOption({ label: '2 Costing' });
  await form.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 Costing');
  await expect(count(page)).toHaveText('Question 1 of 10');
});

test('a section stays marked as read, in every tab', async ({ page, context }) => {
  await page.goto(section);
  const other = await context.newPage();
  await other.goto(section);
  const mark = page.getByRole('button', { name: 'Mark as read' });
  const otherMark = other.getByRole('button', { name: 'Mark as read' });
  await expect(mark).toHaveAttribute('aria-pressed', 'false');
  await mark.click();
  await expect(mark).toHaveAttribute('aria-pressed', 'true');
  await expect(otherMark).toHaveAttribute('aria-pressed', 'true');
  await otherMark.click();
  await expect(mark).toHaveAttribute('aria-pressed', 'false');
  await page.reload();
  await expect(mark).toHaveAttribute('aria-pressed', 'false');
});

test('an unknown part of the guide is said to be unknown', async ({ page }) => {
  await page.goto('practice/set.html?of=page:nowhere');
  await expect(page.getByText('The guide has no such part')).toBeVisible();
});

test.describe('without the network', () => {
  test.use({ tolerated: /ERR_FAILED/ });
  test('a set says that its questions could not be loaded', async ({ page }) => {
    await page.route('**/practice/1-*.html', (route) => route.abort());
    await page.goto(set);
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`a set can be used by everybody in a ${colorScheme} window, while it is answered and at its end`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('practice/set.html?of=domain:1&size=1&order=k3x9a');
    for (const step of ['question', 'answered', 'summary']) {
      if (step === 'answered') await answer(page, false);
      if (step === 'summary') await page.keyboard.press('Enter');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });

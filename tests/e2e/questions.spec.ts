import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, section, sections, test } from '../support/browser.ts';
import { hold } from '../support/hold.ts';

/** The first question of a page that asks for this many choices, and the places of its right and wrong ones. */
interface Asked {
  readonly question: Locator;
  readonly right: readonly number[];
  readonly wrong: readonly number[];
}

const findQuestion = async (page: Page, choose: number): Promise<Asked> => {
  const { id, places } = await page.locator('.question').evaluateAll((questions, wanted) => {
    const found = questions
      .map((question) => ({
        id: question.id,
        places: [...question.querySelectorAll('.answer li')].map(({ className }) => className === 'right'),
      }))
      .find((question) => question.places.filter(Boolean).length === wanted);
    if (!found) throw new Error(`The page has no question with ${wanted} right choices.`);
    return found;
  }, choose);
  return {
    question: page.locator(`[id="${id}"]`),
    right: places.flatMap((isRight, place) => (isRight ? place : [])),
    wrong: places.flatMap((isRight, place) => (isRight ? [] : place)),
  };
};

const toChoice = ({ question }: Asked, place = 0): Locator => question.locator('.choices input').nth(place);
const toReason = ({ question }: Asked, place = 0): Locator => question.locator('.choices > li').nth(place).locator('p');
const check = ({ question }: Asked): Promise<void> => question.getByRole('button', { name: 'Check' }).click();

/** Chooses with the mouse, on the words of the choice. */
const choose = async ({ question }: Asked, ...places: readonly (number | undefined)[]): Promise<void> => {
  for (const place of places)
    await question
      .locator('.choices label')
      .nth(place ?? 0)
      .click();
};

const watchAnswers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const answers: unknown[] = [];
    Object.assign(window, { answers });
    document.addEventListener('question-answered', (event) => answers.push((event as CustomEvent).detail));
  });
const readAnswers = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (window as unknown as { answers: unknown[] }).answers);

const toId = async ({ question }: Asked): Promise<string> =>
  ((await question.getAttribute('id')) ?? '').replace('question-', '');

test('a reader who chooses right is told so, and why each choice is right or wrong', async ({ page }) => {
  await page.goto(section);
  await watchAnswers(page);
  const asked = await findQuestion(page, 1);
  await choose(asked, asked.wrong[0], asked.right[0]);
  await check(asked);
  await expect(asked.question.getByRole('status')).toHaveText('Right.');
  await expect(toReason(asked, asked.right[0])).toHaveText(/^\s*Right, your choice:\s+\S/);
  for (const place of asked.wrong) await expect(toReason(asked, place)).toHaveText(/^\s*Wrong:\s+\S/);
  expect(await readAnswers(page)).toEqual([{ id: await toId(asked), right: true }]);
});

test('a reader who chooses wrong is told the right choice, and goes to the part that explains it', async ({ page }) => {
  await page.goto(section);
  await watchAnswers(page);
  const asked = await findQuestion(page, 1);
  await choose(asked, asked.wrong[0]);
  await check(asked);
  const letter = 'ABCDEF'[asked.right[0] ?? 0];
  await expect(asked.question.getByRole('status')).toHaveText(`Wrong. The right choice is ${letter}.`);
  await expect(toReason(asked, asked.wrong[0])).toHaveText(/^\s*Wrong, your choice:\s+\S/);
  await expect(toReason(asked, asked.right[0])).toHaveText(/^\s*Right, not chosen:\s+\S/);
  expect(await readAnswers(page)).toEqual([{ id: await toId(asked), right: false }]);
  await asked.question.getByRole('link', { name: 'Read the part that explains it' }).click();
  await expect(page.locator(':target')).toBeInViewport();
});

test('a reader who is to choose two is not graded before there are two', async ({ page }) => {
  await page.goto(section);
  await watchAnswers(page);
  const asked = await findQuestion(page, 2);
  const status = asked.question.getByRole('status');
  await check(asked);
  await expect(status).toHaveText('Nothing chosen. Choose two.');
  await choose(asked, asked.right[0]);
  await check(asked);
  await expect(status).toHaveText('1 chosen. Choose two.');
  await expect(toChoice(asked, asked.right[0])).toBeFocused();
  await choose(asked, asked.right[1], asked.wrong[0]);
  await check(asked);
  await expect(status).toHaveText('3 chosen. Choose two.');
  expect(await readAnswers(page)).toEqual([]);
  await choose(asked, asked.wrong[0]);
  await check(asked);
  await expect(status).toHaveText('Right.');
  expect(await readAnswers(page)).toHaveLength(1);
});

test('a reader who chooses one right and one wrong of two is told both right ones', async ({ page }) => {
  await page.goto(section);
  const asked = await findQuestion(page, 2);
  await choose(asked, asked.wrong[0], asked.right[1]);
  await check(asked);
  const letters = asked.right.map((place) => 'ABCDEF'[place]).join(' and ');
  await expect(asked.question.getByRole('status')).toHaveText(`Wrong. The right choices are ${letters}.`);
  await expect(toReason(asked, asked.right[0])).toContainText('Right, not chosen:');
  await expect(toReason(asked, asked.right[1])).toContainText('Right, your choice:');
});

test.describe('a reader with a keyboard', () => {
  test('chooses with Tab and arrows, confirms with Enter, and stays on the page', async ({ page }) => {
    await page.goto(section);
    const asked = await findQuestion(page, 1);
    await toChoice(asked).focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    await expect(toChoice(asked, 1)).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(asked.question.getByRole('button', { name: 'Check' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(toChoice(asked, 1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(asked.question.getByRole('status')).toHaveText(/^(Right|Wrong)/);
    await expect(page).toHaveURL(new RegExp(`${section}$`));
  });

  test('chooses with numbers, more than one where more are asked for', async ({ page }) => {
    await page.goto(section);
    const asked = await findQuestion(page, 2);
    await toChoice(asked).focus();
    for (const place of [asked.wrong[0] ?? 0, ...asked.right]) await page.keyboard.press(String(place + 1));
    await page.keyboard.press(String((asked.wrong[0] ?? 0) + 1));
    await page.keyboard.press('9');
    await page.keyboard.press('Enter');
    await expect(asked.question.getByRole('status')).toHaveText('Right.');
  });

  test('is taken to the result, and from there on to another try', async ({ page }) => {
    await page.goto(section);
    const asked = await findQuestion(page, 1);
    await toChoice(asked).focus();
    await page.keyboard.press(String((asked.wrong[0] ?? 0) + 1));
    await page.keyboard.press('Enter');
    await expect(asked.question.getByRole('status')).toBeFocused();
    await expect(asked.question.getByRole('status')).toBeInViewport();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(asked.question.getByRole('status')).toBeEmpty();
    await expect(toChoice(asked)).toBeFocused();
    await page.keyboard.press(String((asked.right[0] ?? 0) + 1));
    await page.keyboard.press('Enter');
    await expect(asked.question.getByRole('status')).toHaveText('Right.');
  });
});

test('a reader with a screen reader hears the question with its choices, and the result as it comes', async ({
  page,
}) => {
  await page.goto(section);
  const asked = await findQuestion(page, 1);
  const stem = (await asked.question.locator('.stem').innerText()).trim();
  await expect(asked.question.getByRole('group')).toHaveAccessibleName(stem);
  await expect(toChoice(asked, 1)).toHaveAccessibleName(/^B\. \S/);
  // A region is only listened to when it was there before its words.
  const region = await asked.question.getByRole('status').elementHandle();
  await choose(asked, asked.right[0]);
  await check(asked);
  expect(await region?.textContent()).toBe('Right.');
});

test('a reader who tries again starts afresh', async ({ page }) => {
  await page.goto(section);
  const asked = await findQuestion(page, 1);
  await toChoice(asked).focus();
  const before = await asked.question.innerText();
  await choose(asked, asked.wrong[0]);
  await check(asked);
  await expect(toChoice(asked)).toBeDisabled();
  await asked.question.getByRole('button', { name: 'Try again' }).click();
  await expect(asked.question.locator(':checked')).toHaveCount(0);
  await expect(toChoice(asked)).toBeFocused();
  expect(await asked.question.innerText()).toBe(before);
});

test('a reader who goes away and comes back can answer', async ({ page }) => {
  await page.goto(section);
  const asked = await findQuestion(page, 1);
  await choose(asked, asked.wrong[0]);
  await check(asked);
  await page.goto(sections.find((path) => path !== section) ?? '');
  await page.goBack();
  const again = asked.question.getByRole('button', { name: 'Try again' });
  if (await again.isVisible()) await again.click();
  await choose(asked, asked.right[0]);
  await check(asked);
  await expect(asked.question.getByRole('status')).toHaveText('Right.');
});

for (const width of [390, 1440])
  test.describe(`at a width of ${width}`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('a reader sees nothing move when the questions become answerable', async ({ page }) => {
      const readHeights = (): Promise<number[]> =>
        page
          .locator('.question')
          .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
      const deliver = await hold(page, '**/_astro/*.js');
      await page.goto(section, { waitUntil: 'commit' });
      await expect(page.locator('footer')).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      await expect(page.locator('.question form')).toHaveCount(0);
      const before = await readHeights();
      deliver();
      await expect(page.locator('.question form')).toHaveCount(before.length);
      expect(await readHeights()).toEqual(before);
    });

    test('a reader hits each choice and button with a finger', async ({ page }) => {
      await page.goto(section);
      const asked = await findQuestion(page, 1);
      await choose(asked, 0);
      const { question } = asked;
      const expectLarge = async (targets: Locator): Promise<void> => {
        for (const target of await targets.all())
          expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      };
      await expectLarge(question.locator('label, button'));
      await check(asked);
      await expectLarge(question.locator('.actions > *'));
    });
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`a reader with an aid meets no barrier in answered questions in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(section);
    const [one, two] = [await findQuestion(page, 1), await findQuestion(page, 2)];
    await choose(one, one.wrong[0]);
    await check(one);
    await choose(two, ...two.right);
    await check(two);
    const open = page.locator('.question:not([data-outcome])').first();
    await open.locator('label').first().click();
    const axe = new AxeBuilder({ page }).include('.questions').setLegacyMode();
    const { violations } = await axe.analyze();
    expect(violations.map(({ help, nodes }) => `${help}: ${nodes[0]?.html}`)).toEqual([]);
  });

test('a reader prints the questions as text with the reasons behind them, also after answering', async ({ page }) => {
  await page.goto(section);
  const asked = await findQuestion(page, 1);
  await choose(asked, asked.wrong[0]);
  await check(asked);
  await page.emulateMedia({ media: 'print' });
  for (const [place, word] of [
    [asked.right[0], 'right'],
    [asked.wrong[0], 'wrong'],
  ] as const)
    await expect(asked.question.getByText(`${'ABCDEF'[place ?? 0]}, ${word}:`)).toBeVisible();
  for (const control of await asked.question.locator('input, button, .choice-letter, .reason, .result').all())
    await expect(control).toBeHidden();
  await expect(asked.question.locator('.choices')).toHaveCSS('list-style-type', 'upper-alpha');
  for (const row of await asked.question.locator('.choices > li').all()) {
    await expect(row).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    await expect(row).toHaveCSS('box-shadow', 'none');
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader reads each question as text, with the answer folded', async ({ page }) => {
    await page.goto(section);
    const question = page.locator('.question').first();
    await expect(question.locator('.choices')).toHaveCSS('list-style-type', 'upper-alpha');
    await expect(question.locator('input, button, label, fieldset')).toHaveCount(0);
    await expect(question.getByText(/, right:/)).toBeHidden();
    await question.getByText('Answer and reasons').click();
    await expect(question.getByText(/, right:/)).toBeVisible();
  });
});

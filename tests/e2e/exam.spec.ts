import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { readShifts, watchShifts } from '../support/layout-shifts.ts';

const exam = 'practice/exam.html?exam=sap-c02&size=short&order=k3x9a';
const minute = 60_000;

const count = (page: Page): Locator => page.getByRole('heading', { name: /^Question \d+ of \d+$/ });
const question = (page: Page): Locator => page.locator('.exam .question');
const clock = (page: Page): Locator => page.getByRole('timer');
const overview = (page: Page): Locator => page.getByRole('navigation', { name: 'All questions' });
const dialog = (page: Page): Locator => page.getByRole('dialog');
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

const start = async (page: Page, path = exam): Promise<void> => {
  await page.goto(path);
  await press(page, 'Start');
  await expect(count(page)).toHaveText('Question 1 of 25');
};

/** Reads in the plain sheets which choices of each question are right, from 0. */
const readKey = async (page: Page): Promise<ReadonlyMap<string, readonly number[]>> =>
  new Map(
    await page.evaluate(async () => {
      const index = JSON.parse(document.getElementById('study-index')?.textContent ?? '{}');
      const pages = await Promise.all(
        index.sheets.map(async ({ id }: { id: string }) => (await fetch(`${id}.html`)).text()),
      );
      return pages
        .map((text) => new DOMParser().parseFromString(/<main.*<\/main>/s.exec(text)?.[0] ?? '', 'text/html'))
        .flatMap((sheet) => [...sheet.querySelectorAll('.question')])
        .map((asked): [string, number[]] => [
          asked.id,
          [...asked.querySelectorAll('.answer li')].flatMap(({ className }, place) =>
            className === 'right' ? place : [],
          ),
        ]);
    }),
  );

const readKept = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('exam.1'));
const readEvents = (page: Page): Promise<{ answers: { right: boolean; chosen: number[] }[]; seconds: number }[]> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('study.1/'))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null')),
  );

/** Hands in what there is, from anywhere. */
const handIn = async (page: Page): Promise<void> => {
  await press(page, 'Hand in now');
  await dialog(page).getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { name: / right, \d+ %$/ })).toBeFocused();
};

test('a reader sits a short exam with the keyboard alone, and sees the score, the misses and what to read', async ({
  page,
}) => {
  await page.goto(exam);
  await page.getByRole('button', { name: 'Start' }).press('Enter');
  await expect(count(page)).toHaveText('Question 1 of 25');
  const key = await readKey(page);
  const missed: string[] = [];
  for (let place = 1; place <= 25; place++) {
    await expect(count(page)).toHaveText(`Question ${place} of 25`);
    await expect(count(page)).toBeFocused();
    await expect(question(page).locator('.answer, .reason')).toHaveCount(0);
    const right = key.get((await question(page).getAttribute('id')) ?? '') ?? [];
    const choices = await question(page).locator('input').count();
    const wrong = [...Array(choices).keys()].filter((choice) => !right.includes(choice));
    const isMissed = place === 3 || place === 25;
    if (isMissed) missed.push((await question(page).locator('.stem').innerText()).trim());
    for (const choice of isMissed ? [...wrong, ...right].slice(0, right.length) : right)
      await page.keyboard.press(String(choice + 1));
    await page.keyboard.press(['Enter', 'n', 'ArrowRight'][place % 3] ?? '');
  }
  await expect(dialog(page)).toContainText('No question is open.');
  // The harmless answer has the focus.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '23 of 25 right, 92 %' })).toBeFocused();
  await expect(page.locator('.exam')).toContainText('no forecast');

  await expect(page.getByRole('group', { name: 'Score by domain' }).getByRole('row')).toHaveCount(5);
  await expect(page.getByRole('group', { name: 'Missed questions' }).getByRole('link')).toHaveText([
    'Question 3',
    'Question 25',
  ]);
  await expect(page.locator('.exam-miss .stem')).toHaveText(missed);
  const first = page.locator('.exam-miss').first();
  await expect(first.getByText('Wrong, your choice:').first()).toBeVisible();
  await expect(first.getByText('Right, not chosen:').first()).toBeVisible();
  await expect(first.locator('input').first()).toBeDisabled();
  const [event, ...others] = await readEvents(page);
  expect(others).toEqual([]);
  expect(event?.answers.filter(({ right }) => right)).toHaveLength(23);
  expect(await readKept(page)).toBeNull();

  await page.reload();
  await expect(page.getByRole('heading', { name: '23 of 25 right, 92 %' })).toBeVisible();
  await expect(page.locator('.exam-miss .stem')).toHaveText(missed);
  await page.locator('.exam ol').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/\d-[\w-]+\/\d\.\d-[\w-]+\.html$|\/guides\//);
});

test('a reader skips, flags and comes back, and finds what was chosen', async ({ page }) => {
  await start(page);
  await page.keyboard.press('2');
  await expect(question(page).getByRole('status')).toContainText('Chosen: B');
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Flag', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.exam-bar').getByRole('status')).toHaveText('Question 1 flagged.');
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Flag', exact: true })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('n');
  await expect(count(page)).toHaveText('Question 3 of 25');
  const here = overview(page).getByRole('button', { name: 'Question 3, open' });
  await expect(here).toHaveAttribute('aria-current', 'true');
  await expect(overview(page)).toContainText('1 flagged');
  await overview(page)
    .getByRole('button', { name: /^Question 1, .*, flagged$/ })
    .click();
  await expect(count(page)).toHaveText('Question 1 of 25');
  await expect(count(page)).toBeFocused();
  await expect(question(page).locator('input').nth(1)).toBeChecked();
  await press(page, 'Next');
  await press(page, 'Previous');
  await expect(count(page)).toHaveText('Question 1 of 25');
  await page.keyboard.press('p');
  await expect(count(page)).toHaveText('Question 1 of 25');
});

test('a reader moves between choices with the arrows up and down, and between questions with those left and right', async ({
  page,
}) => {
  await start(page);
  while ((await question(page).locator('[type=radio]').count()) === 0) await page.keyboard.press('n');
  const place = await count(page).innerText();
  await question(page).locator('label').first().click();
  await page.keyboard.press('ArrowDown');
  await expect(question(page).locator('input').nth(1)).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(count(page)).not.toHaveText(place);
  await page.keyboard.press('ArrowLeft');
  await expect(count(page)).toHaveText(place);
  await expect(question(page).locator('input').nth(1)).toBeChecked();
});

test('a reader is asked before handing in what has open questions, and can go on', async ({ page }) => {
  await start(page);
  while ((await question(page).locator('[type=radio]').count()) === 0) await page.keyboard.press('n');
  await page.keyboard.press('1');
  await press(page, 'Hand in now');
  await expect(dialog(page)).toContainText('24 questions still open');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(count(page)).toBeVisible();
  await handIn(page);
  const [event] = await readEvents(page);
  expect(event?.answers.filter(({ chosen }) => chosen.length > 0)).toHaveLength(1);
});

test('a reader is asked before giving up, and then nothing is kept', async ({ page }) => {
  await start(page);
  await press(page, 'Give up');
  await page.keyboard.press('Escape');
  await expect(count(page)).toBeVisible();
  await press(page, 'Pause');
  await press(page, 'Give up');
  await dialog(page).getByRole('button', { name: 'Give up' }).click();
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
  expect(await readKept(page)).toBeNull();
  expect(await readEvents(page)).toEqual([]);
});

test.describe('by the clock', () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-23T10:00:00') });
    await page.goto(exam);
    await page.clock.pauseAt(new Date('2026-11-23T12:00:00'));
  });

  /** The clock has to run on by hand, since all of it stands still. */
  const begin = async (page: Page): Promise<void> => {
    await press(page, 'Start');
    await expect(clock(page)).toHaveText('Time left 1:00:00');
  };

  test('a pause hides the question and stops the clock', async ({ page }) => {
    await begin(page);
    await page.clock.runFor(90_000);
    await expect(clock(page)).toHaveText('Time left 58:30');
    await press(page, 'Pause');
    await expect(page.getByRole('heading', { name: 'Paused' })).toBeFocused();
    await expect(question(page)).toHaveCount(0);
    await page.clock.runFor(30 * minute);
    await expect(page.locator('.exam')).toContainText('0 of 25 answered, 58:30 left');
    await press(page, 'Go on');
    await expect(clock(page)).toHaveText('Time left 58:30');
    await page.clock.runFor(1000);
    await expect(clock(page)).toHaveText('Time left 58:29');
  });

  test('a reload in the middle keeps answers, place and time', async ({ page }) => {
    await begin(page);
    await page.keyboard.press('1');
    const chosen = await question(page).getByRole('status').innerText();
    await page.keyboard.press('n');
    await page.keyboard.press('f');
    await page.clock.runFor(10 * minute);
    await page.reload();
    await page.clock.runFor(20 * minute);
    await expect(page.getByRole('heading', { name: 'An exam is waiting' })).toBeVisible();
    await expect(page.locator('.exam')).toContainText('50:00 left');
    await press(page, 'Go on');
    await expect(count(page)).toHaveText('Question 2 of 25');
    await expect(clock(page)).toHaveText('Time left 50:00');
    await expect(page.getByRole('button', { name: 'Flag', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('p');
    await expect(question(page).getByRole('status')).toHaveText(chosen);
  });

  test('the time that is left is announced rarely, and its end hands in what there is', async ({ page }) => {
    await begin(page);
    await page.keyboard.press('n');
    const spoken = page.locator('.exam-bar').getByRole('status');
    await expect(spoken).toBeEmpty();
    for (const [minutes, text] of [
      [30, '30 minutes left.'],
      [20, '10 minutes left.'],
      [5, '5 minutes left.'],
      [4, '1 minute left.'],
    ] as const) {
      await page.clock.runFor(minutes * minute);
      await expect(spoken).toHaveText(text);
    }
    // Also while a question of the page waits for an answer.
    await press(page, 'Hand in now');
    await page.clock.runFor(minute);
    await expect(page.getByRole('heading', { name: '0 of 25 right, 0 %' })).toBeFocused();
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.locator('.exam')).toContainText('The time is over');
    await expect(page.locator('.exam')).toContainText('You took 1 h, 2 min 24 s a question');
    const rows = page.getByRole('group', { name: 'Missed questions' }).getByRole('row');
    await expect(rows.nth(2)).toContainText('1 h');
    await page.clock.runFor(minute);
    expect((await readEvents(page)).map(({ seconds }) => seconds)).toEqual([3600]);
  });

  test('the hours that a device sleeps do not count', async ({ page }) => {
    await begin(page);
    await page.clock.runFor(minute);
    await page.clock.fastForward(8 * 60 * minute);
    await expect(page.getByRole('heading', { name: 'Paused' })).toBeFocused();
    await expect(page.locator('.exam')).toContainText('That time does not count');
    await press(page, 'Go on');
    await expect(clock(page)).toHaveText('Time left 59:00');
  });
});

test.describe('in two tabs', () => {
  const open = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(exam);
    return page;
  };

  test('an exam is sat in one of them, and goes on with all answers in the other', async ({ page, context }) => {
    await start(page);
    await page.keyboard.press('2');
    const chosen = await question(page).getByRole('status').innerText();
    const other = await open(context);
    await expect(other.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
    await expect(other.getByRole('button', { name: 'Start' })).toBeHidden();
    await expect(count(page)).toBeVisible();
    await press(other, 'Go on here');
    await expect(question(other).getByRole('status')).toHaveText(chosen);
    await expect(page.getByRole('heading', { name: 'Open in another tab' })).toBeFocused();
    await other.keyboard.press('n');
    await other.keyboard.press('f');
    await press(page, 'Go on here');
    await expect(count(page)).toHaveText('Question 2 of 25');
    await expect(page.getByRole('button', { name: 'Flag', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await expect(other.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
    await handIn(page);
    await expect(other.getByText('has been handed in or given up in another tab')).toBeVisible();
    await expect(other.getByRole('button', { name: 'Start' })).toBeVisible();
  });

  test('an exam cannot be begun over another one', async ({ page, context }) => {
    const other = await open(context);
    await expect(other.getByRole('button', { name: 'Start' })).toBeEnabled();
    await start(page);
    await page.keyboard.press('n');
    await press(other, 'Start');
    await expect(other.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
    await expect(count(page)).toHaveText('Question 2 of 25');
  });

  test('a word of the first one that comes late does not stop the second one', async ({ page, context }) => {
    await start(page);
    const late = await readKept(page);
    const other = await open(context);
    await press(other, 'Go on here');
    await expect(page.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
    await page.evaluate((text) => localStorage.setItem('exam.1', text ?? ''), late);
    await other.keyboard.press('n');
    await other.keyboard.press('n');
    await expect(count(other)).toHaveText('Question 3 of 25');
    await expect.poll(() => readKept(page)).toContain('"current":2');
    await expect(count(other)).toBeVisible();
  });

  test('a tab that was closed leaves its exam to the next one', async ({ page, context }) => {
    await start(page);
    await page.close();
    const other = await open(context);
    await expect(other.getByRole('heading', { name: 'An exam is waiting' })).toBeVisible();
  });

  test('a tab is offered the exam as soon as the one that has it is closed', async ({ page, context }) => {
    await start(page);
    await page.keyboard.press('n');
    const other = await open(context);
    await expect(other.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
    await page.close();
    await expect(other.getByRole('heading', { name: 'An exam is waiting' })).toBeFocused();
    await press(other, 'Go on');
    await expect(count(other)).toHaveText('Question 2 of 25');
  });

  test('without locks the first one stops as soon as the second one goes on', async ({ page, context }) => {
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    await start(page);
    const other = await open(context);
    await press(other, 'Go on');
    await expect(page.getByRole('heading', { name: 'Open in another tab' })).toBeVisible();
    await expect(count(other)).toBeVisible();
  });
});

for (const [name, text, break_] of [
  [
    'is blocked',
    'does not let the guide keep anything',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      }),
  ],
  [
    'is full',
    'storage for this site is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    },
  ],
] as const)
  test(`where the storage ${name}, an exam runs to its end, and a reader is told once that it cannot survive`, async ({
    page,
  }) => {
    await page.addInitScript(break_);
    await start(page);
    await expect(page.locator('.notice')).toHaveCount(1);
    await expect(page.locator('.notice')).toContainText(text);
    await page.keyboard.press('1');
    await page.keyboard.press('n');
    await expect(count(page)).toHaveText('Question 2 of 25');
    await handIn(page);
    await expect(page.locator('.notice')).toHaveCount(1);
    await expect(page.locator('.exam-miss').first()).toBeVisible();
  });

for (const damaged of ['{"exam":"sap-c02","items":', '{"exam":"sap-c02","items":[]}'])
  test(`a kept exam that is damaged, ${damaged}, is set aside with a sentence`, async ({ page }) => {
    await page.addInitScript((text) => {
      if (!localStorage.getItem('exam.1.damaged')) localStorage.setItem('exam.1', text);
    }, damaged);
    await page.goto('practice/exam.html');
    await expect(page.getByText('is damaged, so it was set aside')).toBeFocused();
    expect(await page.evaluate(() => localStorage.getItem('exam.1.damaged'))).toBe(damaged);
    await press(page, 'Start');
    await expect(count(page)).toBeVisible();
  });

test('questions that left the guide leave a kept exam', async ({ page }) => {
  await start(page);
  await press(page, 'Pause');
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('exam.1') ?? '{}');
    kept.items[0].question = 'no-such-question';
    localStorage.setItem('exam.1', JSON.stringify(kept));
  });
  await page.reload();
  await press(page, 'Go on');
  await expect(count(page)).toHaveText('Question 1 of 24');
});

test('a link names the same questions in the same order for everybody', async ({ page, browser, guide }) => {
  await page.goto('practice/exam.html');
  await page.getByLabel('SAP-C02').check();
  await page.getByLabel('A third of it').check();
  await expect(page.locator('.exam-form output')).toHaveText('25 questions in 60 minutes.');
  await expect(page.getByText('names certain questions')).toBeHidden();
  await press(page, 'Start');
  await expect(page).toHaveURL(/exam=sap-c02&size=short&order=[0-9a-z]{5}$/);
  const readIds = async (reader: Page): Promise<(string | null)[]> => {
    const ids = [];
    for (let place = 0; place < 3; place++) {
      await expect(count(reader)).toHaveText(`Question ${place + 1} of 25`);
      ids.push(await question(reader).getAttribute('id'));
      await reader.keyboard.press('n');
    }
    return ids;
  };
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url().replace(/^.*practice/, `${guide.root}practice`));
  await expect(other.getByText('names certain questions')).toBeVisible();
  await press(other, 'Start');
  expect(await readIds(other)).toEqual(await readIds(page));
  await other.context().close();
});

test('a reader who asks for a result that is not here is told so', async ({ page }) => {
  await page.goto('practice/exam.html?result=study.1/0000000000001-aaaa');
  await expect(page.getByText('does not have the result')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
});

test('a result of which the choices are not known, or no longer the same, says so', async ({ page }) => {
  const key = 'study.1/1795392767176-aaaa';
  await page.goto('practice.html');
  await page.evaluate((name) => {
    const index = JSON.parse(document.getElementById('study-index')?.textContent ?? '{}');
    const [first, second] = index.pages[0].questions;
    const answers = [
      { question: first },
      { question: second, chosen: [0], revision: 'older' },
      { question: 'no-such-question' },
    ].map((answer) => ({ ...answer, domain: '1', right: false, seconds: 75 }));
    const event = { type: 'exam', exam: 'sap-c02', seed: 's', seconds: 150, answers };
    localStorage.setItem(name, JSON.stringify(event));
  }, key);
  await page.goto(`practice/exam.html?result=${key}`);
  await expect(page.locator('.exam-miss')).toHaveText([
    /Domain 1, 1 min 15 s, your choice was not kept.*Right, not chosen:/s,
    /the question has been revised since, so your choice is not shown(?!.*your choice:).*Right, not chosen:/s,
    /This question cannot be shown/,
  ]);
});

test.describe('without the network', () => {
  test.use({ tolerated: /ERR_FAILED/ });
  test('an exam says that its questions could not be loaded, and starts when the network is back', async ({ page }) => {
    await page.route('**/practice/*.html', (route) =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    );
    await page.goto(exam);
    await press(page, 'Start');
    await expect(page.getByRole('heading', { name: 'could not be loaded' })).toBeFocused();
    await page.unroute('**/practice/*.html');
    await press(page, 'Try again');
    await expect(count(page)).toHaveText('Question 1 of 25');
  });
});

test('in a folder of a host an exam is sat, and leads to what explains it', async ({ page, guide }) => {
  await start(page, guide.folder + exam);
  await handIn(page);
  await page.locator('.exam-miss').first().getByRole('link', { name: 'Read the part that explains it' }).click();
  await expect(page.locator(':target')).toBeVisible();
  expect(page.url().startsWith(guide.folder)).toBe(true);
});

/** Takes a reader through all views, and does something in each. */
const visit = async (page: Page, act: (view: string) => Promise<void>): Promise<void> => {
  await page.goto(exam);
  await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
  await act('choosing');
  await press(page, 'Start');
  await page.keyboard.press('1');
  await page.keyboard.press('f');
  await page.keyboard.press('n');
  await act('sitting');
  await press(page, 'Hand in now');
  await act('asking');
  await page.keyboard.press('Escape');
  await press(page, 'Pause');
  await act('paused');
  await press(page, 'Go on');
  await handIn(page);
  await act('result');
};

for (const colorScheme of ['light', 'dark'] as const)
  test(`a reader with an aid meets no barrier in any view of an exam in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await visit(page, async (view) => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        view,
      ).toEqual([]);
    });
  });

for (const width of [320, 390])
  test(`a reader at a width of ${width} hits everything with a finger, and never scrolls an exam sideways`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await visit(page, async (view) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBe(width);
      const small = await page
        .locator('main button:visible, main label:visible, dialog[open] button')
        .evaluateAll((all) =>
          all.flatMap((target) => {
            const { width: wide, height } = target.getBoundingClientRect();
            return wide < 44 || height < 44 ? `${target.textContent} ${wide}×${height}` : [];
          }),
        );
      expect(small, view).toEqual([]);
    });
  });

test.describe('without the font, which may move a word when it comes late', () => {
  test.use({ tolerated: /ERR_FAILED/ });

  test('a reader sees nothing move while an exam that waits is shown, and while its clock runs', async ({ page }) => {
    await page.route('**/*.woff2', (route) => route.abort());
    await start(page);
    await watchShifts(page);
    await page.reload();
    await press(page, 'Go on');
    const before = await clock(page).innerText();
    await expect(clock(page)).not.toHaveText(before);
    expect((await readShifts(page)).filter(({ hadRecentInput }) => !hadRecentInput)).toEqual([]);
  });
});

test('the hub leads to the exam', async ({ page }) => {
  await page.goto('practice.html');
  await page.getByRole('link', { name: 'Sit an exam' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('An exam under time');
});

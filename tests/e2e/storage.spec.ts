import type { Page } from '@playwright/test';
import { answerQuestion } from '../support/answer-question.ts';
import { expect, section, test } from '../support/browser.ts';
import { emptyFillers, fillStorage, keep, readEntries, readIndex, toEntries } from '../support/journal.ts';

const set = 'practice/set.html?of=domain:1&size=3&order=k3x9a';
const mark = (page: Page) => page.getByRole('button', { name: 'Mark as read' });
const count = (page: Page) => page.getByRole('heading', { name: /^Question \d+ of \d+$/ });
const notes = (page: Page) => page.getByRole('region', { name: 'About the storage' });

test.describe('with storage that is blocked', () => {
  test.beforeEach(({ context }) =>
    context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    }),
  );

  test('a section works, and the reader is told once that nothing is kept', async ({ page }) => {
    await page.goto(section);
    await mark(page).click();
    await expect(mark(page)).toHaveAttribute('aria-pressed', 'true');
    await answerQuestion(page);
    await expect(page.locator('.notice')).toHaveCount(1);
    await expect(page.locator('.notice')).toContainText('does not let the guide keep anything');
    await mark(page).click();
    await expect(mark(page)).toHaveAttribute('aria-pressed', 'false');
  });

  test('a set can be answered to its end', async ({ page }) => {
    await page.goto(set);
    await expect(count(page)).toHaveText('Question 1 of 3');
    for (let at = 0; at < 3; at++) {
      await answerQuestion(page);
      await page.getByRole('button', { name: /^Next question|^See the result/ }).click();
    }
    await expect(page.getByRole('heading', { name: '3 of 3 right' })).toBeVisible();
  });

  test('the page of progress says so, and takes no file', async ({ page }) => {
    await page.goto('progress.html');
    await expect(notes(page)).toContainText('does not let the guide keep anything');
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    const events = { 'study.1/0000000000001-aaaa': { type: 'answer', question: 'a', right: true } };
    const text = JSON.stringify({ format: 'annotated-architect-progress', version: 1, events });
    await page
      .locator('[type=file]')
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Bring in 1 event' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing was brought in');
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  });
});

test.describe('with storage that is full', () => {
  test('what a reader does is held by the tab, can be saved, and is kept when there is room again', async ({
    page,
  }) => {
    await page.goto(section);
    await fillStorage(page);
    await mark(page).click();
    await expect(mark(page)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.notice')).toContainText('storage for this site is full');
    await answerQuestion(page);
    await expect(page.locator('.notice')).toHaveCount(1);
    expect(await readEntries(page)).toEqual({});

    await page.goto('progress.html');
    await expect(notes(page)).toContainText('2 entries are kept in this tab only');
    await expect(page.locator('.overview')).toContainText(/1 of \d+ read/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
    await expect(page.locator('.progress output')).toHaveText(/^2 events went to your downloads/);

    await emptyFillers(page);
    await page.goto(section);
    await expect(mark(page)).toHaveAttribute('aria-pressed', 'true');
    expect(Object.values(await readEntries(page))).toHaveLength(2);
    await page.goto('progress.html');
    await expect(page.locator('.overview')).toContainText(/1 of \d+ read/);
    await expect(notes(page)).toHaveCount(0);
  });

  test('a set can be answered, and its answers count', async ({ page }) => {
    await page.goto(set);
    await expect(count(page)).toBeVisible();
    await fillStorage(page);
    await answerQuestion(page, false);
    await expect(page.locator('.notice')).toContainText('storage for this site is full');
    await page.goto('practice/set.html?of=domain:1&only=wrong');
    await expect(count(page)).toHaveText('Question 1 of 1');
  });

  test('deleting takes what only the tab holds, too', async ({ page }) => {
    await page.goto(section);
    await fillStorage(page);
    await mark(page).click();
    await page.goto('progress.html');
    await page.getByRole('button', { name: /^Delete my progress/ }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete my progress' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    await emptyFillers(page);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  });

  test('the page says how full it is from four fifths on, and not before', async ({ page }) => {
    const entry = toEntries([{ type: 'read', page: 'a', read: true }]);
    await keep(page, entry);
    await page.evaluate(() => localStorage.setItem('filler-0', 'x'.repeat(4_100_000)));
    await page.reload();
    await expect(page.locator('.overview')).toBeVisible();
    await expect(notes(page)).toHaveCount(0);
    await page.evaluate(() => localStorage.setItem('filler-1', 'x'.repeat(200_000)));
    await page.reload();
    await expect(notes(page)).toContainText('82 % of what browsers keep for a site is in use.');
  });
});

test.describe('with entries that cannot be read', () => {
  const damaged = {
    'study.1/': 'x',
    'study.1/__proto__': '{"__proto__":{"type":"read"}}',
    'study.1/0000000000001-aaaa': '{"type":"ans',
    'study.1/0000000000002-aaaa': 'null',
    'study.1/0000000000003-aaaa': '{"type":"answer","question":["a"],"right":1}',
    'study.1/0000000000004-aaaa': '<script>alert(1)</script>',
    'study.1/0000000000005-aaaa': `{"type":"read","page":"${'x'.repeat(5000)}","read":true}`,
  };
  const later = { 'study.1/0000000000006-aaaa': '{"type":"constructor"}', 'study.2/x': '{}', 'study.12/y': '' };
  const strange = { ...damaged, ...later, length: '5', __proto__x: '1', getItem: 'x', theme: '{"', place: '[' };
  const good = toEntries([{ type: 'read', page: section.replace('.html', ''), read: true }]);

  test('a section and a set work, and what can be read counts', async ({ page }) => {
    await keep(page, { ...strange, ...good }, section);
    await expect(mark(page)).toHaveAttribute('aria-pressed', 'true');
    await answerQuestion(page, false);
    await page.goto(set.replace('order', 'only=wrong&order'));
    await expect(count(page)).toHaveText('Question 1 of 1');
    await answerQuestion(page);
    await page.goto('practice.html');
    await expect(page.locator('.set-form output')).not.toBeEmpty();
    expect(await readEntries(page)).toMatchObject({ ...damaged, ...later, ...good });
  });

  test('the page lists them, and removes the damaged ones alone when it is told twice', async ({ page }) => {
    await keep(page, { ...strange, ...good });
    const items = notes(page).getByRole('listitem');
    await expect(items.filter({ hasText: '7 entries are damaged' })).toHaveCount(1);
    await expect(items.filter({ hasText: '1 entry is of a kind that a later version' })).toHaveCount(1);
    await expect(items.filter({ hasText: '2 entries are in the format of a later version' })).toHaveCount(1);
    await page.getByText('Show these entries').click();
    await expect(notes(page)).toContainText('study.1/0000000000004-aaaa <script>alert(1)</script>');
    await expect(page.locator('.overview')).toContainText(/1 of \d+ read/);

    await page.getByRole('button', { name: 'Remove the damaged entries' }).click();
    const remove = page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true });
    await expect(remove).toBeDisabled();
    await page.getByRole('checkbox').check();
    await remove.click();
    await expect(page.getByRole('status').filter({ hasText: '7 damaged entries were removed.' })).toBeVisible();
    expect(await readEntries(page)).toEqual({ ...later, ...good });
    await expect(items.filter({ hasText: 'damaged' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Remove the damaged entries' })).toHaveCount(0);
  });

  test('without any that can be read the page is empty, and they can be saved all the same', async ({ page }) => {
    await keep(page, damaged);
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
    await expect(page.locator('.progress output')).toHaveText(/^0 events and 7 entries that cannot be read went/);
  });
});

test('two tabs in which a reader answers and marks at the same time lose nothing', async ({ page, context }) => {
  const index = await readIndex(page);
  const other = await context.newPage();
  const [first, second] = index.pages;
  await page.goto(`${first?.id}.html`);
  await other.goto(`${second?.id}.html`);
  // Faster than any reader, and with breaks in which the other tab has its turn.
  const work = (tab: Page): Promise<void> =>
    tab.evaluate(async () => {
      const forms = [...document.querySelectorAll<HTMLFormElement>('.question form')].slice(0, 3);
      for (let at = 0; at < 100; at++) {
        document.querySelector<HTMLElement>('[data-mark-read]')?.click();
        const form = forms[at % forms.length];
        const needed = Number(form?.closest('.question')?.querySelectorAll('.answer .right').length);
        for (const input of [...(form?.querySelectorAll('input') ?? [])].slice(0, needed)) input.checked = true;
        form?.requestSubmit();
        // Opens the question again.
        form?.requestSubmit();
        if (at % 3 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
    });
  await Promise.all([work(page), work(other)]);
  const entries = Object.values(await readEntries(page)).map((text) => JSON.parse(text));
  expect(entries.filter(({ type }) => type === 'read')).toHaveLength(200);
  expect(entries.filter(({ type }) => type === 'answer')).toHaveLength(200);
  await page.goto('progress.html');
  await expect(page.locator('.overview')).toContainText(/Questions6 of \d+ answered/);
  const right = entries.filter((entry) => entry.right === true).length;
  await expect(page.getByRole('table', { name: 'Answers' }).getByRole('row').last()).toContainText(
    new RegExp(`${right}\\s*${200 - right}\\s*0\\s*200$`),
  );
});

test('thousands of events from another tab are shown when they have come to rest', async ({ page, context }) => {
  await page.goto('progress.html');
  const other = await context.newPage();
  await other.goto('progress.html');
  const question = (await readIndex(other)).pages[0]?.questions[0] ?? '';
  const events = toEntries(Array.from({ length: 3000 }, () => ({ type: 'answer', question, right: true })));
  const text = JSON.stringify({
    format: 'annotated-architect-progress',
    version: 1,
    events: Object.fromEntries(Object.entries(events).map(([key, event]) => [key, JSON.parse(event)])),
  });
  await other
    .locator('[type=file]')
    .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await other.getByRole('button', { name: 'Bring in 3,000 events' }).click();
  await expect(other.getByText('3,000 events were brought in.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Answers' }).getByText('3000').first()).toBeVisible();
});

import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { toDay } from '../../src/lib/duration.ts';
import { toKey } from '../../src/lib/study-events.ts';
import { expect, test } from '../support/browser.ts';
import { type Entries, fillStorage, keep, readEntries, readIndex, toEntries, toReader } from '../support/journal.ts';

const format = 'annotated-architect-progress';
const answer = { type: 'answer', question: 'dr-rto', right: true };
const toFile = (events: unknown): string => JSON.stringify({ format, version: 1, saved: '', events });

/** Entries as a file holds them. */
const parse = (entries: Entries): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).map(([key, text]) => [key, JSON.parse(text)]));

const choose = (page: Page, text: string, name = 'mine.json'): Promise<void> =>
  page.locator('[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

/** Saves, and gives the file's name and text. */
const save = async (page: Page, button = 'Save to a file'): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

const reset = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Delete my progress/ }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete my progress' }).click();
};

const report = async (page: Page): Promise<string> => {
  await expect(page.locator('.overview')).toContainText('due now');
  return page.locator('.progress-report').innerText();
};
const counts = (page: Page): Promise<string[]> =>
  page.getByRole('table', { name: 'Events in the file' }).locator('tbody tr').allInnerTexts();

test('a reader saves, deletes and brings in again, and the page is as it was', async ({ page }) => {
  await keep(page, toEntries(toReader(await readIndex(page))));
  const [before, entries] = [await report(page), await readEntries(page)];
  const { name, text } = await save(page);
  expect(name).toBe(`${format}-${toDay(new Date())}.json`);
  const count = Object.keys(entries).length;
  await expect(page.locator('.progress output')).toHaveText(`${count} events went to your downloads as “${name}”.`);
  await reset(page);
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeFocused();
  expect(await readEntries(page)).toEqual({});
  await choose(page, text, name);
  await page.getByRole('button', { name: `Bring in ${count} events` }).click();
  await expect(page.getByText(`${count} events were brought in.`)).toBeVisible();
  expect(await report(page)).toBe(before);
  expect(await readEntries(page)).toEqual(entries);
  await page.reload();
  expect(await report(page)).toBe(before);
});

test('a saved file says its format, and holds each event and what could not be read as it was', async ({ page }) => {
  const readable = toEntries([{ type: 'read', page: 'a', read: true }]);
  const unreadable = { 'study.1/0000000000001-aaaa': '{"type":"ans', 'study.2/later': '[1]' };
  await keep(page, { ...readable, ...unreadable });
  const { text: saved } = await save(page);
  const file = JSON.parse(saved);
  expect(file).toMatchObject({ format, version: 1, saved: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
  expect(file.events).toEqual({
    ...parse(readable),
    ...unreadable,
  });
});

test('before anything is written, a reader sees what a file would change, and what stays in it and why', async ({
  page,
}) => {
  const here = toEntries([{ type: 'answer', question: 'dr-rto', right: true }], Date.UTC(2026, 8, 3, 12));
  const taken = toKey(5, 0.5);
  await keep(page, { ...here, [taken]: 'damage' });
  const before = await readEntries(page);
  const fresh = toEntries(
    [
      { type: 'read', page: 'a', read: true },
      { type: 'answer', question: 'dr-rto', right: false },
      { type: 'answer', question: 'dr-rpo', right: false },
      { type: 'review', card: 'c', rating: 1, revision: 'r', due: 1 },
    ],
    Date.UTC(2026, 10, 22, 12),
  );
  const events = {
    ...parse(here),
    ...parse(fresh),
    [taken]: answer,
    [toKey(6, 0.5)]: { type: 'dream' },
    [toKey(7, 0.5)]: { type: 'answer', question: 'dr-rto' },
    [toKey(8, 0.5)]: '{"type":"ans',
    'study.2/x': {},
    theme: 'dark',
  };
  await choose(page, toFile(events));
  await expect(page.getByRole('heading', { name: 'What “mine.json” would change' })).toBeFocused();
  expect(await counts(page)).toEqual(['Marks on sections\t1\t0', 'Answers\t2\t1', 'Card reviews\t1\t0', 'Exams\t0\t0']);
  const preview = page.locator('.file-preview');
  await expect(preview).toContainText('from 3 September 2026 to 22 November 2026');
  for (const reason of [
    '2 damaged entries',
    '1 entry of a kind that a later version of the guide has added',
    '1 entry in the format of a later version of the guide',
    '1 entry that the guide does not know',
    '1 event whose place here is taken by a damaged entry: remove that one first',
  ])
    await expect(preview.getByRole('listitem').filter({ hasText: reason })).toHaveCount(1);
  expect(await readEntries(page)).toEqual(before);
  await page.getByRole('button', { name: 'Bring in 4 events' }).click();
  await expect(page.getByText('4 events were brought in.')).toBeVisible();
  expect(await readEntries(page)).toEqual({ ...before, ...fresh });

  await choose(page, toFile(events));
  await expect(preview).toContainText('There is nothing new in it.');
  await expect(page.getByRole('button', { name: /^Bring in \d/ })).toHaveCount(0);
  expect(await readEntries(page)).toEqual({ ...before, ...fresh });
});

test('a reader who leaves a file changes nothing', async ({ page }) => {
  await page.goto('progress.html');
  await choose(page, toFile({ [toKey(5, 0.5)]: answer }));
  await page.getByRole('button', { name: 'Leave it' }).click();
  await expect(page.getByText('Nothing was brought in.')).toBeVisible();
  expect(await readEntries(page)).toEqual({});
});

for (const [what, text, message] of [
  ['of plain text', 'Dear diary', 'is no file of this guide, or only a part of one'],
  ['that was cut off', toFile({ [toKey(5, 0.5)]: answer }).slice(0, -4), 'only a part of one'],
  ['of another program', '{"format":"somebody","version":1,"events":{}}', 'is a file of another program'],
  ['that is a list', '[]', 'is a file of another program'],
  ['of a later version', `{"format":"${format}","version":2,"events":{}}`, 'was saved by a later version of the guide'],
  ['without events', `{"format":"${format}","version":1}`, 'is a file of this guide, but it is damaged'],
  ['without a version', `{"format":"${format}","events":{}}`, 'is a file of this guide, but it is damaged'],
] as const)
  test(`a reader who chooses a file ${what} is told why it cannot be used`, async ({ page }) => {
    await keep(page, toEntries([{ type: 'read', page: 'a', read: true }]));
    const before = await readEntries(page);
    await choose(page, text, 'odd.json');
    await expect(page.getByRole('alert')).toContainText('“odd.json” ');
    await expect(page.getByRole('alert')).toContainText(message);
    await expect(page.getByRole('alert')).toContainText('Nothing was changed.');
    expect(await readEntries(page)).toEqual(before);
  });

test('a reader who chooses a file that is too large is told so', async ({ page }, testInfo) => {
  const path = testInfo.outputPath('large.json');
  writeFileSync(path, ' '.repeat(20_000_001));
  await page.goto('progress.html');
  await page.locator('[type=file]').setInputFiles(path);
  await expect(page.getByRole('alert')).toHaveText(
    /“large\.json” is too large: .* at most 20 MB\. Nothing was changed/,
  );
});

test('a file that the storage cannot take whole is not taken at all, and the reader is told how much fitted', async ({
  page,
}) => {
  await keep(page, toEntries([{ type: 'read', page: 'a', read: true }]));
  await fillStorage(page, 1000);
  const before = await readEntries(page);
  const events = toEntries(Array.from({ length: 40 }, (_, at) => ({ ...answer, question: `q${at}` }) as never));
  await choose(page, toFile(parse(events)));
  await page.getByRole('button', { name: 'Bring in 40 events' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    /storage for this site is full: it took (?:[1-9]|[1-3]\d) of 40 events\. Nothing was brought in/,
  );
  expect(await readEntries(page)).toEqual(before);
  await expect(page.locator('.overview')).toContainText('0 of');
});

test('nothing is deleted before the second deliberate step, and then the events alone', async ({ page, context }) => {
  const later = { 'study.2/later': '{}' };
  await keep(page, { ...toEntries(toReader(await readIndex(page))), ...later, 'study.1/broken': '{' });
  await page.getByRole('button', { name: 'Dark or light theme' }).click();
  await page.evaluate(() => localStorage.setItem('place', '{}'));
  const other = await context.newPage();
  await other.goto('progress.html');
  const before = await readEntries(page);

  await page.getByRole('button', { name: /^Delete my progress/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete all of your progress?' });
  const last = dialog.getByRole('button', { name: 'Delete my progress' });
  await expect(dialog).toContainText(/1 mark on sections, \d+ answers, 2 card reviews, 1 exam, 1 entry that cannot/);
  await expect(dialog).toContainText('1 entry of a later version of the guide');
  await expect(dialog.getByRole('button', { name: 'Keep my progress' })).toBeFocused();
  await expect(last).toBeDisabled();
  const { text } = await save(page, 'Save to a file first');
  expect(Object.keys(JSON.parse(text).events)).toHaveLength(Object.keys(before).length);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await readEntries(page)).toEqual(before);

  await reset(page);
  await expect(page.getByRole('status').filter({ hasText: 'Your progress was deleted' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  expect(await readEntries(page)).toEqual(later);
  expect(await page.evaluate(() => [localStorage.getItem('theme'), localStorage.getItem('place')])).toEqual([
    'dark',
    '{}',
  ]);
});

test('a reader with a keyboard saves, brings in and deletes', async ({ page }) => {
  await keep(page, toEntries(toReader(await readIndex(page))));
  const walkTo = async (name: string | RegExp): Promise<void> => {
    const target = page.getByRole('button', { name }).or(page.getByRole('checkbox', { name }));
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press('Tab');
      if (await target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
    }
    throw new Error(`Tab never came to "${name}".`);
  };
  await walkTo('Save to a file');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await walkTo(/^Delete my progress/);
  await page.keyboard.press('Enter');
  await walkTo('Yes, delete all of it');
  await page.keyboard.press('Space');
  await walkTo('Delete my progress');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeFocused();
  const chooser = page.waitForEvent('filechooser');
  await walkTo('Bring in a file');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(await download.path());
  await expect(page.getByRole('heading', { name: /^What “/ })).toBeFocused();
  await walkTo(/^Bring in \d+ events/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/events were brought in\.$/)).toBeVisible();
});

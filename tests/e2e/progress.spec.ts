import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { StudyEvent } from '../../src/lib/study-events.ts';
import { answerQuestion } from '../support/answer-question.ts';
import { expect, section, test } from '../support/browser.ts';
import { keep, readIndex, toEntries, toReader } from '../support/journal.ts';

/** Shows the page of a reader of two sections. */
const openReader = async (page: Page): Promise<void> => {
  await keep(page, toEntries(toReader(await readIndex(page))));
};

const sum = (page: Page, term: string): Locator =>
  page.locator('.overview > div').filter({ hasText: term }).locator('dd');
const row = (page: Page, table: string, name: string | RegExp): Locator =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });

test('a reader who has done nothing is told what will be here and where to begin', async ({ page }) => {
  await page.goto('progress.html');
  await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Bring in a file' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Save|Delete/ })).toHaveCount(0);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^1\.1 / })
    .click();
  await expect(page).toHaveURL(/\/1-[\w-]+\/1\.1-[\w-]+\.html$/);
});

test('a reader who reads and answers sees it added up', async ({ page }) => {
  const id = section.replace('.html', '');
  const { pages } = await readIndex(page);
  const total = pages.flatMap(({ questions }) => questions).length;
  await page.goto(section);
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await answerQuestion(page);
  await page.goto('progress.html');
  await expect(sum(page, 'Sections')).toHaveText(`1 of ${pages.length} read`);
  await expect(sum(page, 'Questions')).toHaveText(`1 of ${total} answered: the last time 1 right, 0 wrong`);
  const own = pages.filter(({ sheet }) => id.startsWith(`${sheet}/`));
  await expect(row(page, 'Sections read', /^1 /)).toContainText(`1 of ${own.length}`);
  await expect(page.getByRole('table', { name: 'Answers' }).getByRole('row').last()).toContainText(/1\s*0\s*0\s*1$/);
});

test('a reader sees how many cards are due, those included whose fact has changed', async ({ page }) => {
  const index: Record<string, Record<string, string>> = await (await page.request.get('cards/index.json')).json();
  const cards = Object.values(index).flatMap((deck) => Object.entries(deck));
  const far = Date.now() + 1e10;
  const reviews = [
    { revision: 'older', due: far },
    { revision: cards[1]?.[1] ?? '', due: far },
    { revision: cards[2]?.[1] ?? '', due: 1 },
  ].map((review, place): StudyEvent => ({ type: 'review', card: cards[place]?.[0] ?? '', rating: 3, ...review }));
  await keep(page, toEntries(reviews));
  await expect(sum(page, 'Cards')).toHaveText('3 reviewed, 2 due now');
  await sum(page, 'Cards').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Flashcards' })).toBeVisible();
});

test('a reader sees cards, exams and what is worth reading again, each with the way there', async ({ page }) => {
  const index = await readIndex(page);
  await openReader(page);
  await expect(sum(page, 'Cards')).toHaveText('2 reviewed, none due now');
  await expect(sum(page, 'Exams')).toHaveText('1 exam sat');
  const exam = row(page, 'Exams that you sat', '2026')
    .or(row(page, 'Exams that you sat', '2 h 58 min'))
    .first();
  await expect(exam).toContainText(`${index.exams[0]?.code}`);
  await expect(exam).toContainText('1 of 2 (50 %)');
  const result = await exam.getByRole('link').getAttribute('href');
  expect(result).toMatch(/practice\/exam\.html\?result=study\.1%2F\d{13}-\w{4}$/);
  const weak = page.locator('.weak li');
  const [first] = index.pages;
  await expect(weak).toHaveCount(2);
  await expect(weak.first()).toContainText(`1 of ${first?.questions.length} right`);
  await expect(weak.first().getByRole('link').first()).toHaveText(first?.title ?? '');
  const wrong = (first?.questions.length ?? 0) - 1;
  await weak
    .first()
    .getByRole('link', { name: `Practice the ${wrong} questions` })
    .click();
  await expect(page.getByRole('heading', { name: `Question 1 of ${wrong}` })).toBeVisible();
});

test('a page that is weak leads to its text', async ({ page }) => {
  await openReader(page);
  const title = await page.locator('.weak a').first().textContent();
  await page.locator('.weak a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
});

test('bars tell right from wrong without color', async ({ page }) => {
  await openReader(page);
  const pattern = (name: string): Promise<string> =>
    page
      .locator(`.bar .bar-${name}`)
      .first()
      .evaluate((bar) => getComputedStyle(bar).backgroundImage);
  expect(await pattern('right')).toBe('none');
  expect(await pattern('wrong')).toContain('repeating-linear-gradient');
  const widths = await page.locator('.weeks .bar > span').evaluateAll((bars) => bars.map((bar) => bar.clientWidth));
  for (const width of widths) expect(width).toBeGreaterThan(2);
});

test('a reader with two tabs sees in one what is done in the other, and keeps their place', async ({
  page,
  context,
}) => {
  await openReader(page);
  const before = await sum(page, 'Sections').textContent();
  const link = page.locator('.weak a').last();
  const href = await link.getAttribute('href');
  await link.focus();
  const other = await context.newPage();
  await other.goto(section);
  await other.getByRole('button', { name: 'Mark as read' }).click();
  await expect(sum(page, 'Sections')).toHaveText(before?.replace('1 of', '2 of') ?? '');
  await expect(link).toBeFocused();
  const wrong = await page.locator('.weak').textContent();
  await answerQuestion(other);
  await answerQuestion(other);
  await expect(page.locator('.weak')).not.toHaveText(wrong ?? '');
  await expect(page.locator(`.weak [href="${href}"]`)).toBeFocused();
});

test('a reader who comes back by the browser’s history sees what was done since', async ({ page }) => {
  await page.goto('progress.html');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^1\.1 / })
    .click();
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.goBack();
  await expect(sum(page, 'Sections')).toHaveText(/^1 of/);
});

test('what is read has its tick in the tree and in the list of its domain, and loses it with the mark', async ({
  page,
}) => {
  await page.goto(section);
  const mark = page.getByRole('button', { name: 'Mark as read' });
  const ticks = page.locator('.tree [data-read]');
  await expect(ticks).toHaveCount(0);
  await mark.click();
  await expect(ticks).toHaveCount(1);
  await expect(ticks).toHaveAttribute('aria-current', 'page');
  await expect(ticks).toHaveAccessibleName(/, read$/);
  await page.goto(`${section.split('/')[0]}.html`);
  await expect(page.locator('.card [data-read]')).toHaveCount(1);
  await page.goBack();
  await mark.click();
  await expect(ticks).toHaveCount(0);
});

for (const path of ['index.html', 'practice.html', section])
  test(`a reader finds their progress from ${path}`, async ({ page }) => {
    await page.goto(path);
    const place = path === section ? page.getByRole('navigation') : page.getByRole('main');
    await place.getByRole('link', { name: /Your progress|What you have read, answered/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your progress' })).toBeVisible();
  });

test('in a folder of a host, every way of the page stays in that folder', async ({ page, guide }) => {
  const index = await readIndex(page);
  const entries = toEntries(toReader(index));
  await keep(page, entries, `${guide.folder}progress.html`);
  const hrefs = await page
    .locator('.progress a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(hrefs.length).toBeGreaterThan(5);
  for (const href of hrefs) expect(href).toContain(guide.folder);
  await page.locator('.weak a').first().click();
  await expect(page.locator('[data-mark-read]')).toHaveAttribute('aria-pressed', 'true');
});

const check = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ help, nodes }) => `${help}: ${nodes[0]?.html}`)).toEqual([]);
};

for (const colorScheme of ['light', 'dark'] as const)
  test(`a reader with an aid meets no barrier in the ${colorScheme} theme: empty, full, in a preview and a dialog`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('progress.html');
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    await check(page);
    await openReader(page);
    await page.evaluate(() => localStorage.setItem('study.1/0000000000001-aaaa', '{"type":"ans'));
    await page.reload();
    await page.getByText('Show these entries').click();
    const events = { 'study.1/0000000000002-aaaa': { type: 'answer', question: 'a', right: true }, theme: 1 };
    await page.locator('[type=file]').setInputFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ format: 'annotated-architect-progress', version: 1, events })),
    });
    await expect(page.getByRole('heading', { name: /mine\.json/ })).toBeVisible();
    await check(page);
    await page.getByRole('button', { name: /^Delete my progress/ }).click();
    await page.getByRole('checkbox').check();
    await check(page);
  });

test('a reader of a narrow page reads all of it without scrolling sideways, with targets for fingers', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openReader(page);
  await page.evaluate(() => localStorage.setItem('study.1/0000000000001-aaaa', `{"type":"${'x'.repeat(300)}`));
  await page.reload();
  await page.getByText('Show these entries').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  for (const target of await page.locator('.progress :is(button, summary, .weak a)').all()) {
    const box = await target.boundingBox();
    if (box) expect(box.height, await target.innerText()).toBeGreaterThanOrEqual(44);
  }
});

test('an event of the future, of a page that is gone or of an exam that is unknown breaks nothing', async ({
  page,
}) => {
  const events: StudyEvent[] = [
    { type: 'read', page: '__proto__', read: true },
    { type: 'answer', question: 'constructor', right: true },
    { type: 'exam', exam: '__proto__', seed: 's', seconds: 0, answers: [] },
  ];
  await keep(page, toEntries(events, 9_999_999_900_000));
  await expect(sum(page, 'Sections')).toHaveText(/^0 of/);
  await expect(row(page, 'Exams that you sat', '__proto__')).toContainText('0 of 0');
  await expect(page.getByText('No answers and no cards in the last twelve weeks.')).toBeVisible();
});

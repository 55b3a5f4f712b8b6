/** What a reader's browser keeps: put there, and looked at, past the pages. */
import type { Page } from '@playwright/test';
import { type StudyEvent, toKey } from '../../src/lib/study-events.ts';
import type { StudyIndex } from '../../src/lib/study-index.ts';

/** Keys and texts, as the browser's storage holds them. */
export type Entries = Readonly<Record<string, string>>;

const day = 86_400_000;

/** Gives events keys of their own, one a second from a time on. */
export const toEntries = (events: readonly StudyEvent[], from = Date.now() - day): Entries =>
  Object.fromEntries(events.map((event, at) => [toKey(from + 1000 * at, 0.5), JSON.stringify(event)]));

/** Puts entries into the storage, and shows the page as it is with them. */
export const keep = async (page: Page, entries: Entries, path = 'progress.html'): Promise<void> => {
  await page.goto(path);
  await page.evaluate((all) => {
    for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
  }, entries);
  await page.reload();
};

/** What the storage holds of the journal. */
export const readEntries = (page: Page): Promise<Entries> =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('study.'))));

/** What study pages know of the guide. */
export const readIndex = async (page: Page): Promise<StudyIndex> => {
  await page.goto('progress.html');
  return JSON.parse((await page.locator('#study-index').textContent()) ?? '');
};

/**
 * Fills the storage of the site until not one more character fits.
 *
 * @param spare characters that are left free
 */
export const fillStorage = (page: Page, spare = 0): Promise<void> =>
  page.evaluate((free) => {
    localStorage.setItem('spare', 'x'.repeat(free));
    for (let size = 2 ** 22, at = 0; size >= 1; at++)
      try {
        localStorage.setItem(`filler-${at}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    localStorage.removeItem('spare');
  }, spare);

export const emptyFillers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler-')) localStorage.removeItem(key);
  });

/** A reader of two sections: the first one read, its questions wrong but one; the second one half right. */
export const toReader = (index: StudyIndex): StudyEvent[] => {
  const [first, second] = index.pages;
  if (!first || !second) throw new Error('The guide has fewer than two pages.');
  const answers = [first, second].flatMap(({ questions }, page) =>
    questions.map((question, at): StudyEvent => {
      const right = page === 0 ? at === 0 : at % 2 === 0;
      return { type: 'answer', question, right };
    }),
  );
  const review: StudyEvent = { type: 'review', card: 'a', rating: 3, revision: 'r', due: 0 };
  return [
    { type: 'read', page: first.id, read: true },
    ...answers,
    review,
    { ...review, card: 'b', due: Date.now() + 30 * day },
    {
      type: 'exam',
      exam: index.exams[0]?.id ?? '',
      seed: 'abcde',
      seconds: 10_680,
      answers: [
        { question: 'gone', domain: '1', right: true, seconds: 60 },
        { question: 'gone-too', domain: '1', right: false, seconds: 60 },
      ],
    },
  ];
};

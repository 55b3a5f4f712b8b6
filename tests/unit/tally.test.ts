import { describe, expect, test } from 'vitest';
import { toProgress } from '../../src/lib/progress.ts';
import { type KeptEvent, type StudyEvent, toKey } from '../../src/lib/study-events.ts';
import type { StudyPage } from '../../src/lib/study-index.ts';
import { findWeakPages, toTally } from '../../src/lib/tally.ts';
import { toCount } from '../../src/lib/text.ts';

const toPage = (id: string, ...questions: readonly string[]): StudyPage => ({
  id,
  title: id,
  sheet: '1',
  exams: {},
  questions,
});
const keep = (events: readonly StudyEvent[]): KeptEvent[] =>
  events.map((event, place) => ({ ...event, at: place, key: toKey(place, 0) }));
const answers = (...all: readonly (readonly [string, boolean])[]): StudyEvent[] =>
  all.map(([question, right]) => ({ type: 'answer', question, right }));

describe('a tally', () => {
  test('counts the pages that are read, and each question by its last answer', () => {
    const pages = [toPage('p', 'p1', 'p2'), toPage('q', 'q1')];
    const events: StudyEvent[] = [
      ...answers(['p1', false], ['p1', true], ['q1', true], ['q1', false], ['gone', true]),
      { type: 'read', page: 'p', read: true },
      { type: 'read', page: 'gone', read: true },
    ];
    expect(toTally(pages, toProgress(keep(events)))).toEqual({ pages: 2, read: 1, questions: 3, right: 1, wrong: 1 });
  });
});

describe('the weakest pages', () => {
  const pages = [toPage('half', 'h1', 'h2', 'h3', 'h4'), toPage('few', 'f1', 'f2'), toPage('none', 'n1', 'n2', 'n3')];
  const few = answers(['f1', false], ['f2', false]);
  const half = answers(['h1', true], ['h2', false], ['h3', true], ['h4', false]);

  test('come with the lowest share first', () => {
    const none = answers(['n1', false], ['n2', false], ['n3', false]);
    const found = findWeakPages(pages, toProgress(keep([...half, ...none, ...few])));
    expect(found.map(({ page, wrong }) => [page.id, wrong])).toEqual([
      ['none', 3],
      ['half', 2],
    ]);
  });

  test('are not named after two answers, nor when all is right', () => {
    const right = answers(['n1', true], ['n2', true], ['n3', true]);
    expect(findWeakPages(pages, toProgress(keep([...few, ...right])))).toEqual([]);
  });
});

test.each([
  [0, '0 entries'],
  [1, '1 entry'],
  [1204, '1,204 entries'],
])('%d entries are written "%s"', (count, text) => expect(toCount(count, 'entry', 'entries')).toBe(text));

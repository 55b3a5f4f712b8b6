import { expect, test } from 'vitest';
import { findReading, toDomainScores, toExamEvent, toPercent, toScore } from '../../src/lib/exam-result.ts';
import type { ExamSitting, SittingItem } from '../../src/lib/exam-sitting.ts';
import { readEvent, toKey } from '../../src/lib/study-events.ts';

const toItem = (question: string, domain: string, chosen: readonly number[], time: number): SittingItem => ({
  question,
  domain,
  chosen,
  time,
  choose: 1,
  isFlagged: false,
});
const sitting: ExamSitting = {
  exam: 'x',
  size: 'full',
  order: 'k3x9a',
  minutes: 60,
  items: [toItem('right', '2', [1], 61_400), toItem('wrong', '1', [0], 1000), toItem('open', '1', [], 0)],
  current: 0,
  at: 0,
  turn: 1,
};
const choices = [{ correct: false }, { correct: true }];
const event = toExamEvent(sitting, () => choices);

test('an exam is graded as it stands, with what was chosen and how long each question took', () => {
  expect(event.answers).toEqual([
    { question: 'right', domain: '2', right: true, seconds: 61, chosen: [1] },
    { question: 'wrong', domain: '1', right: false, seconds: 1, chosen: [0] },
    { question: 'open', domain: '1', right: false, seconds: 0, chosen: [] },
  ]);
  expect(event).toMatchObject({ type: 'exam', exam: 'x', seed: 'k3x9a', seconds: 62 });
});

test('a result says which choices an answer was chosen from', () => {
  const items = [{ ...toItem('right', '2', [1], 0), revision: 'r1' }];
  expect(toExamEvent({ ...sitting, items }, () => choices).answers[0]).toMatchObject({ chosen: [1], revision: 'r1' });
});

test('a result is kept and read again with what was chosen, and also without it', () => {
  const key = toKey(5, 0);
  expect(readEvent(key, JSON.stringify(event))).toEqual({ ...event, key, at: 5 });
  const bare = { question: 'right', domain: '2', right: true, seconds: 61 };
  expect(readEvent(key, JSON.stringify({ ...event, answers: [bare] }))).toBeDefined();
  expect(
    readEvent(key, JSON.stringify({ ...event, answers: [{ ...bare, chosen: [1], revision: 'r1' }] })),
  ).toBeDefined();
  for (const damage of [{ chosen: 'A' }, { revision: 1 }])
    expect(readEvent(key, JSON.stringify({ ...event, answers: [{ ...bare, ...damage }] }))).toBeUndefined();
});

test('the score is told for the whole and for each domain of which something was asked', () => {
  expect(toScore(event.answers)).toEqual({ right: 1, of: 3 });
  expect(toPercent({ right: 1, of: 3 })).toBe(33);
  expect(toPercent({ right: 0, of: 0 })).toBe(0);
  const domains = ['1', '2', '3'].map((number) => ({ number, title: `D${number}`, tasks: [] }));
  expect(toDomainScores(event.answers, { domains })).toEqual([
    { name: '1 D1', right: 0, of: 2 },
    { name: '2 D2', right: 1, of: 1 },
  ]);
});

test('the pages behind the misses come with most misses first', () => {
  const toPage = (id: string, questions: readonly string[]) => ({ id, title: id, sheet: 's', exams: {}, questions });
  const pages = [toPage('a', ['right']), toPage('b', ['wrong']), toPage('c', ['open', 'other', 'unasked'])];
  const answers = [...event.answers, { question: 'other', domain: '1', right: false, seconds: 1 }];
  expect(findReading(answers, pages).map(({ page, misses }) => [page.id, misses])).toEqual([
    ['c', 2],
    ['b', 1],
  ]);
});

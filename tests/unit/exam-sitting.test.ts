import { describe, expect, test } from 'vitest';
import { toClock, toDuration } from '../../src/lib/duration.ts';
import {
  changeCurrent,
  countTime,
  type ExamSitting,
  fitToGuide,
  hasSlept,
  isAnswered,
  parseSitting,
  type SittingItem,
  toTimeLeft,
  toTurn,
} from '../../src/lib/exam-sitting.ts';

const item: SittingItem = { question: 'a', domain: '1', choose: 1, chosen: [], isFlagged: false, time: 0 };
const sitting: ExamSitting = {
  exam: 'sap-c02',
  size: 'short',
  order: 'k3x9a',
  minutes: 60,
  items: [item, { ...item, question: 'b', choose: 2, chosen: [0, 3] }],
  current: 0,
  at: 1_000_000,
  turn: 1_000_000.5,
};

describe('the clock', () => {
  test('counts for the question on the screen', () => {
    const later = countTime(sitting, sitting.at + 5000);
    expect(later.items.map(({ time }) => time)).toEqual([5000, 0]);
    const last = countTime({ ...later, current: 1 }, later.at + 1500);
    expect(last.items.map(({ time }) => time)).toEqual([5000, 1500]);
    expect(toTimeLeft(last)).toBe(60 * 60_000 - 6500);
  });

  test('counts nothing while a device sleeps, and nothing twice when its clock is put back', () => {
    expect(hasSlept(sitting, sitting.at + 60_000)).toBe(false);
    expect(hasSlept(sitting, sitting.at + 3_600_000)).toBe(true);
    for (const now of [sitting.at + 3_600_000, sitting.at - 5000]) {
      const after = countTime(sitting, now);
      expect(toTimeLeft(after)).toBe(toTimeLeft(sitting));
      expect(after.at).toBe(now);
    }
  });

  test('ends at nothing, and counts no more than there is', () => {
    const almost = changeCurrent(sitting, { time: 60 * 60_000 - 400 });
    const over = countTime(almost, almost.at + 1000);
    expect(toTimeLeft(over)).toBe(0);
    expect(over.items[0]?.time).toBe(60 * 60_000);
  });

  test.each([
    [3_600_000, '1:00:00'],
    [3_599_001, '1:00:00'],
    [3_599_000, '59:59'],
    [61_000, '1:01'],
    [500, '0:01'],
    [0, '0:00'],
  ])('shows %d milliseconds as %s', (left, text) => expect(toClock(left)).toBe(text));

  test.each([
    [0, '0 s'],
    [59.6, '1 min'],
    [69, '1 min 9 s'],
    [3600, '1 h'],
    [7505, '2 h 5 min'],
  ])('tells %d seconds as %s', (seconds, text) => expect(toDuration(seconds)).toBe(text));
});

test('a question is answered when as many choices are chosen as it asks for', () => {
  expect(isAnswered(item)).toBe(false);
  expect(isAnswered({ ...item, chosen: [2] })).toBe(true);
  for (const chosen of [[0], [0, 1, 2]]) expect(isAnswered({ ...item, choose: 2, chosen })).toBe(false);
});

describe('an exam that goes on with a newer guide', () => {
  const offer = { choose: 2, revision: 'new' };

  test('loses the questions that are gone', () => {
    const fitting = fitToGuide({ ...sitting, current: 1 }, (id) => (id === 'a' ? offer : undefined));
    expect(fitting.items).toEqual([item]);
    expect(fitting.current).toBe(0);
    expect(fitToGuide(sitting, () => undefined).items).toEqual([]);
  });

  test('keeps what was chosen where the choices are the same, and asks again where they are not', () => {
    const chosen: SittingItem = { ...item, chosen: [1], isFlagged: true, time: 7 };
    const toFitting = (revision: string) =>
      fitToGuide({ ...sitting, items: [{ ...chosen, revision }] }, () => offer).items;
    expect(toFitting('new')).toEqual([{ ...chosen, revision: 'new' }]);
    expect(toFitting('old')).toEqual([{ ...chosen, ...offer, chosen: [] }]);
    expect(fitToGuide({ ...sitting, items: [chosen] }, () => offer).items).toEqual([chosen]);
  });
});

test('a tab that goes on has a higher turn than the last one, also when the clock was put back', () => {
  expect(toTurn(0, 5000, 0.25)).toBe(5000.25);
  expect(toTurn(5000.9, 5000, 0.25)).toBe(5001.25);
  expect(toTurn(9000.9, 5000, 0)).toBeGreaterThan(9000.9);
});

describe('a kept exam', () => {
  test('is read as it was kept', () => expect(parseSitting(JSON.stringify(sitting))).toEqual(sitting));

  test.each([
    ['damaged text', (text: string) => text.slice(0, -9)],
    ['no object', () => '7'],
    ['null', () => 'null'],
    ['no question', (text: string) => text.replace(/"items":\[.*\]/, '"items":[]')],
    ['a place beyond its questions', (text: string) => text.replace('"current":0', '"current":2')],
    ['a place between its questions', (text: string) => text.replace('"current":0', '"current":0.5')],
    ['an unknown size', (text: string) => text.replace('short', 'long')],
    ['an endless time', (text: string) => text.replace('"time":0', '"time":1e999')],
    ['a time before the start', (text: string) => text.replace('"time":0', '"time":-1')],
    ['choices that are none', (text: string) => text.replace('[0,3]', '["A"]')],
    ['a missing turn', (text: string) => text.replace('"turn"', '"tab"')],
  ])('is not read from %s', (_, damage) => {
    const text = JSON.stringify(sitting);
    expect(damage(text)).not.toBe(text);
    expect(parseSitting(damage(text))).toBeUndefined();
  });
});

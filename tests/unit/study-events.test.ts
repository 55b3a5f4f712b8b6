import { describe, expect, test } from 'vitest';
import { toProgress, toStanding } from '../../src/lib/progress.ts';
import { type KeptEvent, readEvent, type StudyEvent, toKey } from '../../src/lib/study-events.ts';

const answer: StudyEvent = { type: 'answer', question: 'dr-rto', right: true };
const keep = (at: number, event: StudyEvent, random = 0.5): KeptEvent => ({ ...event, at, key: toKey(at, random) });

describe('an event', () => {
  test('comes back from the storage as it was kept, with its time', () => {
    const key = toKey(1_795_392_767_176, 0.999_999);
    expect(readEvent(key, JSON.stringify(answer))).toEqual({ ...answer, key, at: 1_795_392_767_176 });
  });

  test('has a key that sorts by time', () => {
    expect([toKey(12, 0), toKey(5, 0.9), toKey(1_795_392_767_176, 0.1)].toSorted()).toEqual([
      toKey(5, 0.9),
      toKey(12, 0),
      toKey(1_795_392_767_176, 0.1),
    ]);
  });

  test.each([
    ['a damaged text', '{"type":"answer"'],
    ['no object', '"answer"'],
    ['null', 'null'],
    ['a type of a later version', '{"type":"dream","question":"dr-rto","right":true}'],
    ['the name of a built-in', '{"type":"constructor"}'],
    ['a missing field', '{"type":"answer","question":"dr-rto"}'],
    ['a wrong field', '{"type":"answer","question":"dr-rto","right":"yes"}'],
    ['an impossible rating', '{"type":"review","card":"a","rating":5,"revision":"x","due":1}'],
    ['an endless number', '{"type":"review","card":"a","rating":3,"revision":"x","due":1e999}'],
    ['a damaged part', '{"type":"exam","exam":"x","seed":"s","seconds":1,"answers":[{"question":"a"}]}'],
  ])('is not read from %s', (_, text) => expect(readEvent(toKey(1, 0), text)).toBeUndefined());

  test.each(['study.2/0000000000001-aaaa', 'study.1/1-aaaa', 'study.1/0000000000001', 'theme'])(
    'is not read under the key "%s"',
    (key) => expect(readEvent(key, JSON.stringify(answer))).toBeUndefined(),
  );
});

describe('progress', () => {
  test('counts each event once, whatever order they come in', () => {
    const first = keep(1, { ...answer, right: false });
    const second = keep(2, answer);
    for (const events of [
      [first, second],
      [second, first],
      [second, first, second, first],
    ])
      expect(toProgress(events).answers.get('dr-rto')).toEqual([
        { at: 1, right: false },
        { at: 2, right: true },
      ]);
  });

  test('judges a question by its last answer, exams included', () => {
    const wrong = keep(1, { ...answer, right: false });
    const exam = keep(2, {
      type: 'exam',
      exam: 'sap-c02',
      seed: 's',
      seconds: 60,
      answers: [{ question: 'dr-rto', domain: '1', right: true, seconds: 60 }],
    });
    expect(toStanding(toProgress([]), 'dr-rto')).toBe('unseen');
    expect(toStanding(toProgress([wrong]), 'dr-rto')).toBe('wrong');
    expect(toStanding(toProgress([exam, wrong]), 'dr-rto')).toBe('right');
  });

  test('lets a reader take back that a section was read', () => {
    const page = '1-high-availability/1.2-disaster-recovery';
    const read = keep(1, { type: 'read', page, read: true });
    const unread = keep(2, { type: 'read', page, read: false });
    expect([...toProgress([read]).read]).toEqual([[page, 1]]);
    expect(toProgress([unread, read]).read.size).toBe(0);
  });
});

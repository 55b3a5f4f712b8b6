import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toProgress } from '../../src/lib/progress.ts';
import { findReadPages, toFault, toReading } from '../../src/lib/reading.ts';
import { isStudyKey, toKey } from '../../src/lib/study-events.ts';
import { entries } from '../support/arbitrary.ts';

const key = toKey(1_795_392_767_176, 0.5);

describe('whatever stands in the storage', () => {
  test('is read without an error, and nothing of the journal is lost', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { events, unreadable } = toReading(all);
        toProgress(events);
        for (const [own, text] of unreadable) toFault(own, text);
        const found = [...events.map((event) => event.key), ...unreadable.keys()].sort();
        expect(found).toEqual(
          all
            .map(([own]) => own)
            .filter(isStudyKey)
            .sort(),
        );
        for (const [own, text] of unreadable) expect(all).toContainEqual([own, text]);
      }),
    );
  });

  test('tells which pages are marked as read, as the whole reading does', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const whole = toProgress(toReading(all).events).read;
        expect([...findReadPages(all)].sort()).toEqual([...whole.keys()].sort());
      }),
    );
  });
});

test('a page is read or not by its last mark, in whichever order the marks are found', () => {
  const mark = (at: number, read: boolean) =>
    [toKey(at, 0), JSON.stringify({ type: 'read', page: 'a', read })] as const;
  expect([...findReadPages([mark(2, false), mark(1, true)])]).toEqual([]);
  expect([...findReadPages([mark(3, true), mark(2, false), mark(1, true)])]).toEqual(['a']);
});

describe('an entry that cannot be read', () => {
  test.each([
    ['study.2/anything', '{"type":"answer"}', 'other-format'],
    ['study.10/1', '', 'other-format'],
    [key, '{"type":"dream","of":"clouds"}', 'later-kind'],
    [key, '{"type":"toString"}', 'later-kind'],
    [key, '{"type":"answer","question":"dr-rto"}', 'damaged'],
    [key, '{"type":"ans', 'damaged'],
    [key, '{"type":5}', 'damaged'],
    [key, 'null', 'damaged'],
    [key, '', 'damaged'],
    ['study.1/soon', '{"type":"dream"}', 'damaged'],
  ])('under "%s", holding %j, is %s', (own, text, fault) => {
    expect(toReading([[own, text]]).unreadable.get(own)).toBe(text);
    expect(toFault(own, text)).toBe(fault);
  });

  test.each(['theme', 'place', 'practice-set', 'study', 'study.x/1', 'my-study.1/2'])(
    'is not sought under "%s", which is not the journal’s',
    (own) => expect(toReading([[own, 'anything']])).toEqual({ events: [], unreadable: new Map() }),
  );
});

import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toDay } from '../../src/lib/duration.ts';
import { toProgress } from '../../src/lib/progress.ts';
import { type StudyEvent, toKey } from '../../src/lib/study-events.ts';
import { toWeeks } from '../../src/lib/weeks.ts';

const now = new Date(2026, 10, 25, 18, 30);
const keep = (event: StudyEvent, ...times: readonly Date[]) =>
  times.map((time, place) => {
    const at = time.getTime();
    return { ...event, at, key: toKey(at, place / 1000) };
  });
const right = (...times: readonly Date[]) => keep({ type: 'answer', question: 'a', right: true }, ...times);

afterEach(() => vi.unstubAllEnvs());

describe('the weeks', () => {
  test('begin on Mondays and end with this one', () => {
    const weeks = toWeeks(toProgress([]), now);
    expect(weeks).toHaveLength(12);
    expect(toDay(weeks[0]!.start)).toBe('2026-09-07');
    expect(toDay(weeks.at(-1)!.start)).toBe('2026-11-23');
    for (const { start } of weeks) expect([start.getDay(), start.getHours()]).toEqual([1, 0]);
  });

  test.each(['Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati', 'UTC'])(
    'begin on Mondays at midnight in %s, summer time or not',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      fc.assert(
        fc.property(fc.date({ min: new Date(0), max: new Date(2100, 0), noInvalidDate: true }), (day) => {
          for (const { start } of toWeeks(toProgress([]), day))
            expect([start.getDay(), start.getHours()]).toEqual([1, 0]);
        }),
      );
    },
  );

  test('hold answers and reviews from Monday midnight to Sunday midnight', () => {
    const events = [
      ...right(new Date(2026, 10, 22, 23, 59, 59), new Date(2026, 10, 23), new Date(2026, 10, 29, 23, 59)),
      ...keep({ type: 'answer', question: 'b', right: false }, new Date(2026, 10, 24)),
      ...keep({ type: 'review', card: 'c', rating: 1, revision: 'r', due: 0 }, new Date(2026, 10, 23, 9)),
    ];
    const weeks = toWeeks(toProgress(events), now);
    expect(weeks.at(-2)).toMatchObject({ right: 1, wrong: 0, reviews: 0 });
    expect(weeks.at(-1)).toMatchObject({ right: 2, wrong: 1, reviews: 1 });
  });

  test('leave out what is older, and what a wrong clock put into the future', () => {
    const events = right(
      new Date(2026, 8, 6, 23, 59),
      new Date(2026, 10, 30),
      new Date(9_999_999_999_999),
      new Date(0),
    );
    const weeks = toWeeks(toProgress(events), now);
    expect(weeks.reduce((sum, week) => sum + week.right, 0)).toBe(0);
  });
});

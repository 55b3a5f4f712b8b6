import { createEmptyCard, fsrs } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { toIntervals } from '../../src/lib/card-schedule.ts';
import { type CardSession, dropAsked, gradeCard, selectCards, takeBack, toTally } from '../../src/lib/card-session.ts';
import { type Review, toCardStandings, toForecast, toReviews } from '../../src/lib/card-standing.ts';
import { toDayStart, toSpan, toTimeAhead } from '../../src/lib/intervals.ts';
import { toProgress } from '../../src/lib/progress.ts';
import { type KeptEvent, type ReviewEvent, toKey } from '../../src/lib/study-events.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Eight in the evening, by the clock of whoever runs the tests. */
const evening = new Date(2026, 10, 22, 20).getTime();

type Rating = ReviewEvent['rating'];

/** Reviews of a card, each on the day on which the one before brings it back. */
const study = (...ratings: readonly Rating[]): { reviews: Review[]; days: number[]; now: number } => {
  const reviews: Review[] = [];
  const days: number[] = [];
  let now = evening;
  for (const rating of ratings) {
    const next = toIntervals(reviews, now)[rating];
    reviews.push({ at: now, rating, revision: 'r', due: next.due });
    days.push(next.days);
    now += next.days === 0 ? minute : next.days * day;
  }
  return { reviews, days, now };
};

const review = (card: string, at: number, { rating = 3, revision = 'r', due = at + day } = {}): KeptEvent => ({
  type: 'review',
  card,
  rating: rating as Rating,
  revision,
  due,
  at,
  key: toKey(at, 0.5),
});

const index = {
  '1-first': { 'fact/a': 'r', 'fact/b': 'r', 'fact/c': 'r' },
  glossary: { 'term/x': 'r', 'term/y': 'r' },
};
const toStandings = (events: readonly KeptEvent[], now = evening) => toCardStandings(index, toProgress(events), now);

describe('the next time of a card', () => {
  test('is farther off the better a new card was known', () => {
    const { 1: again, 2: hard, 3: good, 4: easy } = toIntervals([], evening);
    expect(again).toEqual({ days: 0, due: evening + 10 * minute });
    expect([hard.days, good.days, easy.days]).toEqual([1, 2, 8]);
  });

  test('is farther off each time that it was known', () => {
    const { days } = study(3, 3, 3, 3);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(new Set(days).size).toBe(days.length);
  });

  test('is near again after it was forgotten', () => {
    const known = study(3, 3, 3);
    const forgotten = study(3, 3, 3, 1, 3);
    expect(forgotten.days.at(-1)).toBeLessThan(known.days.at(-1) ?? 0);
    expect(forgotten.days.at(-1)).toBeGreaterThanOrEqual(1);
  });

  test.each([[[]], [[1]], [[1, 1, 1]], [[3, 3]], [[2, 2, 2, 2]], [[4, 4, 4, 1]], [[3, 1, 3, 1]]] as Rating[][][])(
    'never comes sooner for a better grade, after %j',
    (ratings) => {
      const { reviews, now } = study(...ratings);
      const { 1: again, 2: hard, 3: good, 4: easy } = toIntervals(reviews, now);
      expect(again.days).toBe(0);
      expect(hard.days).toBeGreaterThanOrEqual(1);
      expect(good.days).toBeGreaterThanOrEqual(hard.days);
      expect(easy.days).toBeGreaterThan(good.days);
    },
  );

  test('is the beginning of a day, so that a card learned in the evening is due the next morning', () => {
    const { due } = toIntervals([], evening)[2];
    expect(new Date(due).getHours()).toBe(4);
    expect(due - evening).toBe(8 * 60 * minute);
    const night = evening + 6 * 60 * minute;
    expect(toIntervals([], night)[2].due).toBe(due);
  });

  test.each([[[3, 3, 3, 3, 3]], [[4, 3, 2, 3]], [[2, 3, 4, 3]]] as Rating[][][])(
    'is what FSRS’s own scheduler says, without chance, after %j',
    (ratings) => {
      const scheduler = fsrs({ enable_fuzz: false, learning_steps: [], relearning_steps: [] });
      let card = createEmptyCard(new Date(evening));
      const days = ratings.map((rating) => {
        card = scheduler.next(card, card.due, rating).card;
        return card.scheduled_days;
      });
      expect(study(...ratings).days).toEqual(days);
    },
  );

  test('can be told for a card that was reviewed twice at once, or by a clock that goes back', () => {
    const once = { rating: 3, revision: 'r', due: evening } as const;
    for (const times of [
      [evening, evening],
      [evening, evening - 30 * day],
      [0, evening],
    ]) {
      const intervals = toIntervals(
        times.map((at) => ({ ...once, at })),
        evening,
      );
      for (const { due } of Object.values(intervals)) expect(due).toBeGreaterThan(evening);
    }
  });
});

describe('a card', () => {
  test('is new, then waits, then is due', () => {
    const events = [review('fact/a', evening, { due: evening + day })];
    expect(toStandings([]).get('fact/a')?.state).toBe('new');
    expect(toStandings(events, evening + day - 1).get('fact/a')?.state).toBe('waiting');
    expect(toStandings(events, evening + day).get('fact/a')?.state).toBe('due');
  });

  test('is due at once when its answer was revised, until it is reviewed again', () => {
    const old = review('fact/a', evening, { revision: 'old', due: evening + 90 * day });
    expect(toStandings([old]).get('fact/a')).toMatchObject({ state: 'due', isRevised: true });
    const seen = review('fact/a', evening + 1, { due: evening + 90 * day });
    expect(toStandings([old, seen], evening + 2).get('fact/a')).toMatchObject({ state: 'waiting', isRevised: false });
  });

  test('stands as its newest review says, in whichever order two devices bring them', () => {
    const first = review('fact/a', evening, { due: evening + 1 });
    const second = review('fact/a', evening + day, { due: evening + 9 * day });
    const now = evening + 2 * day;
    expect(toStandings([second, first], now)).toEqual(toStandings([first, second], now));
    expect(toStandings([second, first], now).get('fact/a')?.state).toBe('waiting');
  });

  test('is not kept away for years by one review of a clock that was ahead', () => {
    const ahead = review('fact/a', evening + 3650 * day);
    expect(toStandings([ahead]).get('fact/a')?.state).toBe('new');
    const known = review('fact/a', evening, { due: evening + 2 * day });
    expect(toStandings([known, ahead], evening + 3 * day).get('fact/a')?.state).toBe('due');
    expect(toReviews(toProgress([known, ahead]), 'fact/a', evening)).toHaveLength(1);
  });

  test('that the guide no longer has is not counted', () => {
    const standings = toStandings([review('fact/gone', evening - 9 * day)]);
    expect(standings.has('fact/gone')).toBe(false);
    expect(toForecast(standings.values())).toEqual([]);
  });
});

describe('a session', () => {
  const events = [
    review('fact/c', evening - 9 * day, { due: evening - 2 * day }),
    review('term/x', evening - 8 * day, { due: evening - 3 * day }),
    review('fact/a', evening - day, { due: evening + day }),
  ];

  test('asks what is due, the oldest first, then new cards in the order of the guide', () => {
    const all = { decks: ['1-first', 'glossary'], limit: 10 };
    expect(selectCards(index, toStandings(events), all)).toEqual({
      due: ['term/x', 'fact/c'],
      fresh: ['fact/b', 'term/y'],
    });
    const { fresh } = selectCards(index, toStandings(events), { ...all, limit: 1 });
    expect(fresh).toEqual(['fact/b']);
  });

  test('asks only the decks that were chosen', () => {
    const { due, fresh } = selectCards(index, toStandings(events), { decks: ['glossary', 'no-such'], limit: 10 });
    expect([due, fresh]).toEqual([['term/x'], ['term/y']]);
  });

  test('asks again at its end what was not known, until it is', () => {
    const begun: CardSession = { queue: ['a', 'b'], grades: [] };
    const again = gradeCard(begun, 1);
    expect(again.queue).toEqual(['b', 'a']);
    const still = gradeCard(gradeCard(again, 3), 1);
    expect(still.queue).toEqual(['a']);
    const over = gradeCard(still, 2);
    expect(over.queue).toEqual([]);
    expect(toTally(over)).toEqual({ cards: 2, missed: 1 });
  });

  test('puts the last card up again for a finger that slipped, once', () => {
    const slipped = gradeCard({ queue: ['a', 'b'], grades: [] }, 3);
    expect(takeBack(slipped).queue).toEqual(['a', 'b']);
    expect(takeBack(gradeCard({ queue: ['a', 'b'], grades: [] }, 1)).queue).toEqual(['a', 'b']);
    expect(takeBack({ queue: ['a'], grades: [] }).queue).toEqual(['a']);
  });

  test('leaves out what another tab has asked, and what the guide no longer has, but not what it has to ask again', () => {
    const standings = toStandings(events);
    const session: CardSession = { queue: ['fact/a', 'fact/b', 'fact/gone', 'fact/c'], grades: [] };
    expect(dropAsked(session, standings).queue).toEqual(['fact/b', 'fact/c']);
    expect(dropAsked({ ...session, grades: [['fact/a', 1]] }, standings).queue).toEqual(['fact/a', 'fact/b', 'fact/c']);
  });
});

describe('a time to come is told', () => {
  test.each([
    [0, 'today'],
    [1, 'tomorrow'],
    [59, 'in 59 days'],
    [61, 'in 2 months'],
    [365, 'in 12 months'],
    [548, 'in 1.5 years'],
    [730, 'in 2 years'],
  ])('%i days as "%s"', (days, text) => expect(toSpan(days)).toBe(text));

  test('in minutes and hours within a day, and by the reader’s days beyond, which begin at four', () => {
    expect(toTimeAhead(evening, evening + 1)).toBe('in 1 minute');
    expect(toTimeAhead(evening, evening + 10 * minute)).toBe('in 10 minutes');
    expect(toTimeAhead(evening, evening + 180 * minute)).toBe('in 3 hours');
    expect(toTimeAhead(evening + 5 * 60 * minute, toDayStart(evening, 1))).toBe('tomorrow');
    expect(toTimeAhead(evening, toDayStart(evening, 4))).toBe('in 4 days');
  });
});

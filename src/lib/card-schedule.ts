/** When a flashcard comes back: FSRS with the default parameters of its version 6, for a recall of nine in ten. */
import { FSRSAlgorithm } from 'ts-fsrs';
import type { Review } from './card-standing.ts';
import { toDayStart } from './intervals.ts';
import type { ReviewEvent } from './study-events.ts';

type Rating = ReviewEvent['rating'];

/** What a grade does to a card. */
export interface Interval {
  /** Days until the card is shown again; 0 for a card that was not known, which comes back within the session. */
  readonly days: number;
  /** Milliseconds since 1970. */
  readonly due: number;
}

const minute = 60 * 1000;
const hour = 60 * minute;
const day = 24 * hour;

/** When a card that was not known is due if its session is broken off. */
const relearning = 10 * minute;

const fsrs = new FSRSAlgorithm({ request_retention: 0.9, enable_fuzz: false });
type Memory = ReturnType<typeof fsrs.next_state>;

/**
 * The days between two reviews as FSRS counts them: 0 within a day, at least 1 over a night. A matter of hours and not of dates,
 * so that devices in different time zones agree.
 */
const toDays = (from: number, to: number): number => {
  const pause = Math.max(0, to - from);
  return pause < 8 * hour ? 0 : Math.max(1, Math.round(pause / day));
};

const addReview = (memory: Memory | null, last: number | undefined, at: number, rating: Rating): Memory =>
  fsrs.next_state(memory, last === undefined ? 0 : toDays(last, at), rating);

/** What FSRS makes of a card's reviews, from the first to the last. */
const replay = (reviews: readonly Review[]): Memory | null => {
  let memory: Memory | null = null;
  let last: number | undefined;
  for (const { at, rating } of reviews) {
    memory = addReview(memory, last, at, rating);
    last = at;
  }
  return memory;
};

/**
 * What each of the four grades would do to a card now. A better grade never brings it back sooner.
 *
 * @param reviews the card's reviews so far, from the oldest to the newest
 */
export const toIntervals = (reviews: readonly Review[], now: number): Readonly<Record<Rating, Interval>> => {
  const memory = replay(reviews);
  const toLength = (rating: Rating): number => {
    const next = addReview(memory, reviews.at(-1)?.at, now, rating);
    return fsrs.next_interval(next.stability, 0);
  };
  // At the beginning of a day, so that a day's cards are due together and not by the hour.
  const toInterval = (days: number): Interval => ({ days, due: toDayStart(now, days) });
  const good = toLength(3);
  return {
    1: { days: 0, due: now + relearning },
    2: toInterval(Math.min(toLength(2), good)),
    3: toInterval(good),
    4: toInterval(Math.max(toLength(4), good + 1)),
  };
};

/** How much a reader did in each of the last weeks. */
import type { Progress } from './progress.ts';

/** A week by the reader's own clock. */
export interface Week {
  /** Its Monday, at midnight. */
  readonly start: Date;
  /** Answers to questions, in practice and in exams. */
  readonly right: number;
  readonly wrong: number;
  /** Cards that were graded. */
  readonly reviews: number;
}

/** The Monday of the week that is so many weeks before the one of a day; both ends of summer time included. */
const toMonday = (day: Date, weeksBefore: number): Date =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7) - 7 * weeksBefore);

/** The last weeks from the oldest to this one. What is older, or later than this week, is left out. */
export const toWeeks = ({ answers, reviews }: Progress, now: Date, count = 12): Week[] => {
  const starts = Array.from({ length: count }, (_, place) => toMonday(now, count - 1 - place));
  const end = toMonday(now, -1).getTime();
  const weeks = starts.map((start) => ({ start, right: 0, wrong: 0, reviews: 0 }));
  const find = (at: number): (typeof weeks)[number] | undefined =>
    at < end ? weeks.findLast(({ start }) => start.getTime() <= at) : undefined;
  for (const { at, right } of [...answers.values()].flat()) {
    const week = find(at);
    if (week) week[right ? 'right' : 'wrong']++;
  }
  for (const { at } of [...reviews.values()].flat()) {
    const week = find(at);
    if (week) week.reviews++;
  }
  return weeks;
};

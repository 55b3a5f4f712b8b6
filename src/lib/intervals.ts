/** Spans of time in words, as a reader counts them. */

const toAmount = (amount: number, unit: string): string => `in ${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** Writes a number of days as "tomorrow", "in 4 days", "in 3 months" or "in 1.5 years". */
export const toSpan = (days: number): string => {
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days < 60) return toAmount(days, 'day');
  if (days < 548) return toAmount(Math.round(days / 30.4), 'month');
  return toAmount(Math.round(days / 36.5) / 10, 'year');
};

/** The hour at which a reader's day begins: who studies after midnight is still in the day before. */
const dayStart = 4;

/** When the reader's day begins that lies so many days ahead, in milliseconds since 1970. */
export const toDayStart = (now: number, days: number): number => {
  const date = new Date(now - dayStart * 3_600_000);
  date.setHours(dayStart, 0, 0, 0);
  date.setDate(date.getDate() + days);
  return date.getTime();
};

/** How many of the reader's days lie between two times. */
export const countDays = (from: number, to: number): number =>
  Math.round((toDayStart(to, 0) - toDayStart(from, 0)) / 86_400_000);

/** Writes a time to come as "in 8 minutes", "in 3 hours", "tomorrow" or "in 4 days". */
export const toTimeAhead = (now: number, time: number): string => {
  const days = countDays(now, time);
  if (days > 0) return toSpan(days);
  const minutes = Math.max(1, Math.round((time - now) / 60_000));
  return minutes < 60 ? toAmount(minutes, 'minute') : toAmount(Math.round(minutes / 60), 'hour');
};

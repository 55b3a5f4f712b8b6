/** Numbers, days and durations as readers see them. */

/** Writes a number with its noun: "1 question", "1,204 questions". */
export const toAmount = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** The reader's own day, as `2026-11-22`. */
export const toDay = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** Writes a duration in seconds as "45 s", "12 min" or "2 h 58 min". */
export const toDuration = (seconds: number): string => {
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

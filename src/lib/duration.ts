/** Times as readers read them. */

/** A running clock: `1:05:09`, below an hour `5:09`. A second that has begun counts. */
export const toClock = (milliseconds: number): string => {
  const seconds = Math.ceil(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first = 0, ...rest] = parts[0] ? parts : parts.slice(1);
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
};

/** A length of time in its two largest units: `1 h 5 min`, `2 min 9 s`, `9 s`. */
export const toDuration = (seconds: number): string => {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const units = hours
    ? [`${hours} h`, `${minutes} min`]
    : minutes
      ? [`${minutes} min`, `${whole % 60} s`]
      : [`${whole} s`];
  return units.filter((unit, place) => place === 0 || !unit.startsWith('0 ')).join(' ');
};

/** The reader's own day, as `2026-11-22`. */
export const toDay = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

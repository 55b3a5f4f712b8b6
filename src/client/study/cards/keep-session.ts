/** A session with cards that was begun in this tab and not ended. It survives a reload of its page, and ends with the tab. */
import type { CardSession } from '../../../lib/card-session.ts';

const key = 'card-session';

const isText = (value: unknown): value is string => typeof value === 'string';
const isGrade = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && [1, 2, 3, 4].includes(value[1]);

const isSession = (value: unknown): value is CardSession =>
  typeof value === 'object' &&
  value !== null &&
  'queue' in value &&
  'grades' in value &&
  Array.isArray(value.queue) &&
  value.queue.every(isText) &&
  Array.isArray(value.grades) &&
  value.grades.every(isGrade);

/** @returns undefined when there is none, or it is damaged */
export const findSession = (): CardSession | undefined => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isSession(value) && value.queue.length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Remembers how far the reader is; without storage a reload ends the session, and what is due is due again. */
export const keepSession = (session: CardSession): void => {
  try {
    sessionStorage.setItem(key, JSON.stringify(session));
  } catch {
    // Nothing else depends on it.
  }
};

/** Forgets the session: it is over. */
export const dropSession = (): void => {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // There was none.
  }
};

/** Keeps a reader's events in this browser, each under a key of its own, so that two tabs never overwrite each other. */
import { type KeptEvent, keyPrefix, readEvent, type StudyEvent, toKey } from '../lib/study-events.ts';
import { showNotice } from './notice.ts';

/** What the browser's storage holds. */
export interface Reading {
  readonly events: readonly KeptEvent[];
  /** Entries that are damaged or from a later version of the guide, as they stand in the storage. They are left alone. */
  readonly unreadable: ReadonlyMap<string, string>;
}

declare global {
  var unsavedEvents: Map<string, StudyEvent> | undefined;
}

/** Events that the storage did not take: they count until the page is left, and can be exported until then. All scripts of a page share them. */
globalThis.unsavedEvents ??= new Map();
const unsaved = globalThis.unsavedEvents;

const getStorage = (): Storage | undefined => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
};

/** Whether the browser lets this site keep anything at all. */
export const isBlocked = (): boolean => {
  try {
    localStorage.setItem('probe', '');
    localStorage.removeItem('probe');
    return false;
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'QuotaExceededError');
  }
};

/** Reads all events, those of other tabs included. */
export const readEvents = (): Reading => {
  const events: KeptEvent[] = [];
  const unreadable = new Map<string, string>();
  const storage = getStorage();
  const entries = storage ? Object.entries(storage) : [];
  for (const [key, event] of unsaved) entries.push([key, JSON.stringify(event)]);
  for (const [key, text] of entries as [string, string][]) {
    if (!key.startsWith('study.')) continue;
    const event = readEvent(key, text);
    if (event) events.push(event);
    else unreadable.set(key, text);
  }
  return { events, unreadable };
};

/** Calls back when events were added or removed, by any script of this page or by another tab. */
export const watchEvents = (listener: () => void): void => {
  addEventListener('study-change', listener);
  addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(keyPrefix)) listener();
  });
};

const explain = (): string =>
  isBlocked()
    ? 'This browser does not let the guide keep anything, so your progress lasts until you leave this page.'
    : 'The browser’s storage for this site is full: what you do now lasts until you leave this page. The page “Your progress” can save it to a file.';

let isTold = false;

/** Writes an event under its key. */
export const keepEvent = (key: string, event: StudyEvent): boolean => {
  try {
    localStorage.setItem(key, JSON.stringify(event));
    unsaved.delete(key);
    return true;
  } catch {
    unsaved.set(key, event);
    if (!isTold) showNotice(explain());
    isTold = true;
    return false;
  }
};

/**
 * Keeps what the reader just did.
 *
 * @returns whether it is kept beyond this page; the reader was told otherwise
 */
export const addEvent = (event: StudyEvent): boolean => {
  const isKept = keepEvent(toKey(Date.now(), Math.random()), event);
  dispatchEvent(new Event('study-change'));
  return isKept;
};

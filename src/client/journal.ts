/** Keeps a reader's events in this browser, each under a key of its own, so that two tabs never overwrite each other. */
import { findReadPages, type Reading, toReading } from '../lib/reading.ts';
import { isStudyKey, type KeptEvent, keyPrefix, type StudyEvent, toKey } from '../lib/study-events.ts';
import { showNotice } from './notice.ts';

declare global {
  var unsavedEvents: Map<string, string> | undefined;
}

/** Events that no storage took, as text: they count until the page is left. All scripts of a page share them. */
globalThis.unsavedEvents ??= new Map();
const unsaved = globalThis.unsavedEvents;

const getStorage = (name: 'localStorage' | 'sessionStorage'): Storage | undefined => {
  try {
    return globalThis[name] ?? undefined;
  } catch {
    return undefined;
  }
};

const getEntries = (name: 'localStorage' | 'sessionStorage'): [string, string][] =>
  Object.entries(getStorage(name) ?? {});

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

/** Entries that only this tab holds, because the browser's storage did not take them. */
export const findHeld = (): Map<string, string> =>
  new Map([...unsaved, ...getEntries('sessionStorage').filter(([key]) => isStudyKey(key))]);

const getAll = (): Map<string, string> => new Map([...findHeld(), ...getEntries('localStorage')]);

/** Reads all events, those of other tabs included. */
export const readEvents = (): Reading => toReading(getAll());

/** The pages that are marked as read. */
export const readMarks = (): Set<string> => findReadPages(getAll());

/**
 * Calls back when events were added or removed, by any script of this page or by another tab.
 * A tab that brings in thousands of events tells of each: the listener is called when they have come to rest.
 */
export const watchEvents = (listener: () => void): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener('study-change', listener);
  addEventListener('storage', ({ key }) => {
    if (key !== null && !key.startsWith(keyPrefix)) return;
    clearTimeout(timer);
    timer = setTimeout(listener, 50);
  });
  // A page that comes back from the browser's history was told of nothing in between.
  addEventListener('pageshow', ({ persisted }) => persisted && listener());
};

const tellChange = (): unknown => dispatchEvent(new Event('study-change'));

const explain = (): string =>
  isBlocked()
    ? 'This browser does not let the guide keep anything, so your progress lasts until you leave this page.'
    : 'The browser’s storage for this site is full: what you do now lasts until you close this tab. The page “Your progress” can save it to a file.';

/** Puts an event where it lasts longest: the browser's storage, else this tab's, else this page's memory. */
const keep = (key: string, text: string): boolean => {
  for (const name of ['localStorage', 'sessionStorage'] as const)
    try {
      globalThis[name].setItem(key, text);
      return name === 'localStorage';
    } catch {
      // The next place may take it.
    }
  unsaved.set(key, text);
  return false;
};

let isTold = false;

/** Says once why what the reader does is not kept beyond this tab. */
export const tellUnkept = (): void => {
  if (!isTold) showNotice(explain());
  isTold = true;
};

/**
 * Keeps what the reader just did.
 *
 * @param key a key made by `toKey`, for who needs to know it
 * @returns whether it is kept beyond this tab; the reader was told otherwise
 */
export const addEvent = (event: StudyEvent, key = toKey(Date.now(), Math.random())): boolean => {
  const isKept = keep(key, JSON.stringify(event));
  if (!isKept) tellUnkept();
  tellChange();
  return isKept;
};

const drop = (key: string): void => {
  for (const name of ['localStorage', 'sessionStorage'] as const) getStorage(name)?.removeItem(key);
  unsaved.delete(key);
};

/** Tries again to keep what only this tab holds: the storage may have room by now. */
export const keepHeld = (): void => {
  for (const [key, text] of findHeld())
    try {
      localStorage.setItem(key, text);
      unsaved.delete(key);
      sessionStorage.removeItem(key);
    } catch {
      return;
    }
};

/**
 * Keeps events that were made elsewhere: all of them, or none when the storage does not take them all.
 *
 * @returns how many it took before it refused one; all of them when it refused none
 */
export const bringIn = (events: readonly KeptEvent[]): number => {
  const taken: string[] = [];
  try {
    for (const { key, at, ...event } of events) {
      localStorage.setItem(key, JSON.stringify(event));
      taken.push(key);
    }
  } catch {
    for (const key of taken) drop(key);
  }
  tellChange();
  return taken.length;
};

/** Takes entries away for good. */
export const forget = (keys: Iterable<string>): void => {
  for (const key of keys) drop(key);
  keepHeld();
  tellChange();
};

/** What browsers keep for a site, in characters of keys and values (Chromium: 10 MiB of UTF-16). */
const quota = 5 * 1024 * 1024;

/** Which share of its storage the site uses, from 0 to 1. */
export const measureStorage = (): number =>
  getEntries('localStorage').reduce((sum, [key, text]) => sum + key.length + text.length, 0) / quota;

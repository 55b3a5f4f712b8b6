/** What stands in the place where events are kept, whoever wrote it. */
import { parseJson } from './parse-json.ts';
import {
  isKnownType,
  isObject,
  isReadMark,
  isStudyKey,
  type KeptEvent,
  keyPrefix,
  readEvent,
  toTime,
} from './study-events.ts';

/** A key and the text under it. */
export type Entry = readonly [key: string, text: string];

/** The journal's entries, sorted by what can be done with them. */
export interface Reading {
  readonly events: readonly KeptEvent[];
  /** Entries that are damaged or from a later version of the guide, as they stand there. They are left alone. */
  readonly unreadable: ReadonlyMap<string, string>;
}

/** Tells events from entries that cannot be read. Entries that are not the journal's are left out. */
export const toReading = (entries: Iterable<Entry>): Reading => {
  const events: KeptEvent[] = [];
  const unreadable = new Map<string, string>();
  for (const [key, text] of entries) {
    if (!isStudyKey(key)) continue;
    const event = readEvent(key, text);
    if (event) events.push(event);
    else unreadable.set(key, text);
  }
  return { events, unreadable };
};

/** Why an entry is no event for this version of the guide. */
export type Fault = 'other-format' | 'later-kind' | 'damaged';

/** Says why an entry that is unreadable is so. */
export const toFault = (key: string, text: string): Fault => {
  if (!key.startsWith(keyPrefix)) return 'other-format';
  const value = parseJson(text);
  const type = isObject(value) ? value['type'] : undefined;
  const isLater = toTime(key) !== undefined && typeof type === 'string' && !isKnownType(type);
  return isLater ? 'later-kind' : 'damaged';
};

/**
 * Finds the pages that are marked as read, as `toProgress` does, without reading the other events:
 * every page of the guide carries this, and may have tens of thousands of entries to go through.
 */
export const findReadPages = (entries: Iterable<Entry>): Set<string> => {
  const pages = new Set<string>();
  const marks = [...entries].filter(([key, text]) => toTime(key) !== undefined && text.includes('"read"'));
  for (const [, text] of marks.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const mark = parseJson(text);
    if (isObject(mark) && mark['type'] === 'read' && isReadMark(mark)) pages[mark.read ? 'add' : 'delete'](mark.page);
  }
  return pages;
};

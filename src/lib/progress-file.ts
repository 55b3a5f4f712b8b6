/**
 * The file to which readers save their progress:
 * `{ "format": "annotated-architect-progress", "version": 1, "saved": "2026-11-22T14:05:00.000Z", "events": { KEY: EVENT } }`.
 * An event is an object as `study-events.ts` describes it. An entry that could not be read when the file was saved is its text.
 */
import { parseJson } from './parse-json.ts';
import { type Fault, type Reading, toFault } from './reading.ts';
import { isStudyKey, type KeptEvent, readEvent } from './study-events.ts';

export const fileFormat = 'annotated-architect-progress';

/** The newest version of the format that this version of the guide reads, and the one that it writes. */
const fileVersion = 1;

/** What a file may have at most, in bytes: about four times what browsers keep for a site. */
export const maxFileSize = 20_000_000;

const toLine = (key: string, value: unknown): string => `${JSON.stringify(key)}: ${JSON.stringify(value)}`;

/** Writes a file, one entry a line so that two files can be compared. */
export const toProgressFile = ({ events, unreadable }: Reading, saved: Date): string => {
  const head = { format: fileFormat, version: fileVersion, saved: saved.toISOString() };
  const lines = [
    ...events.map(({ key, at, ...event }) => toLine(key, event)),
    ...[...unreadable].map(([key, text]) => toLine(key, text)),
  ];
  return `${JSON.stringify(head).slice(0, -1)}, "events": {\n${lines.sort().join(',\n')}\n}}\n`;
};

/** Why nothing can be read from a file. */
export type FileProblem = 'no-json' | 'other-program' | 'later-version' | 'damaged';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the entries of a file as they would stand in the storage, whether they are events or not. */
export const parseProgressFile = (text: string): ReadonlyMap<string, string> | FileProblem => {
  const file = parseJson(text);
  if (file === undefined) return 'no-json';
  if (!isObject(file) || file['format'] !== fileFormat) return 'other-program';
  const { version, events } = file;
  if (typeof version === 'number' && version > fileVersion) return 'later-version';
  if (version !== fileVersion || !isObject(events)) return 'damaged';
  return new Map(
    Object.entries(events).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
};

/** Why an entry of a file is not brought in: it is no event, or its place is taken by an entry that cannot be read. */
export type Obstacle = Fault | 'foreign' | 'taken';

/** What a file would change. */
export interface Preview {
  /** Events that would be brought in. */
  readonly fresh: readonly KeptEvent[];
  /** Events that are here already. */
  readonly present: readonly KeptEvent[];
  /** How many entries would stay in the file, by the reason. */
  readonly left: ReadonlyMap<Obstacle, number>;
}

/** Compares a file with what is here. Events never change, so one that is here under the same key is the same. */
export const previewFile = (entries: ReadonlyMap<string, string>, here: Reading): Preview => {
  const keys = new Set(here.events.map(({ key }) => key));
  const fresh: KeptEvent[] = [];
  const present: KeptEvent[] = [];
  const left = new Map<Obstacle, number>();
  const leave = (reason: Obstacle): unknown => left.set(reason, (left.get(reason) ?? 0) + 1);
  for (const [key, text] of entries) {
    const event = readEvent(key, text);
    if (!event) leave(isStudyKey(key) ? toFault(key, text) : 'foreign');
    else if (here.unreadable.has(key)) leave('taken');
    else if (keys.has(key)) present.push(event);
    else fresh.push(event);
  }
  return { fresh, present, left };
};

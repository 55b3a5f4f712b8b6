import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toProgress } from '../../src/lib/progress.ts';
import { parseProgressFile, previewFile, toProgressFile } from '../../src/lib/progress-file.ts';
import { type Reading, toReading } from '../../src/lib/reading.ts';
import { type KeptEvent, toKey } from '../../src/lib/study-events.ts';
import { collections, entries } from '../support/arbitrary.ts';

const saved = new Date('2026-11-22T14:05:00Z');
const toPlace = (events: readonly KeptEvent[]): Reading => ({ events, unreadable: new Map() });

const readFile = (text: string): ReadonlyMap<string, string> => {
  const file = parseProgressFile(text);
  if (typeof file === 'string') throw new Error(`The file is refused: ${file}.`);
  return file;
};

/** What stands in one place after the file of another was brought in there. */
const bringIn = (here: readonly KeptEvent[], from: readonly KeptEvent[]): KeptEvent[] => [
  ...here,
  ...previewFile(readFile(toProgressFile(toPlace(from), saved)), toPlace(here)).fresh,
];
const sort = (events: readonly KeptEvent[]): KeptEvent[] => events.toSorted((a, b) => (a.key < b.key ? -1 : 1));

const at = 1_795_392_767_176;
const answer = { type: 'answer', question: 'dr-rto', right: true } as const;
const kept: KeptEvent = { ...answer, at, key: toKey(at, 0.5) };

describe('bringing a file in', () => {
  test('gives the same wherever it is begun', () => {
    fc.assert(
      fc.property(collections(2), ([a = [], b = []]) => {
        expect(sort(bringIn(a, b))).toEqual(sort(bringIn(b, a)));
        expect(toProgress(bringIn(a, b))).toEqual(toProgress(bringIn(b, a)));
      }),
    );
  });

  test('gives the same in whichever order several are brought in', () => {
    fc.assert(
      fc.property(collections(3), ([a = [], b = [], c = []]) => {
        expect(sort(bringIn(bringIn(a, b), c))).toEqual(sort(bringIn(a, bringIn(b, c))));
      }),
    );
  });

  test('changes nothing the second time, and nothing that is there', () => {
    fc.assert(
      fc.property(collections(2), ([a = [], b = []]) => {
        const once = bringIn(a, b);
        expect(bringIn(once, b)).toEqual(once);
        expect(once.slice(0, a.length)).toEqual(a);
      }),
    );
  });

  test('never overwrites an event that is here', () => {
    const file = readFile(toProgressFile(toPlace([{ ...kept, right: false } as KeptEvent]), saved));
    expect(previewFile(file, toPlace([kept])).fresh).toEqual([]);
  });
});

describe('a file', () => {
  test('gives back what was saved, what could not be read included', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const reading = toReading(all);
        const back = toReading(readFile(toProgressFile(reading, saved)));
        expect(sort(back.events)).toEqual(sort(reading.events));
        expect(back.unreadable).toEqual(new Map([...reading.unreadable].sort(([a], [b]) => (a < b ? -1 : 1))));
      }),
    );
  });

  test('says what it is: format, version, time, and each event under its key', () => {
    expect(JSON.parse(toProgressFile(toPlace([kept]), saved))).toEqual({
      format: 'annotated-architect-progress',
      version: 1,
      saved: '2026-11-22T14:05:00.000Z',
      events: { [kept.key]: answer },
    });
  });

  test('of anything else is refused with a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(['no-json', 'other-program']).toContain(parseProgressFile(text));
      }),
    );
  });

  test.each([
    ['', 'no-json'],
    [toProgressFile(toPlace([kept]), saved).slice(0, -9), 'no-json'],
    ['null', 'other-program'],
    ['[1,2]', 'other-program'],
    ['{"format":"another","version":1,"events":{}}', 'other-program'],
    ['{"version":1,"events":{}}', 'other-program'],
    ['{"format":"annotated-architect-progress","version":2,"events":{}}', 'later-version'],
    ['{"format":"annotated-architect-progress","version":"1","events":{}}', 'damaged'],
    ['{"format":"annotated-architect-progress","events":{}}', 'damaged'],
    ['{"format":"annotated-architect-progress","version":1}', 'damaged'],
    ['{"format":"annotated-architect-progress","version":1,"events":[]}', 'damaged'],
  ])('that holds %j is refused: %s', (text, problem) => expect(parseProgressFile(text)).toBe(problem));
});

test('a preview counts what is new, what is here, and what stays in the file, by the reason', () => {
  const [other, taken, broken, later] = [0.1, 0.2, 0.3, 0.4].map((random) => toKey(at, random)) as [
    string,
    string,
    string,
    string,
  ];
  const events = {
    [kept.key]: answer,
    [other]: answer,
    [taken]: answer,
    [broken]: '{"type":"ans',
    [later]: { type: 'dream' },
    'study.2/x': {},
    theme: 'dark',
    ['__proto__']: answer,
  };
  const file = readFile(JSON.stringify({ format: 'annotated-architect-progress', version: 1, events }));
  const { fresh, present, left } = previewFile(file, { events: [kept], unreadable: new Map([[taken, 'damage']]) });
  expect(fresh.map(({ key }) => key)).toEqual([other]);
  expect(present.map(({ key }) => key)).toEqual([kept.key]);
  expect(Object.fromEntries(left)).toEqual({ taken: 1, damaged: 1, 'later-kind': 1, 'other-format': 1, foreign: 2 });
});

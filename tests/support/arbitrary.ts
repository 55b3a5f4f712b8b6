/** Generated readers: events and storages of every kind, for rules that must hold whatever comes. */
import fc from 'fast-check';
import { type KeptEvent, type StudyEvent, toKey } from '../../src/lib/study-events.ts';

const name = fc.oneof(
  fc.constantFrom('dr-rto', '1-first/1.1-a', '__proto__', 'constructor', 'a"b\\c', '\u2028 ☁'),
  fc.string({ minLength: 1, maxLength: 200 }),
);
const rating = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const count = fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));
const examAnswer = fc.record({ question: name, domain: name, right: fc.boolean(), seconds: count });

const studyEvent: fc.Arbitrary<StudyEvent> = fc.oneof(
  fc.record({ type: fc.constant('read' as const), page: name, read: fc.boolean() }),
  fc.record({ type: fc.constant('answer' as const), question: name, right: fc.boolean() }),
  fc.record({ type: fc.constant('review' as const), card: name, rating, revision: name, due: count }),
  fc.record({
    type: fc.constant('exam' as const),
    exam: name,
    seed: name,
    seconds: count,
    answers: fc.array(examAnswer, { maxLength: 4 }),
  }),
);

const at = fc.oneof(fc.nat({ max: 9_999_999_999_999 }), fc.constantFrom(0, 1_795_392_767_176, 9_999_999_999_999));

/** Events as they are kept, each key once. */
const keptEvents: fc.Arbitrary<KeptEvent[]> = fc
  .uniqueArray(fc.tuple(at, fc.double({ min: 0, max: 0.999_999, noNaN: true }), studyEvent), {
    selector: ([time, random]) => toKey(time, random),
    maxLength: 12,
  })
  .map((all) => all.map(([time, random, event]) => ({ ...event, at: time, key: toKey(time, random) })));

/** Several collections out of one pool: where two hold the same key, they hold the same event, as events never change. */
export const collections = (many: number): fc.Arbitrary<KeptEvent[][]> =>
  keptEvents.chain((pool) => fc.tuple(...Array.from({ length: many }, () => fc.subarray(pool))));

const key = fc.oneof(
  at.chain((time) => fc.double({ min: 0, max: 0.999_999, noNaN: true }).map((random) => toKey(time, random))),
  fc.constantFrom('study.1/', 'study.1/__proto__', 'study.2/x', 'study.1/9999999999999-zzzz', 'theme', '__proto__'),
  fc.string(),
);
const text = fc.oneof(
  fc.string(),
  fc.json(),
  fc.constantFrom(
    'null',
    '[]',
    '{"type":"constructor"}',
    '{"type":"dream"}',
    '{"__proto__":{"type":"read"}}',
    '{"type":"an',
    '{"type":"read","page":"a","read":1}',
  ),
  studyEvent.map((event) => JSON.stringify(event)),
  studyEvent.map((event) => JSON.stringify(event).slice(0, -3)),
);

/** Anything that can stand in a storage, each key once. */
export const entries: fc.Arbitrary<(readonly [string, string])[]> = fc.uniqueArray(fc.tuple(key, text), {
  selector: ([own]) => own,
  maxLength: 12,
});

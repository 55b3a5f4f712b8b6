import { describe, expect, test } from 'vitest';
import { findPart, parseSetRequest, selectQuestions, toSetQuery } from '../../src/lib/practice-set.ts';
import { toProgress } from '../../src/lib/progress.ts';
import type { StudyIndex } from '../../src/lib/study-index.ts';

const toIds = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, place) => `${prefix}${place}`);

const index: StudyIndex = {
  sheets: [
    { id: '1-first', number: '1', title: 'First' },
    { id: '11-eleventh', number: '11', title: 'Eleventh' },
    { id: 'guides', number: '', title: 'Guides' },
  ],
  pages: [
    { id: '1-first/1.1-a', title: '1.1 A', sheet: '1-first', exams: { x: ['1.1', '2'] }, questions: toIds('a', 8) },
    { id: '1-first/1.2-b', title: '1.2 B', sheet: '1-first', exams: { x: ['11.1'] }, questions: toIds('b', 8) },
    { id: 'guides/g', title: 'G', sheet: 'guides', exams: {}, questions: toIds('g', 4) },
  ],
  exams: [
    {
      id: 'x',
      code: 'X-1',
      domains: [
        { number: '1', title: 'One', tasks: [{ number: '1.1', title: 'Task' }] },
        { number: '2', title: 'Two', tasks: [] },
      ],
    },
  ],
};
const nothing = toProgress([]);
const progress = toProgress([
  { type: 'answer', question: 'a0', right: true, key: 'study.1/0000000000001-aaaa', at: 1 },
  { type: 'answer', question: 'a1', right: false, key: 'study.1/0000000000002-aaaa', at: 2 },
  { type: 'answer', question: 'a2', right: false, key: 'study.1/0000000000003-aaaa', at: 3 },
  { type: 'answer', question: 'a2', right: true, key: 'study.1/0000000000004-aaaa', at: 4 },
]);

const select = (query: string, known = nothing): string[] => {
  const request = parseSetRequest(new URLSearchParams(query));
  const part = findPart(index, request.of);
  if (!part) throw new Error(`There is no part "${request.of}".`);
  return selectQuestions(part, request, known);
};

describe('a practice set', () => {
  test.each([
    ['', ['a', 'b', 'g']],
    ['of=all', ['a', 'b', 'g']],
    ['of=domain:1', ['a', 'b']],
    ['of=page:1-first/1.2-b', ['b']],
    ['of=task:x:1.1', ['a']],
    // Domain 1 of the exam is not its task 11.1.
    ['of=task:x:1', ['a']],
    ['of=task:x:2', ['a']],
  ])('of "%s" asks the questions of that part, in the order of the guide', (query, prefixes) => {
    expect(select(query)).toEqual(
      [...'abg'].filter((name) => prefixes.includes(name)).flatMap((name) => toIds(name, name === 'g' ? 4 : 8)),
    );
  });

  test.each(['domain:9', 'domain:', 'page:nowhere', 'task:x:9.9', 'task:y:1', 'nonsense', '__proto__'])(
    'of a part that the guide does not have, "%s", is no set',
    (of) => expect(findPart(index, of)).toBeUndefined(),
  );

  test('holds by the last answer what was wrong, and what was never answered', () => {
    expect(select('of=page:1-first/1.1-a&only=wrong', progress)).toEqual(['a1']);
    expect(select('of=page:1-first/1.1-a&only=unseen', progress)).toEqual(toIds('a', 8).slice(3));
  });

  test('comes in the same order from the same link, and in another one from another', () => {
    const first = select('of=all&order=k3x9a');
    expect(select('of=all&order=k3x9a')).toEqual(first);
    expect(select('of=all&order=other')).not.toEqual(first);
    expect(first).not.toEqual(select('of=all'));
    expect(first.toSorted()).toEqual(select('of=all').toSorted());
  });

  test('keeps its order when questions leave it', () => {
    const all = select('of=all&order=k3x9a', progress);
    const wanted = select('of=all&only=unseen&order=k3x9a', progress);
    expect(wanted).toEqual(all.filter((id) => wanted.includes(id)));
  });

  test('has at most the size that was asked for', () => {
    expect(select('of=all&size=3')).toHaveLength(3);
    for (const size of ['', '0', '-1', 'many', '1e99', '2.5']) expect(select(`of=all&size=${size}`).length).toBe(20);
  });

  test.each(['?of=domain:1', '?of=page:1-first/1.2-b&only=wrong&size=10&order=k3x9a', '?of=all&only=unseen'])(
    'is named by an address that reads back as the same set: %s',
    (query) => expect(toSetQuery(parseSetRequest(new URLSearchParams(query)))).toBe(query),
  );
});

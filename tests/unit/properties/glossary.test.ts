import { describe, expect, test } from 'vitest';
import { defineFinder, type Entry } from '../../../src/lib/glossary.ts';
import { findTermUses, type ProseNode } from '../../../src/lib/prose.ts';
import { fc, line, text } from '../../support/properties.ts';

const anyName = line.filter((words) => words.trim() !== '').map((words) => words.trim().replaceAll(/\s+/g, ' '));
const word = fc.constantFrom(
  'S3',
  'AZ',
  'zone',
  'zones',
  'straße',
  'İ',
  'ﬁ',
  'C++',
  '.NET',
  'a.b',
  'EC2-Classic',
  'x/y',
  '(?:.*)+$',
);
/** Few words, so that names begin with other names. */
const phrase = fc
  .array(fc.constantFrom('S3', 'zone', 'AZ'), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));
const name = fc.oneof(anyName, word, phrase);
const glossary: fc.Arbitrary<Entry[]> = fc
  .array(fc.tuple(name, fc.array(name, { maxLength: 2 })), { maxLength: 5 })
  .map((entries) => entries.map(([term, aliases], index) => ({ id: `term-${index}`, term, aliases })));
const all = (): boolean => true;

/** A name in another form: another case, a plural, other spaces. */
const forms: readonly ((of: string) => string)[] = [
  (of) => of,
  (of) => of.toUpperCase(),
  (of) => of.toLowerCase(),
  (of) => `${of}s`,
  (of) => of.replaceAll(' ', '\n  '),
  (of) => of.normalize('NFD'),
];

/** A text with names of a glossary in it. */
const prose = glossary.chain((entries) => {
  const names = entries.flatMap(({ term, aliases }) => [term, ...aliases]);
  const form = fc.tuple(fc.constantFrom(...names, 'x'), fc.constantFrom(...forms)).map(([of, change]) => change(of));
  const part = fc.oneof(text, form);
  return fc.tuple(
    fc.constant(entries),
    fc.array(part, { maxLength: 6 }).map((parts) => parts.join(' ')),
  );
});

/** A name as a text can have it: any spaces, any case where it has no capital, and a plural. */
const isForm = (form: string, of: string): boolean => {
  const [a, b] = [form, of].map((words) => words.replaceAll(/\s+/g, ' ').toLowerCase());
  return a === b || a === `${b}s`;
};

describe('terms in any text', () => {
  test('are found from left to right, each at its place, under a name of its entry', () => {
    fc.assert(
      fc.property(prose, ([entries, words]) => {
        let end = 0;
        for (const match of defineFinder(entries)(words, all)) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          end = match.end;
          const found = words.slice(match.start, match.end);
          const entry = entries.find(({ id }) => id === match.id)!;
          expect([entry.term, ...entry.aliases].some((one) => isForm(found, one))).toBe(true);
        }
      }),
    );
  });

  test('are whole words, and stand on whole characters', () => {
    fc.assert(
      fc.property(prose, ([entries, words]) => {
        for (const { start, end } of defineFinder(entries)(words, all)) {
          const [before, after] = [[...words.slice(0, start)].at(-1) ?? '', [...words.slice(end)][0] ?? ''];
          expect(`${before} ${after}`).not.toMatch(/[\p{L}\p{N}_]/u);
          if (words.isWellFormed()) expect(words.slice(start, end).isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('are found wherever a name of theirs stands, unless a longer name or an earlier one has the place', () => {
    fc.assert(
      fc.property(prose, ([entries, words]) => {
        const matches = defineFinder(entries)(words, all);
        for (const name of entries.flatMap(({ term, aliases }) => [term, ...aliases]))
          for (const alone of defineFinder([{ id: 'x', term: name, aliases: [] }])(words, all)) {
            const taken = matches.find(({ start, end }) => start < alone.end && alone.start < end);
            expect(taken, name).toBeDefined();
            if (taken?.start === alone.start) expect(taken.end, name).toBeGreaterThanOrEqual(alone.end);
          }
      }),
    );
  });

  test('are found once in each part of a page, and nothing is found in what is closed', () => {
    fc.assert(
      fc.property(prose, fc.constantFrom('heading', 'link', 'code', 'inlineCode'), ([entries, words], closed) => {
        const find = defineFinder(entries);
        const paragraph: ProseNode = { type: 'paragraph', children: [{ type: 'text', value: words }] };
        const shut: ProseNode = { type: closed, depth: 3, children: [{ type: 'text', value: words }] };
        const uses = findTermUses({ type: 'root', children: [shut, paragraph, paragraph] }, find);
        const ids = uses.flatMap(({ matches }) => matches.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(ids)).toEqual(new Set(find(words, all).map(({ id }) => id)));
      }),
    );
  });
});

import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { splitFrontMatter, toFrontMatterFault } from '../../../src/build/content/front-matter.ts';
import { parseYaml } from '../../../src/build/content/parse-yaml.ts';
import { contentRules } from '../../../src/build/issue.ts';
import { toVisible } from '../../../src/lib/hidden-characters.ts';
import { broken, fc, line, text } from '../../support/properties.ts';

/** The readers that Astro itself has for YAML and front matter. */
const astro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
const { load } = astro('js-yaml') as { load: (source: string) => unknown };

const records = `- id: alpha-speed
  topic: "Speed: how fast"
  today: [one, { two: three }]
  then: 'Within ten seconds'
  since: 2020-12
  # a comment
  checked: 2026-11-22
- id: alpha-color
  today: >
    Blue
    or green
  status: 5
`;
const front = 'title: A section\nservices: [alpha, beta]\nexams:\n  exam-1: ["1.1"]\nchecked: 2026-11-22\n';
const source = fc.oneof(text, broken(records), broken(front)).map(toVisible);

/** YAML as it can stand in content: what comes of it is what the parser says, and nothing that it warns of. */
const scalar = fc.oneof(
  line.map(toVisible),
  fc.constantFrom('5', '-1.5', '1e3', '0x1F', '0b11', '0o17', '1_000', '+1', '-0x1F', '1.', '.5', '0777', '12:30:45'),
  fc.constantFrom(
    'yes',
    'no',
    'on',
    'true',
    'True',
    'TRUE',
    'null',
    'Null',
    '~',
    '',
    '.nan',
    '.inf',
    '-.INF',
    '<<',
    '=',
  ),
  fc.constantFrom('2026-11-22', '2020-12', '2020', '2026-1-2', '2001-12-14t21:59:43.10-05:00', '2001-12-15 2:59:43'),
);

/** Whether some schema could take a value: lists and records, with keys that are words, and days of the calendar. */
const isPossible = (value: unknown): boolean => {
  if (value instanceof Date) return !Number.isNaN(value.getTime());
  if (Array.isArray(value)) return value.every(isPossible);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => /^[\w-]+$/.test(key) && isPossible(one));
};

describe('any YAML', () => {
  test('is read, or told to be wrong in words on one of its lines', () => {
    fc.assert(
      fc.property(source, fc.integer({ min: 1, max: 9 }), (yaml, first) => {
        const { value, faults, lineOf } = parseYaml(yaml, first);
        const last = first + yaml.split('\n').length - 1;
        for (const { rule, line: at, message, hint } of faults) {
          expect(Object.keys(contentRules)).toContain(rule);
          expect(at).toBeGreaterThanOrEqual(first);
          expect(at).toBeLessThanOrEqual(last);
          expect(`${message}\n${hint}`).toMatch(/^\S.*[.]\n\S.*[.]$/);
        }
        for (const path of [[], [0], [0, 'id'], ['title'], [9, 'x', 9]]) {
          expect(lineOf(...path)).toBeGreaterThanOrEqual(first);
          expect(lineOf(...path)).toBeLessThanOrEqual(last);
        }
        if (faults.length === 0 && yaml.trim() !== '' && !/^\s*(?:#|\.\.\.|---|%)/m.test(yaml))
          expect(value).toBeDefined();
      }),
    );
  });

  test('that nothing is wrong with is read as Astro reads it', () => {
    const plain = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), scalar), { minLength: 1, maxLength: 3 });
    const yaml = fc.oneof(
      plain.map((pairs) => pairs.map(([key, value]) => `${key}: ${value}`).join('\n')),
      plain.map((pairs) => pairs.map(([, value]) => `- ${value}`).join('\n')),
      source,
    );
    fc.assert(
      fc.property(yaml, (written) => {
        const { value, faults } = parseYaml(written);
        if (faults.length > 0 || typeof value !== 'object' || !isPossible(value)) return;
        expect(load(written) ?? null).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  test('that a program wrote comes back as it was', () => {
    const value = fc.array(
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(line, fc.array(line, { maxLength: 3 }))),
    );
    fc.assert(
      fc.property(value, (written) => {
        const { value: read, faults } = parseYaml(stringify(written, { defaultStringType: 'QUOTE_DOUBLE' }));
        expect(faults).toEqual([]);
        expect(read).toEqual(written);
      }),
    );
  });

  test('loses only the record that is wrong', () => {
    const record = fc.constantFrom(
      'today: Old',
      'today: "Old',
      'today: a: b',
      '\ttoday: Old',
      'today: @x',
      'today: [x',
      'id: z',
    );
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 6 }), (lines) => {
        const yaml = lines.map((one, index) => `- id: r${index}\n  ${one}\n`).join('');
        const { value, faults, broken: names } = parseYaml(yaml);
        const bad = lines.flatMap((one, index) => (one === 'today: Old' ? [] : [`r${index}`]));
        expect(names).toEqual(bad);
        expect(faults).toHaveLength(bad.length);
        expect(((value ?? []) as { id: string }[]).map(({ id }) => id)).toEqual(
          lines.flatMap((one, index) => (one === 'today: Old' ? [`r${index}`] : [])),
        );
      }),
    );
  });
});

describe('any front matter', () => {
  const isFenced = (words: string): boolean => /^(?:---|\+\+\+)/m.test(words);

  test('is split from the text behind it', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('\n', '\r\n'), (matter, body, end) => {
        if (isFenced(matter)) return;
        const page = ['---', ...matter.split('\n'), '---', ...body.split('\n')].join(end);
        expect(splitFrontMatter(page)).toEqual({ matter, body });
      }),
    );
  });

  test('is where Astro finds it, or the page is told to have none', async () => {
    const { extractFrontmatter } = (await import(astro.resolve('@astrojs/internal-helpers/frontmatter'))) as {
      extractFrontmatter: (page: string) => string | undefined;
    };
    const part = fc.oneof(text, fc.constantFrom('---', '---', '+++', '----', '--- ', 'title: x'), fc.constant('---'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const page = parts.join('\n');
        const split = splitFrontMatter(page);
        if (!split) {
          const { line: at, message } = toFrontMatterFault(page);
          expect(at).toBeLessThanOrEqual(page.split('\n').length);
          expect(message).not.toBe('');
          return;
        }
        expect(extractFrontmatter(page)?.trim()).toBe(split.matter.trim());
      }),
      { numRuns: 1000 },
    );
  });
});

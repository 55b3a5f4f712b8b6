import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { checkContent } from '../../../src/build/checks/index.ts';
import { parseMarkup } from '../../../src/build/content/parse-markup.ts';
import { contentRules } from '../../../src/build/issue.ts';
import { renderReport } from '../../../src/build/report.ts';
import { toComplaints } from '../../../src/build/schema-issues.ts';
import { findHiddenCharacters } from '../../../src/lib/hidden-characters.ts';
import { domain } from '../../../src/schemas/domain.ts';
import { exam } from '../../../src/schemas/exam.ts';
import { fact } from '../../../src/schemas/fact.ts';
import { question } from '../../../src/schemas/question.ts';
import { section } from '../../../src/schemas/section.ts';
import { term } from '../../../src/schemas/term.ts';
import { makeProject } from '../../support/project.ts';
import { broken, fc, line, text } from '../../support/properties.ts';

const first = 'content/domains/1-example/1.1-first';
const files = [
  ...['index.mdx', 'facts.yaml', 'questions.yaml', 'alpha-flow.mmd', 'alpha-flow.svg'].map(
    (name) => `${first}/${name}`,
  ),
  ...['content/domains/1-example/index.mdx', 'content/exams/exam-1.yaml', 'content/glossary/beta.md'],
];

describe('whatever a content file holds', () => {
  let project = '';
  let sound = new Map<string, string>();
  beforeAll(() => {
    project = makeProject();
    sound = new Map(files.map((file) => [file, readFileSync(join(project, file), 'utf8')]));
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  /** Checks the sound content with other bytes in one file. */
  const checkWith = (file: string, bytes: string | Uint8Array): ReturnType<typeof checkContent> => {
    const path = join(project, file);
    const before = existsSync(path) ? readFileSync(path) : undefined;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const issues = checkContent(project);
    if (before) writeFileSync(path, before);
    else rmSync(path);
    return issues;
  };

  const bytes = (file: string): fc.Arbitrary<string | Uint8Array> =>
    fc.oneof({ weight: 4, arbitrary: broken(sound.get(file) ?? '') }, text, fc.uint8Array({ maxLength: 60 }));
  const anyFile = fc.constantFrom(...files).chain((file) =>
    fc.tuple(
      fc.constant(file),
      fc.constant(undefined).chain(() => bytes(file)),
    ),
  );

  test('its author is told with a rule, a file, a line of it, and words', () => {
    fc.assert(
      fc.property(anyFile, ([file, written]) => {
        const lines = Buffer.from(written).toString('latin1').split('\n').length;
        const issues = checkWith(file, written);
        for (const { rule, file: where, line: at, message, hint } of issues) {
          expect(Object.keys(contentRules)).toContain(rule);
          expect(at, `${rule} ${message}`).toBeGreaterThanOrEqual(1);
          if (where === file) expect(at, `${rule} ${message}`).toBeLessThanOrEqual(lines);
          expect(existsSync(join(project, where)), where).toBe(true);
          expect(`${message}\n${hint}`).toMatch(/^\S.*[.?]\n\S.*[.?]$/s);
          expect(message.length + hint.length).toBeLessThan(1500);
          expect(`${message}${hint}`).not.toMatch(/undefined|\[object|NaN|Invalid input|=>|function/);
        }
        expect(findHiddenCharacters(renderReport(issues))).toEqual([]);
      }),
    );
  });

  test('the same is told each time', () => {
    fc.assert(
      fc.property(anyFile, ([file, written]) => {
        expect(checkWith(file, written)).toEqual(checkWith(file, written));
      }),
      { numRuns: 20 },
    );
  });
});

describe('any page', () => {
  const page = `---\ntitle: x\n---\n\nText with <Then fact="a" /> and **bold**.\n\n<Pitfall>\n\nMore [text](../x/index.mdx#y).\n\n</Pitfall>\n\n## Head\n\n| a | b |\n|---|---|\n| \`c\` | d |\n`;

  test('is parsed, or told to be wrong on one of its lines, and its lines stay where they are', () => {
    fc.assert(
      fc.property(fc.oneof(text, broken(page)), fc.boolean(), (source, isMdx) => {
        const { root, faults } = parseMarkup(source, isMdx);
        const last = source.split('\n').length;
        expect(root !== undefined || faults.length > 0).toBe(true);
        if (!isMdx) expect(faults).toEqual([]);
        for (const fault of faults) {
          expect(fault.line).toBeGreaterThanOrEqual(1);
          expect(fault.line).toBeLessThanOrEqual(last);
        }
        expect(root?.position?.end.line ?? 1).toBeLessThanOrEqual(last + 1);
      }),
    );
  });
});

/** Records that their schemas take. */
const sound: readonly [z.ZodType, object][] = [
  [domain, { title: 'A', short: 'A', summary: 'A', covered: true }],
  [section, { title: 'A', summary: 'A', services: ['a'], exams: { a: ['1'] }, checked: '2026-11-22' }],
  [
    fact,
    {
      id: 'a',
      topic: 'A',
      prompt: 'A',
      today: 'A',
      status: 'current',
      source: 'https://a.example/',
      checked: '2026-11-22',
    },
  ],
  [
    question,
    {
      id: 'a',
      kind: 'recall',
      stem: 'A',
      choose: 1,
      heading: 'a',
      choices: ['A', 'B', 'C'].map((of) => ({ text: of, why: 'A', correct: of === 'A' })),
    },
  ],
  [
    term,
    { term: 'A', aliases: ['B'], kind: 'service', related: ['a'], status: 'retired', since: '2020', replacedBy: ['b'] },
  ],
  [
    exam,
    {
      code: 'A',
      title: 'A',
      from: '2026',
      pass: { mark: 2, from: 1, to: 3 },
      domains: [{ number: '1', title: 'A', tasks: [{ number: '1.1', title: 'A' }] }],
      sources: [{ title: 'A', url: 'https://a.example/' }],
    },
  ],
];

/** Any value that YAML can hold, none of which may be taken for another. */
const anything = fc.oneof(
  line,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.date(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The ways to all values of a record. */
const toWays = (value: unknown, way: readonly (string | number)[] = []): (string | number)[][] => [
  [...way],
  ...(Array.isArray(value)
    ? value.flatMap((one, index) => toWays(one, [...way, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => toWays(one, [...way, key]))
      : []),
];

const set = (value: unknown, [step, ...rest]: readonly (string | number)[], instead: unknown): unknown => {
  if (step === undefined) return instead;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[step] = set(copy[step], rest, instead);
  return copy;
};

describe('whatever a record holds', () => {
  const changed = fc.constantFrom(...sound).chain(([schema, record]) =>
    fc.tuple(
      fc.constant(schema),
      fc.array(fc.tuple(fc.constantFrom(...toWays(record)), anything), { minLength: 1, maxLength: 3 }).map((edits) => {
        try {
          return edits.reduce<unknown>((value, [way, instead]) => set(value, way, instead), record);
        } catch {
          return edits[0]?.[1];
        }
      }),
    ),
  );

  test('sound records are taken', () => {
    for (const [schema, record] of sound) expect(schema.safeParse(record).error?.issues ?? []).toEqual([]);
  });

  test('its schema takes it, or every broken field is told in words', () => {
    fc.assert(
      fc.property(changed, ([schema, value]) => {
        const result = schema.safeParse(value);
        if (result.success) {
          // What was taken is in its final form.
          expect(schema.parse(result.data)).toEqual(result.data);
          return;
        }
        const complaints = toComplaints(schema, { value }, result.error.issues);
        expect(complaints.length).toBeGreaterThan(0);
        expect(new Set(complaints.map(({ path }) => path.join('/'))).size).toBe(complaints.length);
        for (const { message, hint } of complaints) {
          expect(`${message}\n${hint}`).toMatch(/^["A-Z].*[.]\n[A-Z].*[.]$/s);
          expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|Invalid (?:input|option)|Too (?:big|small)/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Says in an author's words how a value breaks its schema. */
import type { z } from 'zod';
import { toSuggestion } from '../lib/nearest.ts';
import { toShort } from '../lib/text.ts';

type Path = readonly (string | number)[];
type ZodIssue = z.core.$ZodIssue;

/** What is wrong with one field. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
  readonly hint: string;
}

/** A record as it was read. */
export interface Found {
  readonly value: unknown;
  /** A value as its author wrote it, where it is one word or text. */
  readonly sourceOf?: (path: Path) => string | undefined;
  /** What it is; a record, if nothing else is said. */
  readonly whole?: string;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list, as in [one, two]',
  object: 'a record of keys and values',
  record: 'a record of keys and values',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

const nouns: Readonly<Record<string, string>> = { string: 'character', array: 'item' };

const toLimit = (word: string, origin: string, limit: number | bigint): string => {
  const noun = nouns[origin];
  return noun ? `${word} ${limit} ${noun}${limit === 1 ? '' : 's'}` : `a number of ${word} ${limit}`;
};

/** What a field should have held. */
const toExpectation = (issue: ZodIssue): string => {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  // Only schemas without words of their own have Zod's.
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return kinds[issue.expected] ?? issue.expected;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small'))
    return toLimit('at least', issue.origin, issue.inclusive ? issue.minimum : Number(issue.minimum) + 1);
  if (issue.code === 'too_big' && issue.message.startsWith('Too big'))
    return toLimit('at most', issue.origin, issue.maximum);
  return issue.message;
};

const get = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, step) => (Object.hasOwn(Object(at), step) ? (at as Record<string, unknown>)[step] : undefined),
    value,
  );

/** A field in words, from inside out: `"why" of item 2 of "choices"`. */
const toName = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `item ${step + 1}` : `"${step}"`))
    .reverse()
    .join(' of ');

const toSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A value in quotation marks, as its author wrote it as far as that is known. */
const quote = (found: unknown, source: string | undefined): string => {
  if (Array.isArray(found)) return found.length === 0 ? 'an empty list' : `a list of ${found.length}`;
  if (typeof found === 'object' && found !== null && !(found instanceof Date)) return 'a record of keys and values';
  return `"${toShort(source ?? String(found))}"`;
};

/** How a value of the wrong kind becomes one of the right kind. */
const toRemedy = (issue: ZodIssue, found: unknown, quoted: string): string => {
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return '';
  const isWord = typeof found !== 'string' && quoted.startsWith('"');
  if (issue.expected === 'string' && isWord) return ` Put it between quotation marks: ${quoted}.`;
  if (issue.expected === 'string' && !isWord)
    return ' A text that begins with a bracket stands between quotation marks.';
  return typeof found === 'string' && ['int', 'number', 'boolean'].includes(issue.expected)
    ? ' It stands without quotation marks.'
    : '';
};

/** The schema of a field: behind what makes it optional, transforms it, or repeats it. */
const toShape = (schema: unknown, path: Path): object | undefined => {
  const { def, shape, element } = Object(schema) as {
    def?: { innerType?: unknown; in?: unknown; type?: string };
    shape?: object;
    element?: unknown;
  };
  if (def?.innerType) return toShape(def.innerType, path);
  if (def?.type === 'pipe') return toShape(def.in, path);
  const [step, ...rest] = path;
  if (step === undefined) return shape;
  return typeof step === 'number'
    ? toShape(element, rest)
    : toShape((shape as Record<string, unknown> | undefined)?.[step], rest);
};

const toUnknownKeys = (schema: z.ZodType, path: Path, unknown: readonly string[]): Complaint[] => {
  const keys = Object.keys(toShape(schema, path) ?? {});
  const place = path.length > 0 ? toName(path) : 'this kind of content';
  return unknown.map((key) => ({
    path: [...path, key],
    message: `"${toShort(key)}" is no key of ${place}.`,
    hint: `${toSuggestion(key, keys)} The keys are ${keys.join(', ')}.`,
  }));
};

const toComplaint = (issue: ZodIssue, path: Path, { value, sourceOf, whole = 'the record' }: Found): Complaint => {
  const found = get(value, path);
  const name = toSentence(path.length > 0 ? toName(path) : whole);
  if (found === undefined) return { path, message: `${name} is missing.`, hint: `Expected: ${toExpectation(issue)}.` };
  if (found === null) return { path, message: `${name} is empty.`, hint: `Expected: ${toExpectation(issue)}.` };
  const quoted = quote(found, sourceOf?.(path));
  const message = `${name} is ${quoted}.`;
  if (issue.code === 'invalid_value')
    return {
      path,
      message,
      hint: `${toSuggestion(String(found), issue.values.map(String))} Expected one of ${issue.values.join(', ')}.`,
    };
  return { path, message, hint: `Expected: ${toExpectation(issue)}.${toRemedy(issue, found, quoted)}` };
};

/** What is wrong with a record, field by field; two complaints about one field become the first of them. */
export const toComplaints = (schema: z.ZodType, found: Found, issues: readonly ZodIssue[]): Complaint[] => {
  const complaints = issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol') as (string | number)[];
    return issue.code === 'unrecognized_keys'
      ? toUnknownKeys(schema, path, issue.keys)
      : toComplaint(issue, path, found);
  });
  const places = complaints.map(({ path }) => path.join('/'));
  return complaints.filter((_, index) => places.indexOf(places[index] ?? '') === index);
};

/** Says in an author's words how a value breaks its schema. */
import type { z } from 'zod';
import { toSuggestion } from '../lib/nearest.ts';

/** What is wrong with one field. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string;
}

type ZodIssue = z.core.$ZodIssue;

const quote = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : `"${String(value)}"`);

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of keys',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
  record: 'a group of keys',
};

const toExpectation = (issue: ZodIssue): string =>
  issue.code === 'invalid_type' ? (kinds[issue.expected] ?? issue.expected) : issue.message;

const toComplaint = (issue: ZodIssue, found: unknown, keys: readonly string[]): Omit<Complaint, 'path'> => {
  const name = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'The record';
  if (issue.code === 'unrecognized_keys')
    return {
      message: `${issue.keys.map((key) => `"${key}"`).join(', ')} is no key of this kind of content.`,
      hint: `${toSuggestion(issue.keys[0] ?? '', keys)} The keys are ${keys.join(', ')}.`,
    };
  if (issue.code === 'invalid_value')
    return {
      message: `${name} is ${quote(found)}.`,
      hint: `${toSuggestion(String(found), issue.values.map(String))} Expected one of ${issue.values.join(', ')}.`,
    };
  if (found === undefined) return { message: `${name} is missing.`, hint: `Expected: ${toExpectation(issue)}.` };
  return { message: `${name} is ${quote(found)}.`, hint: `Expected: ${toExpectation(issue)}.` };
};

/** The keys that a schema of an object knows. */
const toKeys = (schema: unknown): string[] =>
  typeof schema === 'object' && schema !== null && 'shape' in schema ? Object.keys(schema.shape as object) : [];

/** What is wrong with a value, field by field; two complaints about one field become the first of them. */
export const toComplaints = (schema: z.ZodType, value: unknown, issues: readonly ZodIssue[]): Complaint[] => {
  const seen = new Set<string>();
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol') as (string | number)[];
    const place = `${issue.code === 'unrecognized_keys' ? issue.keys[0] : ''}/${path.join('/')}`;
    if (seen.has(place)) return [];
    seen.add(place);
    const found = path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
    const wrong = issue.code === 'custom' && typeof found === 'object' ? undefined : found;
    return [{ path, ...toComplaint(issue, wrong, path.length === 0 ? toKeys(schema) : []) }];
  });
};

import { z } from 'zod';

/** A permanent id: lower case words, digits and dots joined by hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'a permanent id: lower case letters and digits joined by hyphens');

/** Writes a YAML date the way the guide stores dates. */
const toIsoDay = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.preprocess(
  toIsoDay,
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day written YYYY-MM-DD')
    .refine((value) => !Number.isNaN(Date.parse(value)), 'a day that exists'),
);

/** A point in time as exactly as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const when = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : toIsoDay(value)),
  z
    .string()
    .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'a date written YYYY, YYYY-MM or YYYY-MM-DD'),
);

/** An address that a reader can open. */
export const address = z.url({ protocol: /^https?$/, error: 'an address that starts with https://' });

/** One line of plain text; backticks mark code. */
export const line = z
  .string()
  .trim()
  .min(1, 'some text')
  .transform((text) => text.replaceAll(/\s+/g, ' '));

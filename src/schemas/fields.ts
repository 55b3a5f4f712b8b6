import { z } from 'zod';
import { findHiddenCharacters } from '../lib/hidden-characters.ts';

/** A permanent id: lower case words, digits and dots joined by hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'a permanent id: lower case letters and digits joined by hyphens')
  .refine((value) => !(value in {}), 'another id: JavaScript gives this name to every object');

/** A list in which nothing stands twice. */
export const list = <S extends z.ZodType<string>>(item: S) =>
  z.array(item).superRefine((values, context) => {
    for (const [index, value] of values.entries())
      if (values.indexOf(value) < index)
        context.addIssue({ code: 'custom', path: [index], message: 'each item once; remove this one' });
  });

/** Writes a YAML date the way the guide stores dates; a day that the calendar lacks becomes a text that is no day. */
const toIsoDay = (value: unknown): unknown => {
  if (!(value instanceof Date)) return value;
  return Number.isNaN(value.getTime()) ? 'no day' : value.toISOString().slice(0, 10);
};

const isoDay = z.iso.date('a day of the calendar, written YYYY-MM-DD');

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.preprocess(toIsoDay, isoDay);

/** A point in time as exactly as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const when = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : toIsoDay(value)),
  z
    .string()
    .refine(
      (value) => /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(value) || isoDay.safeParse(value).success,
      'a date of the calendar, written YYYY, YYYY-MM or YYYY-MM-DD',
    ),
);

/** An address that a reader can open, in the characters that addresses have (RFC 3986). */
export const address = z
  .string()
  .regex(
    /^https:\/\/[\w.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#][\w.~:/?#[\]@!$&'()*+,;=%-]*)?$/i,
    'an address that starts with https://',
  );

/** One line of plain text; backticks mark code. */
export const line = z
  .string()
  .trim()
  .min(1, 'some text')
  .max(1000, 'a text of at most 1,000 characters')
  .refine((text) => findHiddenCharacters(text).length === 0, 'a text without characters that nobody sees')
  .transform((text) => text.replaceAll(/\s+/g, ' '));

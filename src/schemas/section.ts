import { z } from 'zod';
import { day, id, line, list } from './fields.ts';

/** Front matter of a section or a guide: `<folder>/index.mdx`. */
export const section = z.strictObject({
  title: line.pipe(z.string().max(64, 'a title of at most 64 characters')),
  /** What a reader can decide after reading; used in lists, search and previews. */
  summary: line.pipe(z.string().max(180, 'a summary of at most 180 characters')),
  /** Glossary ids of the services that it is about. */
  services: list(id).default([]),
  /** Task or domain numbers by exam code. */
  exams: z.record(z.string(), list(z.string())).default({}),
  /** The day on which its facts were last held against a source. */
  checked: day,
});

export type Section = z.infer<typeof section>;

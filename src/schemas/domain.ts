import { z } from 'zod';
import { line } from './fields.ts';

/** Front matter of an exam domain: `content/domains/<id>/index.mdx`. */
export const domain = z.strictObject({
  title: line,
  /** The name where room is short. */
  short: line.pipe(z.string().max(24, 'a short name of at most 24 characters')),
  summary: line,
  /** Whether the notes of 2016 cover it. */
  covered: z.boolean(),
});

export type Domain = z.infer<typeof domain>;

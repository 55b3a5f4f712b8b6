import { z } from 'zod';
import { address, day, line, when } from './fields.ts';

/** A published figure, or nothing where it is not published. Never a guess. */
const weight = z.int().min(1).max(100).optional();

/** A statement about the exam with the page that says so. */
const source = z.strictObject({ title: line, url: address, seen: day.optional() });

/** An exam version: `content/exams/<code>.yaml`. */
export const exam = z.strictObject({
  /** The exam's code, as in `SAP-C02`. */
  code: line,
  title: line,
  /** First and last day on which it could be sat, as far as published. */
  from: when,
  until: when.optional(),
  /** Said where sources disagree or something is not confirmed. */
  note: line.optional(),
  questions: z.int().positive().optional(),
  scored: z.int().positive().optional(),
  /** Minutes. */
  minutes: z.int().positive().optional(),
  /** US dollars. */
  price: z.int().positive().optional(),
  /** Scaled pass mark, and the scale that it is on. */
  pass: z.strictObject({ mark: z.int(), from: z.int(), to: z.int() }).optional(),
  domains: z.array(
    z.strictObject({
      number: z.string(),
      title: line,
      weight,
      /** Whether a source states the weight, or it is only commonly remembered. */
      confirmed: z.boolean().default(true),
      tasks: z.array(z.strictObject({ number: z.string(), title: line })).default([]),
    }),
  ),
  sources: z.array(source).min(1),
});

export type Exam = z.infer<typeof exam>;

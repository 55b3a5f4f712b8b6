import { z } from 'zod';
import { address, day, line, when } from './fields.ts';

/** A published figure, or nothing where it is not published. Never a guess. */
const weight = z.int().min(1).max(100).optional();

/** A domain's or a task's number, as in `1` and `1.2`. */
const number = z.string().regex(/^\d+(?:\.\d+)?$/, 'a number in quotation marks, as in "1" or "1.2"');

/** A statement about the exam with the page that says so. */
const source = z.strictObject({ title: line, url: address, seen: day.optional() });

/** An exam version: `content/exams/<code>.yaml`. */
export const exam = z
  .strictObject({
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
        number,
        title: line,
        weight,
        /** Whether a source states the weight, or it is only commonly remembered. */
        confirmed: z.boolean().default(true),
        tasks: z.array(z.strictObject({ number, title: line })).default([]),
      }),
    ),
    sources: z.array(source).min(1),
  })
  .superRefine(({ from, until, questions, scored, pass, domains }, context) => {
    const refuse = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    if (until !== undefined && until < from.slice(0, until.length))
      refuse(['until'], 'a date that is not before `from`');
    if (scored !== undefined && questions !== undefined && scored > questions)
      refuse(['scored'], `at most ${questions}, which is the number of all questions`);
    if (pass && !(pass.from < pass.mark && pass.mark <= pass.to))
      refuse(['pass', 'mark'], 'a mark between `from` and `to`');
    const places = domains.flatMap((domain, index) => [
      { number: domain.number, path: ['domains', index, 'number'] },
      ...domain.tasks.map((task, place) => ({
        number: task.number,
        path: ['domains', index, 'tasks', place, 'number'],
      })),
    ]);
    for (const [index, { number, path }] of places.entries())
      if (places.findIndex((other) => other.number === number) < index)
        refuse(path, 'a number that no other domain or task of the exam has');
    const weights = domains.flatMap((domain) => domain.weight ?? []);
    const sum = weights.reduce((all, one) => all + one, 0);
    if (weights.length > 0 && weights.length === domains.length && sum !== 100)
      refuse(['domains'], `weights that add up to 100; they add up to ${sum}`);
  });

export type Exam = z.infer<typeof exam>;

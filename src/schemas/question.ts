import { z } from 'zod';
import { id, line } from './fields.ts';

/** One answer that can be chosen, with the reason why it is right or wrong. */
export const choice = z.strictObject({
  text: line,
  correct: z.boolean().default(false),
  why: line,
});

/** A practice question of a section. */
export const question = z
  .strictObject({
    /** Permanent id, unique over the whole site. */
    id,
    kind: z.enum(['recall', 'scenario']),
    /** The situation and what is asked. */
    stem: line,
    /** How many choices are right. */
    choose: z.int().min(1).max(3),
    choices: z.array(choice).min(3).max(6),
    /** The anchor of the heading that explains the answer, in the section's page. */
    heading: z.string().min(1),
  })
  .superRefine((value, context) => {
    const right = value.choices.filter((option) => option.correct).length;
    if (right === 0)
      context.addIssue({ code: 'custom', path: ['choices'], message: 'at least one choice with `correct: true`' });
    else if (right !== value.choose)
      context.addIssue({
        code: 'custom',
        path: ['choose'],
        message: `\`choose: ${right}\`, because ${right} of the choices are marked correct`,
      });
  });

export const questions = z.array(question);

export type Choice = z.infer<typeof choice>;
export type Question = z.infer<typeof question>;

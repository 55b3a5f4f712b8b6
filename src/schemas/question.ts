import { z } from 'zod';
import { id, line } from './fields.ts';

/** One answer that can be chosen, with the reason why it is right or wrong. */
const choice = z.strictObject({
  text: line,
  correct: z.boolean().default(false),
  why: line,
});

/** The rules between fields hold as soon as the choices can be read, whatever else is wrong. */
const hasChoices = ({ value }: { value: unknown }): boolean => {
  const { choices } = Object(value) as { choices?: unknown };
  return Array.isArray(choices) && choices.every((option) => typeof Object(option).text === 'string');
};

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
    choices: z.array(choice).min(3, 'three to six choices').max(6, 'three to six choices'),
    /** The anchor of the heading that explains the answer, in the section's page. */
    heading: line,
  })
  .superRefine(
    ({ choose, choices }, context) => {
      const refuse = (path: (string | number)[], message: string): void =>
        context.addIssue({ code: 'custom', path, message });
      const right = choices.filter(({ correct }) => correct).length;
      if (right === 0) refuse(['choices'], 'at least one choice with `correct: true`');
      else if (right !== choose)
        refuse(
          ['choose'],
          `\`choose: ${right}\`, because ${right} of the choices ${right === 1 ? 'is' : 'are'} marked correct`,
        );
      for (const [index, { text }] of choices.entries())
        if (choices.findIndex((other) => other.text === text) < index)
          refuse(['choices', index, 'text'], 'a choice that no other one says');
    },
    { when: hasChoices },
  );

export const questions = z.array(question);

export type Question = z.infer<typeof question>;

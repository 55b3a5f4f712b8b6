import { z } from 'zod';
import { address, day, id, line, when } from './fields.ts';

/** `corrected` means that the notes were wrong from the start, so there is no date of change. */
export const factStatuses = ['current', 'changed', 'retired', 'corrected'] as const;

/** A figure, limit or behavior that an exam can ask for and that time can change. */
export const fact = z
  .strictObject({
    /** Permanent id, unique over the whole site. */
    id,
    /** Groups the section's "Figures to know". */
    topic: line,
    /** The question that the fact answers. */
    prompt: line,
    /** What holds now. */
    today: line,
    /** What the notes of 2016 said. */
    then: line.optional(),
    /** When it changed. */
    since: when.optional(),
    status: z.enum(factStatuses),
    /** Where a reader can check it. */
    source: address.optional(),
    /** The day on which it was last held against its source; left out when it could not be confirmed. */
    checked: day.optional(),
  })
  .superRefine((value, context) => {
    const require = (key: 'then' | 'since' | 'source', why: string): void => {
      if (value[key] === undefined) context.addIssue({ code: 'custom', path: [key], message: why });
    };
    if (/^(?:yes|no)(?:[.,;:]|$)/i.test(value.then ?? ''))
      context.addIssue({
        code: 'custom',
        path: ['then'],
        message: 'words that stand alone in the margin, where nobody sees the question: no "Yes" or "No" before them',
      });
    if (value.status === 'current') {
      if (value.then !== undefined)
        context.addIssue({ code: 'custom', path: ['then'], message: 'no `then` on a fact that is still current' });
      return;
    }
    require('then', `what the notes said (\`then\`), because the status is ${value.status}`);
    require('source', `a \`source\` that shows the change, because the status is ${value.status}`);
    if (value.status === 'corrected') {
      if (value.since !== undefined)
        context.addIssue({ code: 'custom', path: ['since'], message: 'no `since`: a corrected fact never held' });
    } else {
      require('since', `the date of the change (\`since\`), because the status is ${value.status}`);
    }
  });

export const facts = z.array(fact);

export type Fact = z.infer<typeof fact>;

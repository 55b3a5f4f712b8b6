import { z } from 'zod';
import { address, day, id, line, when } from './fields.ts';

/** `corrected` means that the notes were wrong from the start, so there is no date of change. */
const factStatuses = ['current', 'changed', 'retired', 'corrected'] as const;

/** The rules between fields hold as soon as the status is one, whatever else is wrong, so that all of it is told at once. */
const hasStatus = ({ value }: { value: unknown }): boolean =>
  factStatuses.includes(Object(value).status as (typeof factStatuses)[number]);

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
  .superRefine(
    ({ status, ...value }, context) => {
      const refuse = (key: 'then' | 'since', message: string): void =>
        context.addIssue({ code: 'custom', path: [key], message });
      const require = (key: 'then' | 'since' | 'source', message: string): void => {
        if (value[key] === undefined) context.addIssue({ code: 'custom', path: [key], message });
      };
      if (/^(?:yes|no)(?:[.,;:]|$)/i.test(value.then ?? ''))
        refuse(
          'then',
          'words that stand alone in the margin, where nobody sees the question: no "Yes" or "No" before them',
        );
      const { since, checked } = value;
      if (typeof since === 'string' && typeof checked === 'string' && since > checked.slice(0, since.length))
        refuse('since', 'a date that is not after `checked`');
      if (status === 'current') {
        if (value.then !== undefined) refuse('then', 'no `then` on a fact that is still current');
        if (value.since !== undefined) refuse('since', 'no `since` on a fact that is still current');
        return;
      }
      require('then', `what the notes said (\`then\`), because the status is ${status}`);
      require('source', `a \`source\` that shows the change, because the status is ${status}`);
      if (status !== 'corrected')
        require('since', `the date of the change (\`since\`), because the status is ${status}`);
      else if (value.since !== undefined) refuse('since', 'no `since`: a corrected fact never held');
    },
    { when: hasStatus },
  );

export const facts = z.array(fact);

export type Fact = z.infer<typeof fact>;

import { z } from 'zod';
import { address, id, line, list, when } from './fields.ts';

const termKinds = ['service', 'feature', 'concept', 'exam'] as const;
const termStatuses = ['current', 'renamed', 'closed', 'retired'] as const;

/** The rules between fields hold as soon as those fields can be read, whatever else is wrong. */
const isReadable = ({ value }: { value: unknown }): boolean => {
  const { aliases, replacedBy, status } = Object(value);
  return Array.isArray(aliases) && Array.isArray(replacedBy) && termStatuses.includes(status);
};

/** A glossary entry: `content/glossary/<id>.md`. Its body is the definition. */
export const term = z
  .strictObject({
    /** The name as prose uses it. */
    term: line,
    /** Other names, abbreviations and former names. */
    aliases: z.array(line).default([]),
    kind: z.enum(termKinds),
    /** Ids of entries that a reader may want next. */
    related: list(id).default([]),
    /** `closed` means closed to new customers. */
    status: z.enum(termStatuses).default('current'),
    /** When the status came about. */
    since: when.optional(),
    /** Ids of the entries that replace a closed or retired one. */
    replacedBy: list(id).default([]),
    /** The page of the service's own documentation. */
    source: address.optional(),
  })
  .superRefine(
    ({ term, aliases, status, since, replacedBy }, context) => {
      const refuse = (path: (string | number)[], message: string): void =>
        context.addIssue({ code: 'custom', path, message });
      for (const [index, alias] of aliases.entries())
        if (alias === term || aliases.indexOf(alias) < index)
          refuse(['aliases', index], 'a name that this entry does not have yet; remove this one');
      if (status !== 'current' && since === undefined)
        refuse(['since'], `a \`since\`, because the status is ${status}`);
      if (status === 'current' && since !== undefined)
        refuse(['since'], 'a `status` that came about then, or no `since`');
      if (status === 'current' && replacedBy.length > 0)
        refuse(['replacedBy'], 'a `status` of what is replaced, or no `replacedBy`');
    },
    { when: isReadable },
  );

export type Term = z.infer<typeof term>;

import { z } from 'zod';
import { address, id, line, when } from './fields.ts';

export const termKinds = ['service', 'feature', 'concept', 'exam'] as const;
export const termStatuses = ['current', 'renamed', 'closed', 'retired'] as const;

/** A glossary entry: `content/glossary/<id>.md`. Its body is the definition. */
export const term = z
  .strictObject({
    /** The name as prose uses it. */
    term: line,
    /** Other names, abbreviations and former names. */
    aliases: z.array(line).default([]),
    kind: z.enum(termKinds),
    /** Ids of entries that a reader may want next. */
    related: z.array(id).default([]),
    /** `closed` means closed to new customers. */
    status: z.enum(termStatuses).default('current'),
    /** When the status came about. */
    since: when.optional(),
    /** Ids of the entries that replace a closed or retired one. */
    replacedBy: z.array(id).default([]),
    /** The page of the service's own documentation. */
    source: address.optional(),
  })
  .superRefine((value, context) => {
    if (value.status !== 'current' && value.since === undefined)
      context.addIssue({
        code: 'custom',
        path: ['since'],
        message: `a \`since\`, because the status is ${value.status}`,
      });
  });

export type Term = z.infer<typeof term>;

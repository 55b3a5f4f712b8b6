import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

interface Named {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

/** Issues for every record whose id another record of the same kind had before it. */
const findDuplicates = (kind: string, records: readonly Named[]): Issue[] => {
  const first = new Map<string, Named>();
  return records.flatMap((record) => {
    const before = first.get(record.id);
    if (before === undefined) {
      first.set(record.id, record);
      return [];
    }
    const { file, line, id } = record;
    return [
      {
        rule: 'duplicate-id' as const,
        file,
        line,
        message: `The ${kind} id "${id}" belongs to ${before.file}:${before.line} already.`,
        hint: 'Give the newer one an id of its own; ids are permanent, so leave the older one as it is.',
      },
    ];
  });
};

/** Ids are unique over the whole guide, and a name leads to one glossary entry. */
export const checkIds: Check = ({ facts, questions, diagrams, terms }) => {
  const toNamed = ({ data, file, lineOf }: (typeof facts)[number] | (typeof questions)[number]): Named => ({
    id: data.id,
    file,
    line: lineOf('id'),
  });
  const owners = new Map<string, string>();
  const names = terms.flatMap(({ id, file, data, lineOf }) =>
    [data.term, ...data.aliases].flatMap((name, index): Issue[] => {
      const owner = owners.get(name.toLowerCase());
      if (owner === undefined) owners.set(name.toLowerCase(), id);
      if (owner === undefined || owner === id) return [];
      const line = index === 0 ? lineOf('term') : lineOf('aliases', index - 1);
      return [
        {
          rule: 'duplicate-name',
          file,
          line,
          message: `"${name}" belongs to the entry "${owner}" already.`,
          hint: 'Leave the name to one entry, and name the other as related.',
        },
      ];
    }),
  );
  return [
    ...findDuplicates('fact', facts.map(toNamed)),
    ...findDuplicates('question', questions.map(toNamed)),
    ...findDuplicates(
      'diagram',
      diagrams.map(({ id, file }) => ({ id, file, line: 1 })),
    ),
    ...names,
  ];
};

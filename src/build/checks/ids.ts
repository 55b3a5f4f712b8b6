import { basename, dirname } from 'node:path/posix';
import type { Library } from '../content.ts';
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
        message: `The ${kind} "${id}" belongs to ${before.file}:${before.line} already.`,
        hint: 'Give the newer one another; they are permanent, so leave the older one as it is.',
      },
    ];
  });
};

/** The numbers that the names of pages' folders begin with, as in `1.2-disaster-recovery`. */
const toNumbered = ({ paths }: Library, pattern: RegExp): Named[] =>
  paths
    .filter((path) => pattern.test(path))
    .flatMap((path) => {
      const [id] = /^[\d.]+(?=-)/.exec(basename(dirname(path))) ?? [];
      return id === undefined ? [] : [{ id, file: `content/${path}`, line: 1 }];
    });

/** Issues for every name or alias that another glossary entry had before. */
const findSharedNames = ({ terms }: Library): Issue[] => {
  const owners = new Map<string, string>();
  return terms.flatMap(({ id, file, data, lineOf }) =>
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
};

/** Ids and numbers are unique over the whole guide, and a name leads to one glossary entry. */
export const checkIds: Check = (library) => {
  const toNamed = ({ data, file, lineOf }: Library['facts'][number] | Library['questions'][number]): Named => ({
    id: data.id,
    file,
    line: lineOf('id'),
  });
  return [
    ...findDuplicates('domain number', toNumbered(library, /^domains\/[^/]+\/index\.mdx$/)),
    ...findDuplicates('section number', toNumbered(library, /^domains\/[^/]+\/[^/]+\/index\.mdx$/)),
    ...findDuplicates('fact id', library.facts.map(toNamed)),
    ...findDuplicates('question id', library.questions.map(toNamed)),
    ...findDuplicates(
      'diagram id',
      library.diagrams.map(({ id, file }) => ({ id, file, line: 1 })),
    ),
    ...findSharedNames(library),
  ];
};

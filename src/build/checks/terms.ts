import { defineFinder } from '../../lib/glossary.ts';
import { toSuggestion } from '../../lib/nearest.ts';
import { findTermUses, type ProseNode } from '../../lib/prose.ts';
import type { Library } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';
import { findComponents } from './components.ts';

type Terms = Library['terms'];

/** Issues for names of glossary entries that do not exist. */
const findUnknown = ({ paths, texts, sections, terms }: Library): Issue[] => {
  const ids = new Set(paths.flatMap((path) => /^glossary\/(.*)\.md$/.exec(path)?.[1] ?? []));
  const check = (file: string, line: number, id: string, where: string): Issue[] =>
    ids.has(id)
      ? []
      : [
          {
            rule: 'unknown-term',
            file,
            line,
            message: `${where} names the glossary entry "${id}", which does not exist.`,
            hint: `${toSuggestion(id, ids)} Otherwise add content/glossary/${id}.md.`,
          },
        ];
  return [
    ...sections.flatMap(({ file, data, lineOf }) =>
      data.services.flatMap((id, index) => check(file, lineOf('services', index), id, '"services"')),
    ),
    ...texts.flatMap(({ file, root }) =>
      findComponents(root).flatMap(({ name, line, attributes }) =>
        name === 'Retired' && attributes['service'] ? check(file, line, attributes['service'], '<Retired>') : [],
      ),
    ),
    ...terms.flatMap(({ file, data, lineOf }) =>
      (['related', 'replacedBy'] as const).flatMap((key) =>
        data[key].flatMap((id, index) => check(file, lineOf(key, index), id, `"${key}"`)),
      ),
    ),
  ];
};

/** The entries on the way from one entry to itself over what replaces it; empty where there is none. */
const findCircle = (from: string, terms: ReadonlyMap<string, Terms[number]>): string[] => {
  const ways = [[from]];
  const seen = new Set<string>();
  for (const way of ways)
    for (const next of terms.get(way.at(-1) ?? '')?.data.replacedBy ?? []) {
      if (next === from) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  return [];
};

/** Issues for entries that name themselves, or that replace what replaces them. */
const findCircles = ({ terms }: Library): Issue[] => {
  const byId = new Map(terms.map((term) => [term.id, term]));
  return terms.flatMap(({ id, file, data, lineOf }): Issue[] => {
    const circle = findCircle(id, byId);
    const place = data.related.indexOf(id);
    return [
      ...(place < 0
        ? []
        : [
            {
              rule: 'circular-term' as const,
              file,
              line: lineOf('related', place),
              message: `"related" names "${id}", which is this entry itself.`,
              hint: 'Remove it.',
            },
          ]),
      // One entry of a circle speaks for all of them.
      ...(circle.length === 0 || circle.some((step) => step < id)
        ? []
        : [
            {
              rule: 'circular-term' as const,
              file,
              line: lineOf('replacedBy'),
              message: `"replacedBy" leads back to this entry: ${circle.map((step) => `"${step}"`).join(' → ')}.`,
              hint: 'Name what a reader uses today, in one of them.',
            },
          ]),
    ];
  });
};

/** Issues for entries that no page uses. */
const findUnused = ({ texts, sections, terms, issues }: Library): Issue[] => {
  // While a page cannot be read, nobody knows which terms it uses.
  if (issues.some(({ file }) => file.endsWith('/index.mdx'))) return [];
  const find = defineFinder(terms.map(({ id, data }) => ({ id, term: data.term, aliases: data.aliases })));
  const used = new Set(sections.flatMap(({ data }) => data.services));
  for (const { path, root } of texts)
    if (!path.startsWith('glossary/'))
      for (const { matches } of findTermUses(root as ProseNode, find)) for (const { id } of matches) used.add(id);
  return terms
    .filter(({ id }) => !used.has(id))
    .map(({ file, data, lineOf }) => ({
      rule: 'unused-term',
      file,
      line: lineOf('term'),
      message: `No page uses "${data.term}" or one of its aliases.`,
      hint: 'Use the name in a page, add an alias that pages use, or remove the entry.',
    }));
};

/** Glossary ids that are named exist, no entry leads to itself, and every entry is used by some page. */
export const checkTerms: Check = (library) => [
  ...findUnknown(library),
  ...findCircles(library),
  ...findUnused(library),
];

import { defineFinder } from '../../lib/glossary.ts';
import { toSuggestion } from '../../lib/nearest.ts';
import { findTermUses, type ProseNode } from '../../lib/prose.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';
import { findComponents } from './markup.ts';

/** Glossary ids that are named exist, and every entry is used by some page. */
export const checkTerms: Check = ({ domains, sections, terms, brokenFiles }) => {
  const ids = new Set(terms.map(({ id }) => id));
  const unknown = (file: string, line: number, id: string, where: string): Issue[] =>
    ids.has(id) || brokenFiles.has(`content/glossary/${id}.md`)
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

  // While a page cannot be read, nobody knows which terms it uses.
  const isWhole = ![...brokenFiles].some((file) => file.endsWith('/index.mdx'));
  const find = defineFinder(terms.map(({ id, data }) => ({ id, term: data.term, aliases: data.aliases })));
  const used = new Set(sections.flatMap(({ data }) => data.services));
  for (const { root } of [...domains, ...sections])
    for (const { matches } of findTermUses(root as ProseNode, find)) for (const { id } of matches) used.add(id);

  return [
    ...sections.flatMap(({ file, data, root, lineOf }) => [
      ...data.services.flatMap((id, index) => unknown(file, lineOf('services', index), id, '"services"')),
      ...findComponents(root).flatMap(({ name, line, attributes }) =>
        name === 'Retired' && attributes['service'] ? unknown(file, line, attributes['service'], '<Retired>') : [],
      ),
    ]),
    ...terms.flatMap(({ id, file, data, lineOf }) => [
      ...data.related.flatMap((other, index) => unknown(file, lineOf('related', index), other, '"related"')),
      ...data.replacedBy.flatMap((other, index) => unknown(file, lineOf('replacedBy', index), other, '"replacedBy"')),
      ...(used.has(id) || !isWhole
        ? []
        : [
            {
              rule: 'unused-term' as const,
              file,
              line: lineOf('term'),
              message: `No page uses "${data.term}" or one of its aliases.`,
              hint: 'Use the name in a page, add an alias that pages use, or remove the entry.',
            },
          ]),
    ]),
  ];
};

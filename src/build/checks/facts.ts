import { dirname } from 'node:path/posix';
import { toSuggestion } from '../../lib/nearest.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';
import { findComponents } from './components.ts';

/** Every `<Then>` names a fact, and every fact that changed stands beside a line of its own page, once. */
export const checkFacts: Check = ({ texts, facts, brokenFacts, brokenFiles }) => {
  const ids = new Set([...facts.map(({ data }) => data.id), ...brokenFacts]);
  const placed = new Map<string, { file: string; line: number }[]>();
  const files = new Set(texts.map(({ file }) => file));
  const unknown = texts.flatMap(({ file, root }) =>
    findComponents(root).flatMap(({ name, line, attributes }): Issue[] => {
      const id = attributes['fact'];
      if (name !== 'Then' || !id) return [];
      placed.set(id, [...(placed.get(id) ?? []), { file, line }]);
      if (ids.has(id)) return [];
      return [
        {
          rule: 'unknown-fact',
          file,
          line,
          message: `<Then fact="${id}"> names a fact that does not exist.`,
          hint: `${toSuggestion(id, ids)} Otherwise add it to facts.yaml beside this page.`,
        },
      ];
    }),
  );
  const unplaced = facts.flatMap(({ file, data, lineOf }): Issue[] => {
    const page = `${dirname(file)}/index.mdx`;
    if (brokenFiles.has(page) || !files.has(page)) return [];
    const own = (placed.get(data.id) ?? []).filter((place) => dirname(place.file) === dirname(file));
    if (data.status === 'current' ? own.length === 0 : own.length === 1) return [];
    const line = lineOf('id');
    const rule = 'unplaced-fact';
    if (data.status === 'current')
      return [
        {
          rule,
          file: own[0]?.file ?? file,
          line: own[0]?.line ?? line,
          message: `<Then fact="${data.id}"> shows a fact that is what the notes said.`,
          hint: 'Remove the <Then>; only facts that changed stand in the margin.',
        },
      ];
    if (own.length > 1)
      return [
        {
          rule,
          file: own[1]?.file ?? file,
          line: own[1]?.line ?? line,
          message: `<Then fact="${data.id}"> stands on line ${own[0]?.line} already.`,
          hint: 'Keep the one beside the line that it belongs to.',
        },
      ];
    return [
      {
        rule,
        file,
        line,
        message: `The fact "${data.id}" is ${data.status}, but its page does not show it.`,
        hint: `Write <Then fact="${data.id}" /> after the sentence in index.mdx that says what holds today.`,
      },
    ];
  });
  return [...unknown, ...unplaced];
};

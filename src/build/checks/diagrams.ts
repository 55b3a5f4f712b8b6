import { dirname } from 'node:path/posix';
import { toSuggestion } from '../../lib/nearest.ts';
import { toShort } from '../../lib/text.ts';
import { isStale } from '../diagrams/digest.ts';
import { findLeftovers } from '../diagrams/find-leftovers.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';
import { findComponents } from './components.ts';

/** What a reader who cannot see the picture gets, and how its line begins. */
const descriptions: readonly [string, RegExp][] = [
  ['accTitle', /^\s*accTitle:\s*\S/m],
  ['accDescr', /^\s*accDescr(?::\s*\S|\s*\{\s*[^\s}])/m],
];

/** Diagrams exist where they are named, are shown, described, drawn by the guide's own means, and from their present source. */
export const checkDiagrams: Check = ({ texts, diagrams, brokenFiles }) => {
  const ids = new Set(diagrams.map(({ id }) => id));
  const shown = new Set<string>();
  const unknown = texts.flatMap(({ file, root }) =>
    findComponents(root).flatMap(({ name, line, attributes }): Issue[] => {
      const id = attributes['id'];
      if (name !== 'Diagram' || !id) return [];
      shown.add(id);
      if (ids.has(id)) return [];
      return [
        {
          rule: 'unknown-diagram',
          file,
          line,
          message: `<Diagram id="${id}"> names a diagram that does not exist.`,
          hint: `${toSuggestion(id, ids)} Otherwise add ${id}.mmd beside this page and run \`npm run diagrams\`.`,
        },
      ];
    }),
  );
  const own = diagrams.flatMap(({ id, file, source, svg }): Issue[] => {
    const issues: Issue[] = [];
    const add = (rule: Issue['rule'], message: string, hint: string): number =>
      issues.push({ rule, file, line: 1, message, hint });
    const wanting = descriptions.filter(([, pattern]) => !pattern.test(source)).map(([key]) => key);
    if (wanting.length > 0)
      add(
        'diagram-without-description',
        `The diagram has no ${wanting.join(' and no ')}.`,
        'Write "accTitle: …" and "accDescr: …" below its first line; accDescr says in words what the picture shows.',
      );
    if (svg === undefined)
      add(
        'undrawn-diagram',
        `There is no ${id}.svg beside the source.`,
        `Run \`npm run diagrams -- ${id}\` and commit the drawing.`,
      );
    else if (isStale(source, svg))
      add(
        'stale-diagram',
        `${id}.svg was drawn from another source, theme or Mermaid.`,
        `Run \`npm run diagrams -- ${id}\` and commit the drawing.`,
      );
    const leftovers = svg === undefined ? [] : findLeftovers(svg, id);
    if (leftovers.length > 0)
      add(
        'unclean-drawing',
        `${id}.svg holds what no drawing of this guide has: ${leftovers.map(toShort).join('; ')}.`,
        `Run \`npm run diagrams -- ${id}\` and commit the drawing as it is.`,
      );
    if (!shown.has(id) && !brokenFiles.has(`${dirname(file)}/index.mdx`))
      add(
        'unused-diagram',
        `No page shows the diagram "${id}".`,
        `Place <Diagram id="${id}" caption="…" /> in the page, or remove the file.`,
      );
    return issues;
  });
  return [...unknown, ...own];
};

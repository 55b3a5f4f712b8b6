import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PhrasingContent, Root, Text } from 'mdast';
import { defineMdastPlugin } from 'satteri';
import { readEntries } from '../build/glossary.ts';
import { defineFinder, type Finder, type Match } from '../lib/glossary.ts';
import { findTermUses, type ProseNode } from '../lib/prose.ts';
import { toTermUrl } from '../lib/urls.ts';

/** Cuts a text node at its matches and turns each match into a link to its glossary entry. */
const toLinkedText = (text: string, matches: readonly Match[]): PhrasingContent[] => {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { id, start, end } of matches) {
    if (start > from) parts.push({ type: 'text', value: text.slice(from, start) });
    parts.push({
      type: 'link',
      url: toTermUrl(id),
      data: { hProperties: { className: ['term'] } },
      children: [{ type: 'text', value: text.slice(start, end) }],
    });
    from = end;
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
};

/**
 * Links the first use of each glossary term in each second-level part of a page, and notes the terms in the page's front matter.
 * The glossary is read once; a running `npm run dev` knows a new name after its next start.
 */
export const glossaryLinks = (glossary: string) => {
  let finder: Finder | undefined;
  return defineMdastPlugin({
    name: 'glossary-links',
    before(root: Readonly<Root>, context) {
      finder ??= defineFinder(readEntries(glossary));
      const path = context.fileURL ? fileURLToPath(context.fileURL) : '';
      const own = path.startsWith(glossary) ? basename(path, '.md') : undefined;
      const hits = findTermUses(root as ProseNode, finder, own);
      for (const { node, matches } of hits)
        context.replaceNode(node as Text, toLinkedText((node as Text).value, matches));
      const terms = [...new Set(hits.flatMap(({ matches }) => matches.map(({ id }) => id)))];
      const astro = context.data['astro'] as { frontmatter: Record<string, unknown> } | undefined;
      if (astro) astro.frontmatter['terms'] = terms;
    },
  });
};

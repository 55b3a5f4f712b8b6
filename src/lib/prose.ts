/** Walks the prose of a parsed page, where glossary terms may be linked. */
import type { Finder, Match } from './glossary.ts';

/** As much of a Markdown syntax tree (mdast) as the walk needs. */
export interface ProseNode {
  readonly type: string;
  readonly depth?: number;
  readonly value?: string;
  readonly name?: string | null;
  readonly children?: readonly ProseNode[];
}

/** A text node in which terms were found. */
export interface ProseHit<N extends ProseNode> {
  readonly node: N;
  readonly matches: readonly Match[];
}

/** Nodes in which a link would be wrong or useless. */
const closed = new Set([
  'heading',
  'link',
  'linkReference',
  'code',
  'inlineCode',
  'html',
  'yaml',
  'definition',
  'image',
]);

/**
 * Finds the first use of each term in each second-level part of a page.
 *
 * @param root the page's syntax tree
 * @param find the glossary's finder
 * @param own the id of the page's own term, which is never linked
 */
export const findTermUses = <N extends ProseNode>(root: N, find: Finder, own?: string): ProseHit<N>[] => {
  const hits: ProseHit<N>[] = [];
  const seen = new Set<string>();
  const accept = (id: string): boolean => {
    if (id === own || seen.has(id)) return false;
    seen.add(id);
    return true;
  };
  const visit = (node: N): void => {
    if (node.type === 'heading' && node.depth === 2) seen.clear();
    if (closed.has(node.type)) return;
    if (node.type === 'text' && node.value) {
      const matches = find(node.value, accept);
      if (matches.length > 0) hits.push({ node, matches });
    }
    for (const child of node.children ?? []) visit(child as N);
  };
  visit(root);
  return hits;
};

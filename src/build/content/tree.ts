import Slugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';

/** A heading with the anchor that it gets. */
export interface Heading {
  readonly slug: string;
  readonly text: string;
  readonly depth: number;
  readonly line: number;
}

/** The text that a reader sees of a node. */
export const toText = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map((child) => toText(child)).join('') : '';

/** Visits a node and all nodes below it, in order. */
export const visit = (node: Nodes, act: (node: Nodes) => void): void => {
  act(node);
  if ('children' in node) for (const child of node.children) visit(child, act);
};

/** The line of a node in its file. */
export const toLine = (node: Nodes): number => node.position?.start.line ?? 1;

/** The headings of a page, with anchors as the site makes them. */
export const toHeadings = (root: Root): Heading[] => {
  const slugger = new Slugger();
  const headings: Heading[] = [];
  visit(root, (node) => {
    if (node.type !== 'heading') return;
    const text = toText(node);
    headings.push({ slug: slugger.slug(text), text, depth: node.depth, line: toLine(node) });
  });
  return headings;
};

/** The first node below which more levels of nodes stand than `most`; found without recursion, because a file can hold any number. */
export const findTooDeep = (root: Nodes, most: number): Nodes | undefined => {
  let level: Nodes[] = [root];
  for (let depth = 0; depth <= most; depth++)
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  return level[0];
};

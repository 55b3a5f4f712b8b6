import type { Nodes, Root } from 'mdast';
import { defineMdastPlugin } from 'satteri';
import { findElements, getAttribute } from './find-elements.ts';

/** Words of an exam question and the answer that they point at, as a page states them. */
export interface Cue {
  readonly words: string;
  readonly answer: string;
}

const toText = (node: Nodes): string =>
  node.type === 'inlineCode'
    ? `\`${node.value}\``
    : 'value' in node
      ? node.value
      : 'children' in node
        ? node.children.map((child) => toText(child)).join('')
        : '';

const findCues = (root: Root): Cue[] =>
  findElements(root, 'ExamCue').map((element) => ({
    words: getAttribute(element, 'words'),
    answer: toText(element).trim(),
  }));

/** Notes a page's exam cues in its front matter, for the table of all cues. */
export const collectCues = defineMdastPlugin({
  name: 'collect-cues',
  before(root: Readonly<Root>, context) {
    const astro = context.data['astro'] as { frontmatter: Record<string, unknown> } | undefined;
    if (astro) astro.frontmatter['cues'] = findCues(root as Root);
  },
});

import type { Nodes, Root } from 'mdast';
import { defineMdastPlugin } from 'satteri';

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

const findCues = (node: Nodes): Cue[] => {
  if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === 'ExamCue') {
    const words = node.attributes.find(
      (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'words',
    );
    return typeof words?.value === 'string' ? [{ words: words.value, answer: toText(node).trim() }] : [];
  }
  return 'children' in node ? node.children.flatMap((child) => findCues(child)) : [];
};

/** Notes a page's exam cues in its front matter, for the table of all cues. */
export const collectCues = defineMdastPlugin({
  name: 'collect-cues',
  before(root: Readonly<Root>, context) {
    const astro = context.data['astro'] as { frontmatter: Record<string, unknown> } | undefined;
    if (astro) astro.frontmatter['cues'] = findCues(root as Root);
  },
});

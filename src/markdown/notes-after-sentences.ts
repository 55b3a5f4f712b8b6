import type { Paragraph, PhrasingContent } from 'mdast';
import { defineMdastPlugin } from 'satteri';

const isNote = (node: PhrasingContent): boolean => node.type === 'mdxJsxTextElement' && node.name === 'Then';

/** Where the first sentence of a text ends, with its closing marks; -1 when it goes on. */
const findSentenceEnd = (text: string): number => {
  const end = /[.!?:;]["'”’)\]]*(?=\s|$)/.exec(text);
  return end ? end.index + end[0].length : -1;
};

/** Moves each margin note behind the sentence that it stands in, so that a narrow page never breaks a sentence in two. */
const moveNotes = (children: readonly PhrasingContent[]): PhrasingContent[] => {
  const moved: PhrasingContent[] = [];
  let waiting: PhrasingContent[] = [];
  let isSentenceOver = false;
  for (const node of children) {
    if (isNote(node)) {
      if (isSentenceOver) moved.push(node);
      else waiting.push(node);
      continue;
    }
    const end = node.type === 'text' && waiting.length > 0 ? findSentenceEnd(node.value) : -1;
    if (node.type === 'text' && end >= 0) {
      moved.push({ type: 'text', value: node.value.slice(0, end) }, ...waiting);
      if (end < node.value.length) moved.push({ type: 'text', value: node.value.slice(end) });
      waiting = [];
    } else moved.push(node);
    isSentenceOver = node.type === 'text' && waiting.length === 0 && /[.!?:;]["'”’)\]]*\s*$/.test(node.value);
  }
  return [...moved, ...waiting];
};

/** Sets the margin notes of every paragraph at the ends of their sentences. */
export const notesAfterSentences = defineMdastPlugin({
  name: 'notes-after-sentences',
  paragraph(node: Readonly<Paragraph>, context) {
    if (node.children.some(isNote)) context.setProperty(node, 'children', moveNotes(node.children));
  },
});

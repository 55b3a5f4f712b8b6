import { toFirstSentence, toPlainText, toShort } from '../../lib/text.ts';
import { type Text, toLine, toText, visit } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** A text in which marks that typography changes are all the same. */
const toPlain = (text: string): string =>
  text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll('…', '...')
    .replaceAll(/[-–—]+/g, '-')
    .replaceAll(/\s+/g, ' ');

/** What is wrong with the start of a definition: lists and previews show its first sentence as it is written, but for code. */
const findMarkup = ({ file, body, root }: Text): Issue[] => {
  const first = root.children.find(({ type }) => type !== 'yaml');
  let hasHtml = false;
  visit(root, ({ type }) => {
    hasHtml ||= type === 'html';
  });
  // HTML is told of already.
  if (hasHtml) return [];
  const sentence = toPlainText(toFirstSentence(body)).replaceAll('**', '');
  if (!first || toPlain(toText(first)).startsWith(toPlain(sentence))) return [];
  return [
    {
      rule: 'forbidden-markup',
      file,
      line: toLine(first),
      message: `"${toShort(sentence.replaceAll(/\s+/g, ' '))}" is not a plain sentence, and lists show it as it is written.`,
      hint: 'Begin the definition with text and `code` only; links, lists and signs such as &lt; or \\< can follow.',
    },
  ];
};

const missingText: Pick<Issue, 'rule' | 'line' | 'message'> = {
  rule: 'missing-text',
  line: 1,
  message: 'Nothing follows the front matter.',
};

/** Pages hold text, and a definition begins with a plain sentence. */
export const checkOpenings: Check = ({ texts }) =>
  texts.flatMap((text): Issue[] => {
    const { file, path, root } = text;
    const isDefinition = path.startsWith('glossary/');
    if (root.children.some(({ type }) => type !== 'yaml')) return isDefinition ? findMarkup(text) : [];
    const hint = isDefinition
      ? 'Write the definition; its first sentence stands alone, because it is the preview.'
      : 'Begin with the answer in plain words.';
    return [{ file, ...missingText, hint }];
  });

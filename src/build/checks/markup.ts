import type { Nodes } from 'mdast';
import { findHiddenCharacters, toCodePoint } from '../../lib/hidden-characters.ts';
import { toShort } from '../../lib/text.ts';
import { toLine, toText, visit } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** The Markdown that pages are made of, by the node's type. */
const allowed = new Set<string>([
  ...['root', 'yaml', 'heading', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'break', 'inlineCode', 'code'],
  ...['list', 'listItem', 'table', 'tableRow', 'tableCell', 'blockquote', 'thematicBreak'],
  ...['link', 'linkReference', 'definition', 'mdxJsxFlowElement', 'mdxJsxTextElement'],
]);

/** What to write in place of what is not allowed. */
const instead: Readonly<Record<string, string>> = {
  html: 'Write Markdown; "<" in prose is written &lt;, or stands in `code`.',
  image: 'Draw a diagram: a .mmd file beside the page.',
  imageReference: 'Draw a diagram: a .mmd file beside the page.',
  mdxjsEsm: 'Pages need no imports or exports: all components are there already.',
  mdxFlowExpression: 'Write the text itself; a brace in prose is written \\{.',
  mdxTextExpression: 'Write the text itself; a brace in prose is written \\{.',
  footnoteReference: 'Write it into the text, or make it a fact with its source.',
  footnoteDefinition: 'Write it into the text, or make it a fact with its source.',
};

const quote = (text: string): string => `"${toShort(text.split('\n')[0] ?? '')}"`;

/** A node in words. */
const toWhat = (node: Nodes): string => {
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return quote(`{${node.value}}`);
  if ('value' in node) return quote(node.value);
  return node.type === 'image' ? `The image ${quote(node.url)}` : `A ${node.type.replace(/(?=[A-Z]).*/, '')}`;
};

const checkNode = (node: Nodes): Omit<Issue, 'file'>[] => {
  const line = toLine(node);
  const [hidden] = node.type === 'text' ? findHiddenCharacters(node.value) : [];
  if (hidden !== undefined) {
    const message = `${quote(toText(node))} holds ${toCodePoint(hidden)}, which nobody sees.`;
    return [{ rule: 'bad-character', line, message, hint: 'Remove the character, or the &…; that stands for it.' }];
  }
  if (node.type === 'heading' && node.depth === 1)
    return [
      {
        rule: 'forbidden-markup',
        line,
        message: `${quote(toText(node))} is a level-one heading, which has no place in a page.`,
        hint: 'The page has its title from the front matter; start with "##".',
      },
    ];
  if (allowed.has(node.type)) return [];
  const what = toWhat(node);
  const hint = instead[node.type] ?? 'Write it in plain Markdown.';
  return [{ rule: 'forbidden-markup', line, message: `${what} has no place in a page.`, hint }];
};

/** Pages hold Markdown and the vocabulary only. */
export const checkMarkup: Check = ({ texts }) =>
  texts.flatMap(({ file, root }) => {
    const issues: Issue[] = [];
    visit(root, (node) => issues.push(...checkNode(node).map((issue) => ({ file, ...issue }))));
    return issues;
  });

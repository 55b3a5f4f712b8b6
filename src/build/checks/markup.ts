import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { endParts } from '../../lib/end-parts.ts';
import { findHiddenCharacters, toCodePoint } from '../../lib/hidden-characters.ts';
import { toSuggestion } from '../../lib/nearest.ts';
import { toShort } from '../../lib/text.ts';
import { type Text, toLine, toText, visit } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** A component in a page, with its attributes as plain text. */
export interface Component {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  /** The names of all attributes as they are written; `{…}` for one that is computed. */
  readonly written: readonly string[];
}

/** The vocabulary: each component's attributes, all of them required. Kept equal to `components/prose/index.ts` by a test. */
export const vocabulary: Readonly<Record<string, readonly string[]>> = {
  Diagram: ['id', 'caption'],
  ExamCue: ['words'],
  Pitfall: [],
  Retired: ['service'],
  Then: ['fact'],
};

const toComponent = (node: MdxJsxFlowElement | MdxJsxTextElement): Component => ({
  name: node.name ?? '',
  line: node.position?.start.line ?? 1,
  attributes: Object.fromEntries(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  ),
  written: node.attributes.map((attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}')),
});

/** All components of a page, in order. */
export const findComponents = (root: Nodes): Component[] => {
  const found: Component[] = [];
  visit(root, (node) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') found.push(toComponent(node));
  });
  return found;
};

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

/** Anchors that something else on a page has already. */
const taken = [...endParts({ facts: [0], questions: [0], sources: [0] }).map(({ slug }) => slug), 'content', 'tree'];

const quote = (text: string): string => `"${toShort(text.split('\n')[0] ?? '')}"`;

const checkComponent = ({ name, line, attributes, written }: Component): Omit<Issue, 'file'>[] => {
  const known = Object.keys(vocabulary);
  const needed = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
  if (!needed) {
    const rule = /^[A-Z]/.test(name) ? 'unknown-component' : 'forbidden-markup';
    const hint =
      rule === 'forbidden-markup'
        ? 'Write Markdown in place of HTML.'
        : `${toSuggestion(name, known)} The vocabulary is ${known.join(', ')}.`;
    return [{ rule, line, message: `<${name}> is not one of the vocabulary's components.`, hint }];
  }
  const tag = `<${[name, ...needed.map((key) => `${key}="…"`)].join(' ')}>`;
  const example = `Write ${tag}, ${needed.length > 0 ? 'each value in' : 'without'} ${needed.length > 0 ? 'quotation marks' : 'attributes'}.`;
  const missing = needed.filter((attribute) => !attributes[attribute]?.trim());
  const more = written.filter((key, index) => !needed.includes(key) || written.indexOf(key) < index);
  return [
    ...missing.map((key) => ({
      rule: 'missing-attribute' as const,
      line,
      message: `<${name}> has no "${key}".`,
      hint: example,
    })),
    ...more.map((key) => ({
      rule: 'unknown-attribute' as const,
      line,
      message: needed.includes(key) ? `<${name}> has "${key}" twice.` : `<${name}> takes no "${key}".`,
      hint: needed.includes(key) || needed.length === 0 ? example : `${toSuggestion(key, needed)} ${example}`,
    })),
    ...Object.entries(attributes).flatMap(([key, value]) => {
      const [hidden] = findHiddenCharacters(value);
      const message = `"${key}" of <${name}> holds ${toCodePoint(hidden ?? '')}, which nobody sees.`;
      return hidden === undefined ? [] : [{ rule: 'bad-character' as const, line, message, hint: 'Remove it.' }];
    }),
  ];
};

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

const checkHeadings = ({ headings }: Text): Omit<Issue, 'file'>[] => {
  const first = new Map<string, number>();
  return headings.flatMap(({ text, slug, line }) => {
    // The site numbers repeated anchors; what they are before that decides.
    const key = [...first.keys()].find((other) => slug.replace(/-\d+$/, '') === other) ?? slug;
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    if (before === undefined && !taken.includes(slug)) return [];
    return [
      {
        rule: 'duplicate-heading' as const,
        line,
        message:
          before === undefined
            ? `The heading ${quote(text)} would have the address "#${slug}", which the page needs for something else.`
            : `The heading ${quote(text)} stands on line ${before} already.`,
        hint: 'Word one of them differently, so that each has its own address.',
      },
    ];
  });
};

const checkText = (text: Text): Omit<Issue, 'file'>[] => {
  const issues: Omit<Issue, 'file'>[] = findComponents(text.root).flatMap(checkComponent);
  visit(text.root, (node) => issues.push(...checkNode(node)));
  const hasText = text.root.children.some(({ type }) => type !== 'yaml');
  return [
    ...issues,
    ...checkHeadings(text),
    ...(hasText
      ? []
      : [
          {
            rule: 'missing-text' as const,
            line: 1,
            message: 'Nothing follows the front matter.',
            hint: text.path.startsWith('glossary/')
              ? 'Write the definition; its first sentence stands alone, because it is the preview.'
              : 'Begin with the answer in plain words.',
          },
        ]),
  ];
};

/** Pages hold text, in Markdown and the vocabulary only, and no two headings of a page have one address. */
export const checkMarkup: Check = ({ texts }) =>
  texts.flatMap((text) => checkText(text).map((issue) => ({ file: text.file, ...issue })));

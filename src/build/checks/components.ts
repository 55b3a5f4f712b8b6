import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { findHiddenCharacters, toCodePoint } from '../../lib/hidden-characters.ts';
import { toSuggestion } from '../../lib/nearest.ts';
import { visit } from '../content.ts';
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
  const example = `Write ${tag}, ${needed.length > 0 ? 'each value in quotation marks' : 'without attributes'}.`;
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

/** Components are those of the vocabulary, with the attributes that they need and no others. */
export const checkComponents: Check = ({ texts }) =>
  texts.flatMap(({ file, root }) =>
    findComponents(root)
      .flatMap(checkComponent)
      .map((issue) => ({ file, ...issue })),
  );

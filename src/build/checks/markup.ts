import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { toSuggestion } from '../../lib/nearest.ts';
import { toLine, visit } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** A component in a page, with its attributes as plain text. */
export interface Component {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
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
});

/** All components of a page, in order. */
export const findComponents = (root: Parameters<typeof visit>[0]): Component[] => {
  const found: Component[] = [];
  visit(root, (node) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') found.push(toComponent(node));
  });
  return found;
};

/** Markup that pages must not hold, by the node's type, with what to write instead. */
const forbidden: Readonly<Record<string, string>> = {
  html: 'Write Markdown, or a component of the vocabulary.',
  mdxjsEsm: 'Pages need no imports or exports: all components are there already.',
  mdxFlowExpression: 'Write the text itself; a brace in prose is written \\{.',
  mdxTextExpression: 'Write the text itself; a brace in prose is written \\{.',
};

const checkComponent = (file: string, { name, line, attributes }: Component): Issue[] => {
  const needed = vocabulary[name];
  const known = Object.keys(vocabulary);
  if (!needed) {
    const rule = /^[a-z]/.test(name) || name === '' ? 'forbidden-markup' : 'unknown-component';
    const hint =
      rule === 'forbidden-markup'
        ? 'Write Markdown in place of HTML.'
        : `${toSuggestion(name, known)} The vocabulary is ${known.join(', ')}.`;
    return [{ rule, file, line, message: `<${name}> is not one of the vocabulary's components.`, hint }];
  }
  return needed
    .filter((attribute) => !attributes[attribute]?.trim())
    .map((attribute) => ({
      rule: 'missing-attribute',
      file,
      line,
      message: `<${name}> has no "${attribute}".`,
      hint: `Write <${name} ${needed.map((key) => `${key}="…"`).join(' ')}>, each value in quotation marks.`,
    }));
};

/** Pages hold Markdown and the vocabulary only, and no two headings of a page are the same. */
export const checkMarkup: Check = ({ domains, sections, terms }) =>
  [...domains, ...sections, ...terms].flatMap(({ file, root, headings }) => {
    const issues: Issue[] = findComponents(root).flatMap((component) => checkComponent(file, component));
    visit(root, (node) => {
      const instead =
        forbidden[node.type] ??
        (node.type === 'heading' && node.depth === 1
          ? 'The page has its title from the front matter; start with "##".'
          : undefined);
      if (!instead) return;
      const what =
        node.type === 'heading'
          ? 'A level-one heading'
          : 'value' in node
            ? `"${node.value.split('\n')[0]}"`
            : node.type;
      issues.push({
        rule: 'forbidden-markup',
        file,
        line: toLine(node),
        message: `${what} has no place in a page.`,
        hint: instead,
      });
    });
    const seen = new Map<string, number>();
    for (const { text, line } of headings) {
      const first = seen.get(text.toLowerCase());
      if (first !== undefined)
        issues.push({
          rule: 'duplicate-heading',
          file,
          line,
          message: `The heading "${text}" stands on line ${first} already.`,
          hint: 'Word one of them differently, so that each has its own address.',
        });
      seen.set(text.toLowerCase(), first ?? line);
    }
    return issues;
  });

/** Turns an author's MDX into plain Markdown by changing as little of its text as possible. */
import { posix } from 'node:path';
import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from '../../src/build/content.ts';
import type { Finder } from '../../src/lib/glossary.ts';
import { findTermUses, type ProseNode } from '../../src/lib/prose.ts';
import { findPageUrl, toTermUrl } from '../../src/lib/urls.ts';
import type { Fact } from '../../src/schemas/fact.ts';
import { toNote } from './inline.ts';

/** What the components of a page need to know. */
export interface Knowledge {
  readonly find: Finder;
  readonly facts: ReadonlyMap<string, Fact>;
  /** Sources of the diagrams by name. */
  readonly diagrams: ReadonlyMap<string, string>;
  /** A retired service's name and end, by its term's id. */
  readonly ends: ReadonlyMap<string, string>;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Component = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

const isComponent = (node: Nodes): node is Component =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const toRange = (node: Nodes): { start: number; end: number } => {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) throw new Error(`A ${node.type} has no place.`);
  return { start: start.offset, end: end.offset };
};

const toAttribute = (node: Component, name: string): string => {
  const found = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  return typeof found?.value === 'string' ? found.value : '';
};

const aside = (kind: string, label: string): [string, string] => [`:::${kind}[${label}]\n`, '\n:::'];

/** What stands before and after a component's children; undefined for a component without children. */
const toFrame = (node: Component, { ends }: Knowledge): [string, string] | undefined => {
  if (node.name === 'Pitfall') return aside('caution', 'Pitfall');
  if (node.name === 'ExamCue') {
    const phrases = toAttribute(node, 'words').split(/\s*;\s*/);
    return aside('tip', phrases.map((phrase) => `“${phrase}”`).join(' · '));
  }
  if (node.name === 'Retired') return aside('note', ends.get(toAttribute(node, 'service')) ?? 'Retired');
  return undefined;
};

const toComponentEdits = (node: Component, knowledge: Knowledge): Edit[] => {
  const { start, end } = toRange(node);
  if (node.name === 'Diagram') {
    const source = knowledge.diagrams.get(toAttribute(node, 'id')) ?? '';
    const text = `\`\`\`mermaid\n${source.trim()}\n\`\`\`\n\n*${toAttribute(node, 'caption')}*`;
    return [{ start, end, text }];
  }
  const frame = toFrame(node, knowledge);
  const first = node.children[0];
  const last = node.children.at(-1);
  if (!frame || !first || !last) return [{ start, end, text: '' }];
  return [
    { start, end: toRange(first).start, text: frame[0] },
    { start: toRange(last).end, end, text: frame[1] },
  ];
};

/** The margin notes of a block, behind the block: Markdown has no margin. */
const toNoteEdits = (block: RootContent, { facts }: Knowledge): Edit[] => {
  const notes: string[] = [];
  visit(block, (node) => {
    const fact = isComponent(node) && node.name === 'Then' ? facts.get(toAttribute(node, 'fact')) : undefined;
    if (fact) notes.push(`\n\n${toNote(fact)}`);
  });
  const { end } = toRange(block);
  return notes.length > 0 ? [{ start: end, end, text: notes.join('') }] : [];
};

/** A link to another file of the content becomes a link to its page. */
const toLinkEdits = (node: Nodes, text: string, folder: string): Edit[] => {
  if (node.type !== 'link' || /^(?:[a-z]+:|#|\/)/.test(node.url)) return [];
  const [path = '', anchor] = node.url.split('#');
  const url = findPageUrl(posix.join(folder, path));
  const { start, end } = toRange(node);
  const place = text.slice(start, end).lastIndexOf(`](${node.url}`);
  if (!url || place < 0) return [];
  const from = start + place + 2;
  return [{ start: from, end: from + node.url.length, text: anchor ? `${url}#${anchor}` : url }];
};

interface Page {
  readonly root: Root;
  /** The whole file. */
  readonly text: string;
  /** Its folder below `content/`. */
  readonly folder: string;
  /** The id of the page's own term. */
  readonly own?: string;
}

interface Use extends Edit {
  readonly id: string;
}

const toUses = ({ root, text, own }: Page, find: Finder): Use[] =>
  findTermUses(root as ProseNode, find, own).flatMap(({ node, matches }) => {
    const { start, end } = toRange(node as Nodes);
    let from = start;
    return matches.flatMap((match) => {
      const name = (node.value ?? '').slice(match.start, match.end);
      // Escapes and entities make the source longer than the text, so the name is looked for.
      const place = text.indexOf(name, from);
      if (place < 0 || place >= end) return [];
      from = place + name.length;
      return [{ id: match.id, start: place, end: from, text: `[${name}](${toTermUrl(match.id)})` }];
    });
  });

const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, text: insert }) => result.slice(0, start) + insert + result.slice(end), text);

/** The page's body as plain Markdown, and the ids of the terms that its text uses. */
export const toPlainMarkdown = (page: Page, knowledge: Knowledge): { body: string; terms: string[] } => {
  const uses = toUses(page, knowledge.find);
  const edits: Edit[] = [...uses];
  for (const block of page.root.children) {
    if (block.type === 'yaml') edits.push({ ...toRange(block), text: '' });
    else edits.push(...toNoteEdits(block, knowledge));
  }
  visit(page.root, (node) => {
    if (isComponent(node)) edits.push(...toComponentEdits(node, knowledge));
    edits.push(...toLinkEdits(node, page.text, page.folder));
  });
  return { body: apply(page.text, edits), terms: uses.map(({ id }) => id) };
};

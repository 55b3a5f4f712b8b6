/** One piece of YAML that is parsed by itself, with the places of what it holds. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type ScalarTag,
  visit,
} from 'yaml';
import type { Issue } from '../issue.ts';
import { explainYaml } from './yaml-words.ts';

/** The way to a value: keys of records and places in lists, from 0. */
export type Path = readonly (string | number)[];

/** What is wrong at a line. */
export type Fault = Pick<Issue, 'rule' | 'line' | 'message' | 'hint'>;

/** A piece of a file, parsed. */
export interface Piece {
  /** Undefined where there is a fault. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The lines of what stands on the way to a value, from outside in. */
  readonly toLines: (path: Path) => number[];
  /** A value as its author wrote it. */
  readonly sourceOf: (path: Path) => string | undefined;
}

/** Levels of lists and records in one another; the deepest schema has five. */
const deepest = 20;

/** A date that no schema takes. */
const noDate = (): Date => new Date(Number.NaN);

/** Words that Astro's own reader takes for dates and numbers, and this one's would take for text. */
const astroTags: ScalarTag[] = [
  {
    tag: 'tag:yaml.org,2002:timestamp',
    default: true,
    test: /^\d{4}-\d{2}-\d{2}$/,
    resolve: (text) => {
      const date = new Date(text);
      return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text) ? noDate() : date;
    },
  },
  {
    tag: 'tag:yaml.org,2002:timestamp',
    default: true,
    test: /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/,
    resolve: noDate,
  },
  {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^[-+]?0(?:b[01]+|o[0-7]+|x[\dA-Fa-f]+)$/,
    resolve: (text) => Number(text.replace(/^[-+]/, '')) * (text.startsWith('-') ? -1 : 1),
  },
];

type Step = Node | Pair<Node, Node | null>;
const isStep = (value: unknown): value is Step =>
  isNode(value) || (typeof value === 'object' && value !== null && 'key' in value);

/** What stands on the way to a value: items of lists, and keys with their values. */
const toWay = (document: Document, path: Path): Step[] => {
  const way: Step[] = [];
  let node: unknown = document.contents;
  for (const step of path) {
    const next: unknown = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      : isSeq(node) && node.items[Number(step)];
    if (!isStep(next)) break;
    way.push(next);
    node = 'key' in next ? next.value : next;
  }
  return way;
};

const toDepthFault = (line: number): Fault => ({
  rule: 'too-large',
  line,
  message: `Lists and records stand more than ${deepest} deep in one another.`,
  hint: 'Remove the brackets that mean nothing; between quotation marks a text may start with one.',
});

/** What YAML can but content must not: references, types of its own, and depths that no record has. */
const findOddities = (document: Document, lineOf: (node: Node) => number): Fault[] => {
  const faults: Fault[] = [];
  const add = (node: Node, what: string, hint: string): void => {
    const line = lineOf(node);
    if (faults.at(-1)?.line === line) return;
    faults.push({ rule: 'yaml-syntax', line, message: `${what} has no place in content.`, hint });
  };
  visit(document, {
    Pair(_, { key }) {
      // Programs take it for something else than a key, and lose it.
      if (isScalar(key) && key.value === '__proto__') add(key, 'The key "__proto__"', 'Remove it.');
    },
    Node(_, node, ancestors) {
      if (isAlias(node))
        add(
          node,
          `The reference "*${node.source}"`,
          'Write the text itself; between quotation marks it may start with "*".',
        );
      else if (node.anchor)
        add(node, `The name "&${node.anchor}"`, 'Remove it; between quotation marks a text may start with "&".');
      else if (node.tag)
        add(node, `The type "${node.tag}"`, 'Remove it; between quotation marks a text may start with "!".');
      if (ancestors.length <= 2 * deepest) return undefined;
      faults.push(toDepthFault(lineOf(node)));
      return visit.BREAK;
    },
  });
  return faults;
};

/** The parser's first error in an author's words; those behind it are mostly its consequences. */
const findErrors = ({ errors: [error] }: Document, text: string, counter: LineCounter): Fault[] => {
  if (!error) return [];
  const { line, col } = counter.linePos(error.pos[0]);
  const { code, message } = error;
  if (code === 'RESOURCE_EXHAUSTION') return [toDepthFault(line)];
  return [
    {
      rule: 'yaml-syntax',
      ...explainYaml({ code, message, line: line - 1, column: col - 1, lines: text.split('\n') }),
    },
  ];
};

/**
 * Parses a piece of YAML.
 *
 * @param first the number of its first line in the file
 */
export const parsePiece = (text: string, first: number): Piece => {
  const counter = new LineCounter();
  const lineOf = (node: { range?: readonly number[] | null | undefined }): number =>
    counter.linePos(node.range?.[0] ?? 0).line + first - 1;
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'error',
    customTags: astroTags,
  });
  const errors = findErrors(document, text, counter).map((fault) => ({ ...fault, line: fault.line + first - 1 }));
  const faults = errors.length > 0 ? errors : findOddities(document, lineOf);
  const start = document.contents ? lineOf(document.contents) : first;
  return {
    value: faults.length > 0 ? undefined : document.toJS(),
    faults,
    toLines: (path) => [start, ...toWay(document, path).map((step) => lineOf('key' in step ? step.key : step))],
    sourceOf: (path) => {
      const step = toWay(document, path)[path.length - 1];
      const node = step && 'key' in step ? step.value : step;
      return isScalar(node) ? node.source : undefined;
    },
  };
};

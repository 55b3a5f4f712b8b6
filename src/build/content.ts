/** Reads everything below content/ with the line of every value, for the content checks. Nothing here throws on bad content. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import Slugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { domain } from '../schemas/domain.ts';
import { type Exam, exam } from '../schemas/exam.ts';
import { type Fact, fact } from '../schemas/fact.ts';
import { type Question, question } from '../schemas/question.ts';
import { type Section, section } from '../schemas/section.ts';
import { type Term, term } from '../schemas/term.ts';
import { splitFrontMatter } from './glossary.ts';
import type { Issue, Rule } from './issue.ts';
import { toComplaints } from './schema-issues.ts';

/** One record of a file, with the line on which it or one of its fields stands. */
export interface Sourced<T> {
  readonly file: string;
  readonly data: T;
  readonly lineOf: (...path: (string | number)[]) => number;
}

/** A page of prose, parsed. */
export interface Page<T = unknown> extends Sourced<T> {
  /** The file below `content/`. */
  readonly path: string;
  /** The folder below `content/`, or the term's file name without its ending. */
  readonly id: string;
  readonly root: Root;
  readonly headings: readonly { slug: string; text: string; depth: number; line: number }[];
}

/** A diagram's source and drawing as text. */
export interface Diagram {
  readonly id: string;
  readonly file: string;
  readonly source: string;
  readonly svg: string | undefined;
}

/** All content of the guide, and what could not be read. */
export interface Library {
  readonly domains: readonly Page[];
  readonly sections: readonly Page<Section>[];
  readonly terms: readonly Page<Term>[];
  readonly facts: readonly Sourced<Fact>[];
  readonly questions: readonly Sourced<Question>[];
  readonly exams: readonly (Sourced<Exam> & { id: string })[];
  readonly diagrams: readonly Diagram[];
  readonly issues: readonly Issue[];
  /** Ids of facts that stand in broken records, so that one mistake is told once. */
  readonly brokenFacts: ReadonlySet<string>;
  /** Files that could not be read as what they should be. */
  readonly brokenFiles: ReadonlySet<string>;
}

interface Reader {
  readonly root: string;
  readonly issues: Issue[];
  readonly brokenFacts: Set<string>;
}

const hints: Partial<Record<Rule, string>> = {
  'yaml-syntax': 'Mend the line; texts that contain ": " or " #" need quotation marks.',
  'mdx-syntax': 'Mend the line; "<" and "{" in prose stand in `code` or are written &lt; and \\{.',
};

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** The file as text, or undefined with an issue when it is not UTF-8. */
const readText = ({ root, issues }: Reader, file: string): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(readFileSync(join(root, file)));
  } catch {
    issues.push({
      rule: 'bad-encoding',
      file,
      line: 1,
      message: 'The file is not UTF-8 text.',
      hint: 'Save it as UTF-8.',
    });
    return undefined;
  }
};

interface Parsed {
  readonly value: unknown;
  readonly lineOf: Sourced<unknown>['lineOf'];
}

/** Parses YAML that starts on the line after `offset`; syntax errors become issues. */
const parseYaml = (reader: Reader, file: string, text: string, offset = 0): Parsed | undefined => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  for (const error of document.errors)
    reader.issues.push({
      rule: 'yaml-syntax',
      file,
      line: counter.linePos(error.pos[0]).line + offset,
      message: error.message.split('\n')[0] ?? error.message,
      hint: hints['yaml-syntax'] ?? '',
    });
  if (document.errors.length > 0) return undefined;
  const lineOf = (...path: (string | number)[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line + offset;
    }
    return 1 + offset;
  };
  return { value: document.toJS(), lineOf };
};

/** Holds a value against its schema; every broken field becomes an issue. */
const validate = <S extends z.ZodType>(
  reader: Reader,
  file: string,
  schema: S,
  value: unknown,
  lineOf: Sourced<unknown>['lineOf'],
): z.infer<S> | undefined => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const { path, message, hint } of toComplaints(schema, value, result.error.issues))
    reader.issues.push({ rule: 'invalid-field', file, line: lineOf(...path), message, hint });
  return undefined;
};

/** The text that a reader sees of a node. */
export const toText = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map((child) => toText(child)).join('') : '';

/** Visits a node and all nodes below it, in order. */
export const visit = (node: Nodes, act: (node: Nodes) => void): void => {
  act(node);
  if ('children' in node) for (const child of node.children) visit(child, act);
};

/** The line of a node in its file. */
export const toLine = (node: Nodes): number => node.position?.start.line ?? 1;

const toHeadings = (root: Root): Page['headings'] => {
  const slugger = new Slugger();
  const headings: { slug: string; text: string; depth: number; line: number }[] = [];
  visit(root, (node) => {
    if (node.type !== 'heading') return;
    const text = toText(node);
    headings.push({ slug: slugger.slug(text), text, depth: node.depth, line: toLine(node) });
  });
  return headings;
};

const parseMarkup = (reader: Reader, file: string, text: string): Root | undefined => {
  try {
    const parse = file.endsWith('.mdx') ? mdxToMdast : markdownToMdast;
    return parse(text) as Root;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/\b(?:line )?(\d+):\d+/.exec(message)?.[1] ?? 1);
    reader.issues.push({
      rule: 'mdx-syntax',
      file,
      line,
      message: message.split('\n')[0] ?? '',
      hint: hints['mdx-syntax'] ?? '',
    });
    return undefined;
  }
};

/** Reads a page: its front matter, its tree and its headings. */
const readPage = <S extends z.ZodType>(reader: Reader, path: string, id: string, schema: S): Page<z.infer<S>>[] => {
  const file = `content/${path}`;
  const text = readText(reader, file);
  if (text === undefined) return [];
  const { matter } = splitFrontMatter(text);
  const parsed = parseYaml(reader, file, matter, 1);
  const root = parseMarkup(reader, file, text);
  const data = parsed && validate(reader, file, schema, parsed.value ?? {}, parsed.lineOf);
  if (!parsed || !root || data === undefined) return [];
  return [{ file, path, id, data, root, headings: toHeadings(root), lineOf: parsed.lineOf }];
};

/** Reads a file that holds a list of records; a bad record does not hide the good ones. */
const readRecords = <S extends z.ZodType>(reader: Reader, path: string, schema: S): Sourced<z.infer<S>>[] => {
  const file = `content/${path}`;
  const text = readText(reader, file);
  const parsed = text === undefined ? undefined : parseYaml(reader, file, text);
  if (!parsed) {
    for (const [, id = ''] of (text ?? '').matchAll(/^- id: *([\w.-]+)/gm)) reader.brokenFacts.add(id);
    return [];
  }
  const { value } = parsed;
  if (!Array.isArray(value)) {
    const hint = 'Start each record with "- id: …".';
    reader.issues.push({ rule: 'invalid-field', file, line: 1, message: 'The file holds no list of records.', hint });
    return [];
  }
  return value.flatMap((record: unknown, index) => {
    const lineOf = (...at: (string | number)[]): number => parsed.lineOf(index, ...at);
    const data = validate(reader, file, schema, record, lineOf);
    if (data !== undefined) return [{ file, data, lineOf }];
    reader.brokenFacts.add(String((record as { id?: unknown } | null)?.id));
    return [];
  });
};

const readExam = (reader: Reader, path: string): Library['exams'] => {
  const file = `content/${path}`;
  const text = readText(reader, file);
  const parsed = text === undefined ? undefined : parseYaml(reader, file, text);
  const data = parsed && validate(reader, file, exam, parsed.value, parsed.lineOf);
  return parsed && data ? [{ id: basename(path, '.yaml'), file, data, lineOf: parsed.lineOf }] : [];
};

const readDiagram = (reader: Reader, path: string, all: ReadonlySet<string>): Diagram[] => {
  const file = `content/${path}`;
  const drawing = path.replace(/\.mmd$/, '.svg');
  const source = readText(reader, file);
  const svg = all.has(drawing) ? readText(reader, `content/${drawing}`) : undefined;
  return source === undefined ? [] : [{ id: basename(path, '.mmd'), file, source, svg }];
};

/**
 * Reads the content of a project.
 *
 * @param root the project's folder, the one that holds `content/`
 */
export const readLibrary = (root: string): Library => {
  const reader: Reader = { root, issues: [], brokenFacts: new Set() };
  const base = join(root, 'content');
  const paths = walk(base)
    .map((file) => relative(base, file).split(sep).join('/'))
    .sort();
  const all = new Set(paths);
  const library = {
    domains: [] as Page[],
    sections: [] as Page<Section>[],
    terms: [] as Page<Term>[],
    facts: [] as Sourced<Fact>[],
    questions: [] as Sourced<Question>[],
    exams: [] as Library['exams'][number][],
    diagrams: [] as Diagram[],
  };
  const folder = '(?:domains/[^/]+/[^/]+|guides/[^/]+)';
  const kinds: [RegExp, (path: string) => void][] = [
    [
      /^domains\/[^/]+\/index\.mdx$/,
      (path) => library.domains.push(...readPage(reader, path, path.slice(0, -10), domain)),
    ],
    [
      new RegExp(`^${folder}/index\\.mdx$`),
      (path) => library.sections.push(...readPage(reader, path, path.slice(0, -10), section)),
    ],
    [new RegExp(`^${folder}/facts\\.yaml$`), (path) => library.facts.push(...readRecords(reader, path, fact))],
    [
      new RegExp(`^${folder}/questions\\.yaml$`),
      (path) => library.questions.push(...readRecords(reader, path, question)),
    ],
    [/^glossary\/[^/]+\.md$/, (path) => library.terms.push(...readPage(reader, path, basename(path, '.md'), term))],
    [/^exams\/[^/]+\.yaml$/, (path) => library.exams.push(...readExam(reader, path))],
    [/^(?:domains|guides)\/.+\.mmd$/, (path) => library.diagrams.push(...readDiagram(reader, path, all))],
  ];
  for (const path of paths) {
    const kind = kinds.find(([pattern]) => pattern.test(path));
    if (kind) kind[1](path);
    else if (!(path.endsWith('.svg') && all.has(path.replace(/\.svg$/, '.mmd'))))
      reader.issues.push({
        rule: 'stray-file',
        file: `content/${path}`,
        line: 1,
        message: 'This file has no place in the content model.',
        hint: 'Expected index.mdx, facts.yaml, questions.yaml or a diagram (.mmd with its .svg) in a section or guide, <id>.md in glossary, <code>.yaml in exams. Move or remove it.',
      });
  }
  const brokenFiles = new Set(reader.issues.map(({ file }) => file));
  return { ...library, issues: reader.issues, brokenFacts: reader.brokenFacts, brokenFiles };
};

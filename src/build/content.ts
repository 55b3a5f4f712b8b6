/** Reads everything below content/ with the line of every value, for the content checks. Nothing here throws on bad content. */
import { existsSync, lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Root } from 'mdast';
import type { z } from 'zod';
import { domain } from '../schemas/domain.ts';
import { type Exam, exam } from '../schemas/exam.ts';
import { type Fact, fact } from '../schemas/fact.ts';
import { type Question, question } from '../schemas/question.ts';
import { type Section, section } from '../schemas/section.ts';
import { type Term, term } from '../schemas/term.ts';
import { splitFrontMatter, toFrontMatterFault } from './content/front-matter.ts';
import { findKind, type Kind, toStrayIssue } from './content/kinds.ts';
import { parseMarkup } from './content/parse-markup.ts';
import { type Parsed, parseYaml } from './content/parse-yaml.ts';
import { readText } from './content/read-text.ts';
import { type Heading, toHeadings } from './content/tree.ts';
import { walk } from './content/walk.ts';
import type { Issue } from './issue.ts';
import { type Found, toComplaints } from './schema-issues.ts';

export { toLine, toText, visit } from './content/tree.ts';

/** One record of a file, with the line on which it or one of its fields stands. */
export interface Sourced<T> {
  readonly file: string;
  readonly data: T;
  readonly lineOf: (...path: (string | number)[]) => number;
}

/** The text of a page, parsed, whatever its front matter holds. */
export interface Text {
  readonly file: string;
  /** The file below `content/`. */
  readonly path: string;
  /** The Markdown behind the front matter. */
  readonly body: string;
  readonly root: Root;
  readonly headings: readonly Heading[];
}

/** A page of prose with its front matter. */
export interface Page<T = unknown> extends Text, Sourced<T> {
  /** The folder below `content/`, or the term's file name without its ending. */
  readonly id: string;
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
  /** All files below `content/` that have a place there. */
  readonly paths: readonly string[];
  /** Every page whose text could be read, in the order of files. */
  readonly texts: readonly Text[];
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
  /** Files that could not be read whole, so that nobody knows what else they hold. */
  readonly brokenFiles: ReadonlySet<string>;
}

interface Reader {
  readonly root: string;
  readonly issues: Issue[];
  readonly brokenFacts: Set<string>;
  readonly texts: Text[];
}

/** The text of a file; what is wrong with it becomes issues. */
const read = ({ root, issues }: Reader, file: string): string | undefined => {
  const found = readText(root, file);
  issues.push(...found.issues);
  return found.text;
};

/** Parses YAML that starts on a line of a file; syntax errors become issues. */
const parse = ({ issues }: Reader, file: string, text: string, first?: number): Parsed => {
  const parsed = parseYaml(text, first);
  issues.push(...parsed.faults.map((fault) => ({ file, ...fault })));
  return parsed;
};

/** Holds a value against its schema; every broken field becomes an issue. */
const validate = <S extends z.ZodType>(
  { issues }: Reader,
  file: string,
  schema: S,
  { lineOf, broken, ...found }: Found & Pick<Parsed, 'lineOf' | 'broken'>,
): z.infer<S> | undefined => {
  const result = schema.safeParse(found.value);
  if (result.success) return result.data;
  for (const { path, message, hint } of toComplaints(schema, found, result.error.issues))
    if (!broken.includes(String(path[0])))
      issues.push({ rule: 'invalid-field', file, line: lineOf(...path), message, hint });
  return undefined;
};

/** Reads a page: its front matter, its tree and its headings. */
const readPage = <S extends z.ZodType>(reader: Reader, path: string, id: string, schema: S): Page<z.infer<S>>[] => {
  const file = `content/${path}`;
  const source = read(reader, file);
  if (source === undefined) return [];
  const parts = splitFrontMatter(source);
  if (!parts) {
    reader.issues.push({ rule: 'missing-front-matter', file, ...toFrontMatterFault(source) });
    return [];
  }
  const { root, faults } = parseMarkup(source, file.endsWith('.mdx'));
  reader.issues.push(...faults.map((fault) => ({ file, ...fault })));
  const text = root && { file, path, body: parts.body, root, headings: toHeadings(root) };
  if (text) reader.texts.push(text);
  const parsed = parse(reader, file, parts.matter, 2);
  const data =
    parsed.faults.length > 0 && parsed.value === undefined
      ? undefined
      : validate(reader, file, schema, { ...parsed, value: parsed.value ?? {}, whole: 'the front matter' });
  return text && data !== undefined ? [{ ...text, id, data, lineOf: parsed.lineOf }] : [];
};

/** Reads a file that holds a list of records; a bad record does not hide the good ones. */
const readRecords = <S extends z.ZodType>(reader: Reader, path: string, schema: S): Sourced<z.infer<S>>[] => {
  const file = `content/${path}`;
  const text = read(reader, file);
  if (text === undefined) return [];
  const parsed = parse(reader, file, text);
  for (const id of parsed.broken) reader.brokenFacts.add(id);
  const { value, faults } = parsed;
  if (!Array.isArray(value)) {
    const hint = 'Start each record with "- id: …".';
    if (faults.length === 0)
      reader.issues.push({ rule: 'invalid-field', file, line: 1, message: 'The file holds no list of records.', hint });
    return [];
  }
  return value.flatMap((record: unknown, index) => {
    const lineOf = (...at: (string | number)[]): number => parsed.lineOf(index, ...at);
    const sourceOf: Parsed['sourceOf'] = (at) => parsed.sourceOf([index, ...at]);
    const data = validate(reader, file, schema, { value: record, lineOf, sourceOf, broken: [] });
    if (data !== undefined) return [{ file, data, lineOf }];
    reader.brokenFacts.add(String(Object(record).id));
    return [];
  });
};

const readExam = (reader: Reader, path: string): Library['exams'] => {
  const file = `content/${path}`;
  const text = read(reader, file);
  if (text === undefined) return [];
  const parsed = parse(reader, file, text);
  const data =
    parsed.faults.length > 0 && parsed.value === undefined ? undefined : validate(reader, file, exam, parsed);
  return data ? [{ id: basename(path, '.yaml'), file, data, lineOf: parsed.lineOf }] : [];
};

const readDiagram = (reader: Reader, path: string, all: ReadonlySet<string>): Diagram[] => {
  const file = `content/${path}`;
  const drawing = path.replace(/\.mmd$/, '.svg');
  const source = read(reader, file);
  const svg = all.has(drawing) ? read(reader, `content/${drawing}`) : undefined;
  return source === undefined ? [] : [{ id: basename(path, '.mmd'), file, source, svg }];
};

const missing: Issue = {
  rule: 'missing-file',
  file: 'content',
  line: 1,
  message: 'There is no folder "content" here.',
  hint: "Run the command in the project's folder, the one that holds package.json and content/.",
};

const toLinkIssue = (path: string): Issue => ({
  rule: 'stray-file',
  file: `content/${path}`,
  line: 1,
  message: `"${basename(path)}" is a link, not a file.`,
  hint: 'Put the file itself here; links do not work on every system.',
});

/** A field that breaks its schema hides nothing but itself. */
const toBrokenFiles = (issues: readonly Issue[]): ReadonlySet<string> =>
  new Set(issues.flatMap(({ rule, file }) => (rule === 'invalid-field' ? [] : file)));

/**
 * Reads the content of a project.
 *
 * @param root the project's folder, the one that holds `content/`
 */
export const readLibrary = (root: string): Library => {
  const base = join(root, 'content');
  const reader: Reader = { root, issues: [], brokenFacts: new Set(), texts: [] };
  const { files, others } = walk(base);
  if (!existsSync(base) || !lstatSync(base).isDirectory()) reader.issues.push(missing);
  const all = new Set(files);
  const library = {
    domains: [] as Page[],
    sections: [] as Page<Section>[],
    terms: [] as Page<Term>[],
    facts: [] as Sourced<Fact>[],
    questions: [] as Sourced<Question>[],
    exams: [] as Library['exams'][number][],
    diagrams: [] as Diagram[],
  };
  const readers: Readonly<Record<Kind, (path: string) => void>> = {
    domain: (path) => library.domains.push(...readPage(reader, path, path.slice(0, -10), domain)),
    section: (path) => library.sections.push(...readPage(reader, path, path.slice(0, -10), section)),
    facts: (path) => library.facts.push(...readRecords(reader, path, fact)),
    questions: (path) => library.questions.push(...readRecords(reader, path, question)),
    term: (path) => library.terms.push(...readPage(reader, path, basename(path, '.md'), term)),
    exam: (path) => library.exams.push(...readExam(reader, path)),
    diagram: (path) => library.diagrams.push(...readDiagram(reader, path, all)),
  };
  const paths = files.filter((path) => {
    const kind = findKind(path);
    if (kind) readers[kind](path);
    else if (!(path.endsWith('.svg') && all.has(path.replace(/\.svg$/, '.mmd'))))
      reader.issues.push(toStrayIssue(path));
    return kind !== undefined;
  });
  reader.issues.push(...others.map(toLinkIssue));
  const { issues, brokenFacts, texts } = reader;
  return { ...library, paths, texts, issues, brokenFacts, brokenFiles: toBrokenFiles(issues) };
};

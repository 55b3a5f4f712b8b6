/** Says in an author's words why YAML cannot be read. The parser's own words are about its grammar, not about the line. */
import type { ErrorCode } from 'yaml';
import { toShort } from '../../lib/text.ts';
import type { Issue } from '../issue.ts';

/** An error of the parser, and the text around it. */
export interface YamlError {
  readonly code: ErrorCode;
  readonly message: string;
  /** The line of the error in `lines`, from 0. */
  readonly line: number;
  /** The column of the error, from 0. */
  readonly column: number;
  readonly lines: readonly string[];
}

/** What is wrong; in here `line` counts from 0. */
export type Explanation = Pick<Issue, 'line' | 'message' | 'hint'>;

const quote = (text: string): string => `"${toShort(text.trim())}"`;

/** The last line up to the error's that a test is true of. */
const findLine = ({ lines, line }: YamlError, test: (text: string) => boolean): number =>
  lines.slice(0, line + 1).findLastIndex(test);

/** A value that begins with a quotation mark and never has the second. */
const isUnclosed = (line: string): boolean => /(?:^|[:[,-]\s*)(?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.test(line.trimEnd());

const toKey = (line: string): string => /([\w-]+)\s*:/.exec(line)?.[1] ?? 'key';
const toValue = (line: string): string => /:\s+(.*)$/.exec(line)?.[1]?.trim() ?? line.trim();
const inQuotes = (line: string): string => `${toKey(line)}: "${toValue(line).replaceAll('"', '\\"')}"`;

const explainTab = ({ lines, line }: YamlError): Explanation | undefined => {
  const place = [line, line + 1].find((at) => /^ *\t/.test(lines[at] ?? ''));
  return place === undefined
    ? undefined
    : {
        line: place,
        message: `${quote(lines[place] ?? '')} is indented with a tab.`,
        hint: 'Indent with spaces, two for each step.',
      };
};

const explainQuote = (error: YamlError): Explanation | undefined => {
  if (!/closing ["']quote/.test(error.message)) return undefined;
  const line = Math.max(0, findLine(error, isUnclosed));
  return {
    line,
    message: `${quote(error.lines[line] ?? '')} has a quotation mark that is never closed.`,
    hint: 'Write a quotation mark at both ends of the text, or at neither.',
  };
};

const explainRest = ({ lines, line, column, code }: YamlError): Explanation | undefined => {
  const text = lines[line] ?? '';
  if (code !== 'UNEXPECTED_TOKEN' || !/(["']).*\1/.test(text.slice(0, column))) return undefined;
  return {
    line,
    message: `After a closing quotation mark follows ${quote(text.slice(column))}.`,
    hint: "Put the whole text between quotation marks; inside them, write \\\" for \" and '' for '.",
  };
};

const explainBracket = (error: YamlError): Explanation | undefined => {
  const { lines, line, message } = error;
  const [, extra] = /(?:flow-(?:seq|map)-end).*"([\]}])"/.exec(message) ?? [];
  if (extra)
    return {
      line,
      message: `${quote(lines[line] ?? '')} has a "${extra}" that closes nothing.`,
      hint: 'Remove it, or open it before.',
    };
  const [, open, close] = /Flow (?:(?:sequence|map) in|(?:sequence|map)).*?()([\]}])/.exec(message) ?? [];
  if (open === undefined || close === undefined) return undefined;
  const sign = close === ']' ? '[' : '{';
  const place = findLine(error, (text) => text.lastIndexOf(sign) > text.lastIndexOf(close));
  return {
    line: Math.max(0, place),
    message: `${quote(lines[Math.max(0, place)] ?? '')} opens a "${sign}" that is never closed.`,
    hint: `Close it with "${close}".`,
  };
};

const explainColon = ({ lines, line, code }: YamlError): Explanation | undefined => {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const text = lines[line] ?? '';
  if (/:\s.*:(?:\s|$)/.test(text))
    return {
      line,
      message: `${quote(toValue(text))} holds a colon with a space behind it, which ends a key.`,
      hint: `Put the text between quotation marks: ${inQuotes(text)}.`,
    };
  return explainIndent(lines, lines[line + 1]?.trim() ? line + 1 : line);
};

const explainIndent = (lines: readonly string[], line: number): Explanation => ({
  line,
  message: `${quote(lines[line] ?? '')} does not start in the column of the keys above it.`,
  hint: 'Indent all keys of a record by the same number of spaces; a new record starts with "- ".',
});

const explainColumn = ({ lines, line, message }: YamlError): Explanation | undefined =>
  /same column|without - indicator/.test(message) ? explainIndent(lines, line) : undefined;

const explainDuplicate = (error: YamlError): Explanation | undefined => {
  if (error.code !== 'DUPLICATE_KEY') return undefined;
  const key = /^[^:]*/.exec((error.lines[error.line] ?? '').slice(error.column))?.[0] ?? '';
  return {
    line: error.line,
    message: `The key "${key.trim()}" stands twice in one record.`,
    hint: 'Keep one of the two; a new record starts with "- ".',
  };
};

const explainEscape = ({ line, message, code }: YamlError): Explanation | undefined =>
  code === 'BAD_DQ_ESCAPE'
    ? {
        line,
        message: `${quote(message.replace(/^.*sequence /, ''))} means nothing between double quotation marks.`,
        hint: 'Write a backslash as "\\\\", or take single quotation marks.',
      }
    : undefined;

const explainSign = ({ lines, line, column, code }: YamlError): Explanation | undefined => {
  const text = lines[line] ?? '';
  const value = toValue(text);
  if (code !== 'BAD_SCALAR_START' && !(code === 'UNEXPECTED_TOKEN' && /^[>|-]/.test(value))) return undefined;
  const sign = code === 'BAD_SCALAR_START' ? (text[column] ?? '') : (value[0] ?? '');
  return {
    line,
    message: `${quote(value)} starts with "${sign}", which has a meaning of its own in YAML.`,
    hint: `Put the text between quotation marks: ${inQuotes(text)}.`,
  };
};

const explainKey = ({ lines, line, code }: YamlError): Explanation | undefined => {
  if (code !== 'MISSING_CHAR' && code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'UNEXPECTED_TOKEN') return undefined;
  const place = [line, line + 1].find((at) => lines[at]?.trim() && !/:(?:\s|$)/.test(lines[at] ?? ''));
  if (place === undefined) return undefined;
  const text = (lines[place] ?? '').replace(/^\s*- /, '');
  const isGlued = /^\s*[\w-]+:\S/.test(text);
  return {
    line: place,
    message: isGlued ? `${quote(text)} has no space behind its colon.` : `${quote(text)} is no key with a value.`,
    hint: 'Write the key, a colon, a space and the value, as in: today: "15".',
  };
};

const explainDocument = ({ line, code }: YamlError): Explanation | undefined =>
  code === 'MULTIPLE_DOCS'
    ? { line, message: '"---" begins a second document.', hint: 'Remove the line; a file holds one document.' }
    : undefined;

const explainers = [
  explainTab,
  explainDocument,
  explainDuplicate,
  explainQuote,
  explainEscape,
  explainRest,
  explainBracket,
  explainColon,
  explainColumn,
  explainSign,
  explainKey,
];

/** Explains an error by the line that it stands on; gives its line from 1. */
export const explainYaml = (found: YamlError): Explanation => {
  // The parser finds some errors only at the end of the text, behind the line that they are in.
  const line = Math.max(
    0,
    findLine(found, (text) => text.trim() !== ''),
  );
  const error = line === found.line ? found : { ...found, line, column: 0 };
  for (const explain of explainers) {
    const explanation = explain(error);
    if (explanation) return { ...explanation, line: explanation.line + 1 };
  }
  return {
    line: line + 1,
    message: `${quote(error.lines[line] ?? '')} cannot be read as YAML.`,
    hint: 'Write one "key: value" a line; texts that contain ": " or " #" need quotation marks.',
  };
};

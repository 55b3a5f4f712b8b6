import { toShort } from '../../lib/text.ts';
import type { Rule } from '../issue.ts';

/** What is wrong with a diagram's source, in words for its author. */
export class DiagramProblem extends Error {
  /** Permanent id of the rule that is broken. */
  readonly rule: Rule;
  /** What the author should do next. */
  readonly advice: string;
  /** Line of the source, from 1, where it is known. */
  readonly line: number | undefined;

  constructor(rule: Rule, message: string, advice: string, line?: number) {
    super(message);
    this.rule = rule;
    this.advice = advice;
    this.line = line;
  }
}

/** The problem of a source of a type that is not drawn here. */
export function toTypeProblem(type: string): DiagramProblem {
  return new DiagramProblem(
    'unknown-diagram-type',
    `Diagrams of the type "${type}" are not drawn in this guide.`,
    'Start the file with "flowchart TB", "flowchart LR" or "sequenceDiagram".',
  );
}

/** The place of a bracket or quotation mark that its line does not close; Mermaid only finds it where the source ends. */
function findUnclosed(lines: readonly string[]): number {
  const count = (line: string, signs: RegExp): number => line.match(signs)?.length ?? 0;
  return lines.findIndex((line) => count(line, /[[({]/g) !== count(line, /[\])}]/g) || count(line, /"/g) % 2 === 1);
}

/** The problem of a source that Mermaid refuses, from Mermaid's own message, which is about its grammar and not about the line. */
export function toSyntaxProblem(message: string, source: string): DiagramProblem {
  const lines = source.trimEnd().split('\n');
  const [, named] = /on line (\d+)/.exec(message) ?? [];
  // Mermaid also names lines before the first and past the last.
  const last = named === undefined ? undefined : Math.max(1, Math.min(Number(named), lines.length));
  const unclosed = lines[0]?.startsWith('flowchart') ? findUnclosed(lines) : -1;
  const line = unclosed < 0 ? last : unclosed + 1;
  return new DiagramProblem(
    'diagram-syntax',
    line === undefined
      ? `Mermaid cannot read it: ${message.split('\n')[0]}`
      : `Mermaid cannot read "${toShort((lines[line - 1] ?? '').trim())}".`,
    'Close every bracket and quotation mark; all else is at https://mermaid.js.org/intro/syntax-reference.html.',
    line,
  );
}

/** The problem of a drawing that failed for another reason than its author's words. */
export function toProblem(error: unknown): DiagramProblem {
  if (error instanceof DiagramProblem) return error;
  const what = error instanceof Error ? error.message : String(error);
  return new DiagramProblem('diagram-fault', what, 'Draw it with simpler means, or mend src/build/diagrams/.');
}

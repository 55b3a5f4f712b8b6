/** What is wrong with a diagram's source, in words for its author. */
export class DiagramProblem extends Error {
  /** Permanent id of the rule that is broken. */
  readonly rule: string;
  /** What the author should do next. */
  readonly advice: string;
  /** Line of the source, from 1, where it is known. */
  readonly line: number | undefined;

  constructor(rule: string, message: string, advice: string, line?: number) {
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

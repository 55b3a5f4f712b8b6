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

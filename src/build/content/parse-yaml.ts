import { type Fault, type Path, type Piece, parsePiece } from './yaml-piece.ts';

/** YAML as values, with the place of each. */
export interface Parsed {
  /** Undefined when nothing could be read. */
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The line of the last thing on the way that exists. */
  readonly lineOf: (...path: Path) => number;
  /** A value as its author wrote it. */
  readonly sourceOf: (path: Path) => string | undefined;
  /** The first keys, or the ids of records, in what could not be read. */
  readonly broken: readonly string[];
}

interface Chunk {
  readonly lines: readonly string[];
  /** The number of its first line in the file. */
  readonly first: number;
}

/** Cuts YAML before each record of a list, or each key of a record, that stands at the start of a line. */
const toChunks = (text: string, first: number): Chunk[] => {
  const lines = text.split('\n');
  const isList = lines.some((line) => /^-(?:\s|$)/.test(line));
  const begins = isList ? /^-(?:\s|$)/ : /^[^\s#\-\]}]/;
  const starts = lines.flatMap((line, index) => (index === 0 || begins.test(line) ? [index] : []));
  return starts.map((start, index) => ({ lines: lines.slice(start, starts[index + 1]), first: first + start }));
};

/** What a chunk is about: a record's id, or its first key. */
const toName = ({ lines }: Chunk): string[] => {
  const text = lines.join('\n');
  const [, name] = /^(?:- | {2})id: *["']?([\w.-]+)/m.exec(text) ?? /^["']?([\w.-]+)["']? *:/.exec(text) ?? [];
  return name === undefined ? [] : [name];
};

const toParsed = (piece: Piece, before: readonly Fault[] = [], broken: readonly string[] = []): Parsed => ({
  ...piece,
  faults: [...before, ...piece.faults],
  lineOf: (...path) => piece.toLines(path).at(-1) ?? 1,
  broken,
});

/**
 * Parses YAML. What is wrong in one record of a list, or in one key of a record, does not hide the others.
 *
 * @param first the number of its first line in the file
 */
export const parseYaml = (text: string, first = 1): Parsed => {
  const whole = parsePiece(text, first);
  if (whole.faults.length === 0) return toParsed(whole);
  const chunks = toChunks(text, first).map((chunk) => ({
    ...chunk,
    faults: parsePiece(chunk.lines.join('\n'), chunk.first).faults,
  }));
  const bad = chunks.filter(({ faults }) => faults.length > 0);
  if (bad.length === 0) return toParsed(whole, [], chunks.flatMap(toName));
  const rest = chunks.flatMap(({ lines, faults }) => (faults.length > 0 ? lines.map(() => '') : lines));
  const piece = parsePiece(rest.join('\n'), first);
  const broken = piece.faults.length > 0 ? chunks : bad;
  return toParsed(
    piece,
    bad.flatMap(({ faults }) => faults),
    broken.flatMap(toName),
  );
};

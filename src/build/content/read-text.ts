import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findHiddenCharacters, toCodePoint, toVisible } from '../../lib/hidden-characters.ts';
import { toShort } from '../../lib/text.ts';
import type { Issue } from '../issue.ts';

/** The largest content file that is read, in bytes: several times what a long page has. */
const largest = 256 * 1024;

type Fault = Pick<Issue, 'rule' | 'line' | 'message' | 'hint'>;

const emptyHints: readonly [RegExp, string][] = [
  [/\.mdx?$/, 'Begin it with its front matter between two lines "---", or remove the file.'],
  [/\.yaml$/, 'Write its records, or remove the file.'],
  [/\.mmd$/, 'Begin it with "flowchart LR" or "sequenceDiagram", or remove the file.'],
];

const decode = (bytes: Uint8Array, fatal: boolean): string => new TextDecoder('utf-8', { fatal }).decode(bytes);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    decode(bytes, true);
    return true;
  } catch {
    return false;
  }
};

/** The lines of a file as bytes; a line feed is one byte in UTF-8, and part of no other character. */
const toByteLines = (bytes: Buffer): Buffer[] => {
  const lines: Buffer[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    lines.push(bytes.subarray(start, end < 0 ? bytes.length : end));
    start = end < 0 ? bytes.length + 1 : end + 1;
  }
  return lines;
};

const toMore = (count: number): string =>
  count === 0 ? '' : ` The same is true of ${count} more ${count === 1 ? 'line' : 'lines'}.`;

const findEncodingFault = (bytes: Buffer): Fault | undefined => {
  const rule = 'bad-encoding';
  const [first = 1, second = 1] = bytes;
  // Without a mark, UTF-16 shows by the zero beside its first letter.
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first * second === 0)
    return { rule, line: 1, message: 'The file is UTF-16 text.', hint: 'Save it as UTF-8.' };
  if (isUtf8(bytes)) return undefined;
  const wrong = toByteLines(bytes).flatMap((line, index) => (isUtf8(line) ? [] : [{ line, number: index + 1 }]));
  const words = toShort(
    decode(wrong[0]?.line ?? bytes, false)
      .replaceAll('\ufffd', '?')
      .trim(),
  );
  return {
    rule,
    line: wrong[0]?.number ?? 1,
    message: `"${words}" is not UTF-8 text.${toMore(Math.max(0, wrong.length - 1))}`,
    hint: 'Save the file as UTF-8; a "?" stands for what cannot be read.',
  };
};

const toKind = (character: string): string => {
  if (character === '\ufffd') return 'the mark of a character that was lost';
  if (/\p{Bidi_Control}/u.test(character)) return 'a character that turns the direction of the text';
  return /\p{Cc}/u.test(character) ? 'a control character' : 'a character that nobody sees';
};

/** One fault for each hidden character, on the first line that holds it. */
const findCharacterFaults = (text: string): Fault[] => {
  const lines = new Map<string, Set<number>>();
  for (const [index, line] of text.split('\n').entries())
    for (const character of findHiddenCharacters(line))
      lines.set(character, (lines.get(character) ?? new Set()).add(index + 1));
  return [...lines].map(([character, [first = 1, ...others]]) => ({
    rule: 'bad-character',
    line: first,
    message: `The line holds ${toCodePoint(character)}, ${toKind(character)}.${toMore(others.length)}`,
    hint:
      character === '\r'
        ? 'End lines with a line feed, or with a carriage return and a line feed.'
        : character === '\ufffd'
          ? 'Write the character that was meant.'
          : 'Remove it.',
  }));
};

/**
 * Reads a content file.
 *
 * @param root the project's folder
 * @param file the file below it
 * @returns what is wrong with the file as text, and the text without what is wrong in it, or undefined when there is none
 */
export const readText = (root: string, file: string): { text: string | undefined; issues: Issue[] } => {
  const fail = (fault: Fault): { text: undefined; issues: Issue[] } => ({
    text: undefined,
    issues: [{ file, ...fault }],
  });
  const path = join(root, file);
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > largest)
      return fail({
        rule: 'too-large',
        line: 1,
        message: `The file has ${Math.ceil(size / 1024)} kB.`,
        hint: `Expected: at most ${largest / 1024} kB. Split it into several pages.`,
      });
    bytes = readFileSync(path);
  } catch (error) {
    const message = `The file cannot be read: ${(error as Error).message}.`;
    return fail({ rule: 'bad-encoding', line: 1, message, hint: 'Give yourself the right to read it.' });
  }
  const fault = findEncodingFault(bytes);
  if (fault) return fail(fault);
  const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const issues: Issue[] = [];
  if (raw.startsWith('\ufeff'))
    issues.push({
      rule: 'bad-encoding',
      file,
      line: 1,
      message: 'The file starts with a byte order mark (U+FEFF).',
      hint: 'Save it as UTF-8 without one.',
    });
  const text = raw.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  issues.push(...findCharacterFaults(text).map((found) => ({ file, ...found })));
  const visible = toVisible(text);
  if (visible.trim() !== '') return { text: visible, issues };
  if (issues.length === 0) {
    const hint = emptyHints.find(([ending]) => ending.test(file))?.[1] ?? 'Remove the file.';
    issues.push({ rule: 'empty-file', file, line: 1, message: 'The file is empty.', hint });
  }
  return { text: undefined, issues };
};

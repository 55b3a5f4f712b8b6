/** Says in an author's words why MDX cannot be read, and mends it so far that the rest of the page can be. */
import { toShort } from '../../lib/text.ts';
import type { Issue } from '../issue.ts';

/** What is wrong, and how the source would read without it, so that the rest can be parsed. */
export interface MdxFault extends Pick<Issue, 'line' | 'message' | 'hint'> {
  readonly mended: string;
}

/** Where a fault stands. */
interface Place {
  readonly match: readonly string[];
  readonly before: string;
  readonly wrong: string;
  readonly after: string;
}

interface Rule {
  readonly pattern: RegExp;
  /** What the fault starts with; the parser may point behind it. */
  readonly sign: string;
  /** How much of the line is wrong. */
  readonly extent: RegExp;
  /** What stands there instead, and what follows then; nothing and the same by default. */
  readonly mend?: (place: Place) => readonly [string, string];
  readonly explain: (found: string, match: readonly string[]) => Pick<Issue, 'message' | 'hint'>;
}

const braces = 'In prose a brace is written \\{, or stands in `code`.';
const component =
  'A component is <Name key="value" /> or <Name>…</Name>; in prose "<" is written &lt;, or stands in `code`.';

const rules: readonly Rule[] = [
  {
    pattern: /^Unexpected character `!`/,
    sign: '<!',
    extent: /^<!/,
    explain: (found) => ({
      message: `"${found}" is HTML, which has no place in a page.`,
      hint: 'Leave comments and HTML out; in prose "<" is written &lt;.',
    }),
  },
  {
    pattern: /^Unexpected character/,
    sign: '<',
    extent: /^<+[A-Z]?\w*/,
    // The closing tag has lost what it closes.
    mend: ({ wrong, after }) => ['', /[A-Z]/.test(wrong) ? after.replace(`${wrong.replace('<', '</')}>`, '') : after],
    explain: (found) => ({
      message: `"${/^<[^A-Z]/.test(found) ? found.replace(/\s.*/s, '') : found}" is no component.`,
      hint: /^<[A-Z]/.test(found)
        ? 'Write <Name key="value" />, with straight quotation marks around each value and ">" at the end.'
        : component,
    }),
  },
  {
    pattern: /^(?:Unexpected end of file in expression|Could not parse expression)/,
    sign: '{',
    extent: /^\{[^{}]*\}|^\{+/,
    explain: (found) => ({ message: `"${found}" opens a brace, and pages hold no expressions.`, hint: braces }),
  },
  {
    pattern: /^Expected a closing tag for `<(.*?)>`/,
    sign: '<',
    extent: /^<[^>]*>/,
    explain: (_, [, name = '']) => ({
      message: `<${name}> is not closed where its paragraph, list item or page ends.`,
      hint: `Write </${name}> in the same paragraph, or both tags on lines of their own.`,
    }),
  },
  {
    pattern: /^Unexpected closing tag `<\/(.*?)>`, expected corresponding closing tag for `<(.*?)>` \((\d+):(\d+)\)/,
    sign: '<',
    extent: /^<[^>]*>/,
    // Two tags that are crossed change places; else one closing tag is missing, or misspelled.
    mend: ({ match: [, closed = '', open = ''], before, after }) => {
      const tag = `</${open}>`;
      if (after.includes(tag)) return [tag, after.replace(tag, `</${closed}>`)];
      return [before.includes(`<${closed}>`) ? `${tag}</${closed}>` : tag, after];
    },
    explain: (_, [, closed = '', open = '', line = '']) => ({
      message: `</${closed}> stands where </${open}> is expected.`,
      hint: `Close <${open}> of line ${line} first.`,
    }),
  },
  {
    pattern: /^Unexpected closing tag `<\/(.*?)>`/,
    sign: '<',
    extent: /^<[^>]*>/,
    explain: (_, [, name = '']) => ({
      message: `</${name}> closes nothing.`,
      hint: `Write <${name}> before the text, or remove it.`,
    }),
  },
  {
    pattern: /^Expected the closing tag `<\/(.*?)>`/,
    sign: '<',
    extent: /^<[^>]*>/,
    explain: (_, [, name = '']) => ({
      message: `</${name}> stands in another paragraph than <${name}>.`,
      hint: 'Write both tags in one paragraph, or both on lines of their own.',
    }),
  },
];

/** The offset of a line and column, both from 1. */
const toOffset = (source: string, line: number, column: number): number =>
  source
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, text) => sum + text.length + 1, 0) +
  column -
  1;

/**
 * Explains the parser's error.
 *
 * @param error its message, as in `12:3: Unexpected …`
 */
export const explainMdx = (error: string, source: string): MdxFault => {
  const [, line = '1', column = '1', message = error] = /^(\d+):(\d+): (.*)$/s.exec(error) ?? [];
  const rule = rules.find(({ pattern }) => pattern.test(message));
  const match = rule?.pattern.exec(message) ?? [];
  const at = toOffset(source, Number(line), Number(column));
  const start = rule && !source.startsWith(rule.sign, at) ? Math.max(0, source.lastIndexOf(rule.sign, at)) : at;
  const [before, [rest = '']] = [source.slice(0, start), source.slice(start).split('\n')];
  const [found] = /^(?:\{[^{}]*\}|<[^<>]*>)/.exec(rest) ?? [rest.trim()];
  const words = rule?.explain(toShort(found), match) ?? {
    message: `"${toShort(rest.trim())}" cannot be read as MDX.`,
    hint: component,
  };
  const [wrong = ''] = rule?.extent.exec(rest) ?? [];
  const after = source.slice(start + wrong.length);
  const [instead, following] = rule?.mend?.({ match, wrong, before, after }) ?? [' '.repeat(wrong.length), after];
  return { ...words, line: before.split('\n').length, mended: `${before}${instead}${following}` };
};

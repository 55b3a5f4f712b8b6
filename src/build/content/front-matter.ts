import { toShort } from '../../lib/text.ts';
import type { Issue } from '../issue.ts';

/** A line that Astro takes for a fence of front matter, whatever follows on it. */
const fence = /^(?:---|\+\+\+)/;

/** Splits a file into its front matter and its body; undefined where there is no whole front matter at its start. */
export const splitFrontMatter = (source: string): { matter: string; body: string } | undefined => {
  const [first, ...lines] = source.split(/\r?\n/);
  const end = lines.findIndex((line) => fence.test(line));
  if (first !== '---' || lines[end] !== '---') return undefined;
  return { matter: lines.slice(0, end).join('\n'), body: lines.slice(end + 1).join('\n') };
};

/** Says why a file has no whole front matter at its start. */
export const toFrontMatterFault = (source: string): Pick<Issue, 'line' | 'message' | 'hint'> => {
  const [first = '', ...lines] = source.split('\n');
  if (first !== '---')
    return {
      line: 1,
      message: first.trim() === '' ? 'The first line is empty.' : `The first line is "${toShort(first)}".`,
      hint: 'Expected: "---", then the front matter, then "---" on a line of its own.',
    };
  const end = lines.findIndex((line) => fence.test(line));
  return {
    line: end < 0 ? 1 : end + 2,
    message:
      end < 0
        ? 'The front matter that begins here never ends.'
        : `"${toShort(lines[end] ?? '')}" does not end the front matter.`,
    hint: 'Write "---" and nothing else on the line after its last key.',
  };
};

import type { Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Issue } from '../issue.ts';
import { explainMdx } from './mdx-words.ts';
import { findTooDeep, toLine } from './tree.ts';

/** Levels of lists, quotations and components in one another; two or three are common. */
const deepest = 100;
/** Errors of one page that are told in one run. */
const most = 20;

type Fault = Pick<Issue, 'rule' | 'line' | 'message' | 'hint'>;

/** As Astro sets it, so that headings get the same anchors. */
const features = { smartPunctuation: true };

const parse = (source: string, isMdx: boolean): { root: Root } | { error: string } => {
  try {
    return { root: (isMdx ? mdxToMdast : markdownToMdast)(source, { features }) as Root };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

/**
 * Parses a page of Markdown or MDX. The parser stops at its first error; what is wrong is mended until it reads the rest.
 *
 * @returns the tree, if there is one, and all that is wrong
 */
export const parseMarkup = (source: string, isMdx: boolean): { root: Root | undefined; faults: Fault[] } => {
  const faults: Fault[] = [];
  for (let text = source; faults.length < most; ) {
    const parsed = parse(text, isMdx);
    if ('root' in parsed) {
      const node = findTooDeep(parsed.root, deepest);
      if (!node) return { root: parsed.root, faults };
      const message = `Lists, quotations or components stand more than ${deepest} deep in one another.`;
      return {
        root: undefined,
        faults: [...faults, { rule: 'too-large', line: toLine(node), message, hint: 'Write it flatter.' }],
      };
    }
    const { mended, ...fault } = explainMdx(parsed.error, text);
    faults.push({ rule: 'mdx-syntax', ...fault });
    if (mended === text) break;
    text = mended;
  }
  return { root: undefined, faults };
};

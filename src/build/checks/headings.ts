import { slug } from 'github-slugger';
import { endParts } from '../../lib/end-parts.ts';
import { toShort } from '../../lib/text.ts';
import type { Text } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** Anchors that something else on a page has already. */
const taken = [...endParts({ facts: [0], questions: [0], sources: [0] }).map((part) => part.slug), 'content', 'tree'];

const findRepeated = ({ file, headings }: Text): Issue[] => {
  const first = new Map<string, number>();
  return headings.flatMap(({ text, line }) => {
    // The site numbers repeated anchors; what they are before that decides.
    const anchor = slug(text);
    const before = first.get(anchor);
    if (before === undefined) first.set(anchor, line);
    if (before === undefined && !taken.includes(anchor)) return [];
    const message =
      before === undefined
        ? `The heading "${toShort(text)}" would have the address "#${anchor}", which the page needs for something else.`
        : `The heading "${toShort(text)}" stands on line ${before} already.`;
    const hint = 'Word one of them differently, so that each has its own address.';
    return [{ rule: 'duplicate-heading', file, line, message, hint }];
  });
};

/** No two headings of a page have one address. */
export const checkHeadings: Check = ({ texts }) => texts.flatMap(findRepeated);

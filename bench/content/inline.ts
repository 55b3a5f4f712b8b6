import { toDate, toPieces } from '../../src/lib/text.ts';
import type { Fact } from '../../src/schemas/fact.ts';
import { site } from '../../src/site.ts';

const words = { current: 'unchanged', changed: 'changed', retired: 'gone', corrected: 'never held' };

/** A line of YAML text as Markdown: its code stays code, nothing else becomes markup, and it fits into a table. */
export const toMarkdown = (text: string): string =>
  toPieces(text)
    .map((piece) => (piece.code ? `\`${piece.text}\`` : piece.text.replaceAll(/[\\*_<[\]]/g, String.raw`\$&`)))
    .join('')
    .replaceAll('|', String.raw`\|`);

/** A row of a Markdown table. */
export const toRow = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Since when a fact differs from the notes, as in "changed December 2020". */
export const toChange = ({ status, since }: Fact): string =>
  [words[status], since && toDate(since)].filter(Boolean).join(' ');

/** A margin note as a quotation. */
export const toNote = (fact: Fact): string => {
  const source = fact.source ? ` · [source](${fact.source})` : '';
  return `> **${site.notesYear}** ${toMarkdown(fact.then ?? '')} *${toChange(fact)}*${source}`;
};

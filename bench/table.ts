/** A cell of a table. */
export type Cell = string | number;

/** A Markdown table; all columns but the first are aligned to the right. */
export const toTable = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

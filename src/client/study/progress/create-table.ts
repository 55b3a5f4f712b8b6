import { create } from '../../create.ts';

/**
 * Makes a table of progress.
 *
 * @param rows the first cell of each row is its heading
 */
export const createTable = (
  caption: string,
  heads: readonly (Node | string)[],
  rows: readonly (readonly (Node | string)[])[],
): HTMLTableElement =>
  create(
    'table',
    {},
    create('caption', { textContent: caption }),
    create('thead', {}, create('tr', {}, ...heads.map((head) => create('th', { scope: 'col' }, head)))),
    create(
      'tbody',
      {},
      ...rows.map(([first = '', ...cells]) =>
        create('tr', {}, create('th', { scope: 'row' }, first), ...cells.map((cell) => create('td', {}, cell))),
      ),
    ),
  );

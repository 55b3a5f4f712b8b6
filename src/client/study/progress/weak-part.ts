import { toSetQuery } from '../../../lib/practice-set.ts';
import type { Progress } from '../../../lib/progress.ts';
import { findWeakPages } from '../../../lib/tally.ts';
import { toCount } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { root } from '../../root.ts';
import { studyIndex } from '../study-index.ts';

/** The pages whose questions a reader gets wrong most, each with the ways to read it and to practice. */
export const createWeak = (progress: Progress): HTMLElement => {
  const items = findWeakPages(studyIndex.pages, progress).map(({ page: { id, title }, right, wrong }) =>
    create(
      'li',
      {},
      create('a', { href: `${root}${id}.html`, textContent: title }),
      create('span', { className: 'weak-share', textContent: ` ${right} of ${right + wrong} right` }),
      create('a', {
        href: `${root}practice/set.html${toSetQuery({ of: `page:${id}`, only: 'wrong' })}`,
        textContent: `Practice the ${toCount(wrong, 'question')} that you got wrong`,
      }),
    ),
  );
  const [text, list] =
    items.length > 0
      ? ['The lowest shares of right last answers, among the pages with at least three answered.', items]
      : ['No page stands out: this needs three answers on a page, one of them wrong.', []];
  return create(
    'section',
    {},
    create('h2', { id: 'weak', textContent: 'Worth reading again' }),
    create('p', { textContent: text }),
    ...(list.length > 0 ? [create('ol', { className: 'weak' }, ...list)] : []),
  );
};

import type { Progress } from '../../../lib/progress.ts';
import { toTally } from '../../../lib/tally.ts';
import { toCount } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { root } from '../../root.ts';
import { countDue } from '../cards/count-due.ts';
import { studyIndex } from '../study-index.ts';

const createRow = (term: string, ...value: readonly (Node | string)[]): HTMLElement =>
  create('div', {}, create('dt', { textContent: term }), create('dd', {}, ...value));

/** How many cards were reviewed, and once that is known, how many are due. */
const createCards = (progress: Progress): HTMLElement => {
  const { size } = progress.reviews;
  if (size === 0) return createRow('Cards', 'none reviewed');
  const due = create('span');
  void countDue(progress).then((count) => {
    if (count === undefined) return;
    const link = create('a', { href: `${root}practice/cards.html`, textContent: `${count} due now` });
    due.replaceChildren(', ', count > 0 ? link : 'none due now');
  });
  return createRow('Cards', `${size} reviewed`, due);
};

/** The sums of all that a reader did. */
export const createOverview = (progress: Progress): HTMLElement => {
  const { pages, read, questions, right, wrong } = toTally(studyIndex.pages, progress);
  const answered = right + wrong;
  const outcome = answered > 0 ? `: the last time ${right} right, ${wrong} wrong` : '';
  return create(
    'dl',
    { className: 'overview' },
    createRow('Sections and guides', `${read} of ${pages} read`),
    createRow('Questions', `${answered} of ${questions} answered${outcome}`),
    createCards(progress),
    createRow('Exams', progress.exams.length > 0 ? `${toCount(progress.exams.length, 'exam')} sat` : 'none sat'),
  );
};

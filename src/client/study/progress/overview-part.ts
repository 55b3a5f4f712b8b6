import type { Progress } from '../../../lib/progress.ts';
import { countCards, toTally } from '../../../lib/tally.ts';
import { toCount } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { root } from '../../root.ts';
import { studyIndex } from '../study-index.ts';

const createRow = (term: string, ...value: readonly (Node | string)[]): HTMLElement =>
  create('div', {}, create('dt', { textContent: term }), create('dd', {}, ...value));

const toCards = ({ reviewed, due }: ReturnType<typeof countCards>): (Node | string)[] => {
  if (reviewed === 0) return ['none reviewed'];
  const link = create('a', { href: `${root}practice/cards.html`, textContent: `${due} due now` });
  return [`${reviewed} reviewed, `, due > 0 ? link : 'none due now'];
};

/** The sums of all that a reader did. */
export const createOverview = (progress: Progress, now: number): HTMLElement => {
  const { pages, read, questions, right, wrong } = toTally(studyIndex.pages, progress);
  const answered = right + wrong;
  const outcome = answered > 0 ? `: the last time ${right} right, ${wrong} wrong` : '';
  return create(
    'dl',
    { className: 'overview' },
    createRow('Sections and guides', `${read} of ${pages} read`),
    createRow('Questions', `${answered} of ${questions} answered${outcome}`),
    createRow('Cards', ...toCards(countCards(progress, now))),
    createRow('Exams', progress.exams.length > 0 ? `${toCount(progress.exams.length, 'exam')} sat` : 'none sat'),
  );
};

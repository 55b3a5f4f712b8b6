import { toDuration } from '../../../lib/duration.ts';
import { findReading, toDomainScores, toPercent } from '../../../lib/exam-result.ts';
import type { ExamAnswer } from '../../../lib/study-events.ts';
import type { StudyExam, StudyIndex } from '../../../lib/study-index.ts';
import { create } from '../../create.ts';
import { root } from '../../root.ts';

const createTable = (name: string, titles: readonly string[], rows: readonly HTMLElement[]): HTMLElement => {
  const heads = titles.map((textContent) => create('th', { scope: 'col', textContent }));
  const table = create('table', {}, create('thead', {}, create('tr', {}, ...heads)), create('tbody', {}, ...rows));
  return create('div', { className: 'table-box', role: 'group', ariaLabel: name, tabIndex: 0 }, table);
};

const createRow = (head: Node | string, ...cells: readonly (Node | string)[]): HTMLElement =>
  create('tr', {}, create('th', { scope: 'row' }, head), ...cells.map((cell) => create('td', {}, cell)));

/** A bar for those who see; the figure stands beside it. */
const createShare = (percent: number): HTMLElement => {
  const bar = create('span', { className: 'exam-share', ariaHidden: 'true' });
  bar.style.setProperty('--share', `${percent}%`);
  return create('span', { className: 'exam-shares' }, bar, create('b', { textContent: `${percent} %` }));
};

/** The score for each domain of the exam. */
export const createDomainTable = (answers: readonly ExamAnswer[], exam: Pick<StudyExam, 'domains'>): HTMLElement =>
  createTable(
    'Score by domain',
    ['Domain of the exam', 'Right', 'Share'],
    toDomainScores(answers, exam).map((score) =>
      createRow(score.name, `${score.right} of ${score.of}`, createShare(toPercent(score))),
    ),
  );

/** The pages behind the misses, those with most misses first. */
export const createReading = (answers: readonly ExamAnswer[], { pages }: StudyIndex): HTMLElement =>
  create(
    'ol',
    {},
    ...findReading(answers, pages).map(({ page, misses }) =>
      create(
        'li',
        {},
        create('a', { href: `${root}${page.id}.html`, textContent: page.title }),
        ` (${misses}\u00a0missed)`,
      ),
    ),
  );

/** The id of a miss on the page. */
export const toMissId = (place: number): string => `miss-${place + 1}`;

/** All misses with the time that each took, leading to their reasons. */
export const createMissTable = (answers: readonly ExamAnswer[], { pages }: StudyIndex): HTMLElement =>
  createTable(
    'Missed questions',
    ['Question', 'From', 'Your time'],
    answers.flatMap(({ question, right, seconds }, place) =>
      right
        ? []
        : createRow(
            create('a', { href: `#${toMissId(place)}`, textContent: `Question ${place + 1}` }),
            pages.find(({ questions }) => questions.includes(question))?.title ?? 'no longer in the guide',
            toDuration(seconds),
          ),
    ),
  );

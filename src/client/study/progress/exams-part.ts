import { toDay, toDuration } from '../../../lib/duration.ts';
import type { Progress } from '../../../lib/progress.ts';
import { toDate } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { root } from '../../root.ts';
import { studyIndex } from '../study-index.ts';
import { createTable } from './create-table.ts';

/** The exams that a reader sat, the latest first, each with the way to its result. */
export const createExams = ({ exams }: Progress): HTMLElement => {
  const rows = exams.toReversed().map(({ key, at, exam, seconds, answers }) => {
    const right = answers.filter((answer) => answer.right).length;
    const share = answers.length > 0 ? ` (${Math.round((100 * right) / answers.length)} %)` : '';
    const href = `${root}practice/exam.html?result=${encodeURIComponent(key)}`;
    return [
      create('a', { href }, create('time', { dateTime: toDay(new Date(at)) }, toDate(toDay(new Date(at))))),
      studyIndex.exams.find(({ id }) => id === exam)?.code ?? exam,
      `${right} of ${answers.length}${share}`,
      toDuration(seconds),
    ];
  });
  const table = createTable('Exams that you sat', ['Day', 'Version', 'Right', 'Time'], rows);
  table.className = 'exams-sat';
  return create('section', {}, create('h2', { id: 'exams', textContent: 'Exams' }), table);
};

import { toClock } from '../../../lib/duration.ts';
import { type ExamSitting, isAnswered, toTimeLeft } from '../../../lib/exam-sitting.ts';
import { create } from '../../create.ts';
import { studyIndex } from '../study-index.ts';
import { createButton, createHeading, showView } from './view.ts';

/** Why an exam stands still. */
export type Standstill = 'paused' | 'asleep' | 'found' | 'elsewhere';

const words: Readonly<Record<Standstill, readonly [title: string, text: string, button: string]>> = {
  paused: ['Paused', 'The clock stands still, and the question is put away until you go on.', 'Go on'],
  asleep: ['Paused', 'This device slept, or the browser had stopped this page. That time does not count.', 'Go on'],
  found: ['An exam is waiting', 'It was kept when you left it, and the clock has stood still since.', 'Go on'],
  elsewhere: [
    'Open in another tab',
    'This exam is open in another tab or window. If you go on here, it stops there; nothing is lost.',
    'Go on here',
  ],
};

/** Shows how an exam stands that stands still, without its question. */
export const showWaiting = (sitting: ExamSitting, why: Standstill, goOn: () => void, giveUp: () => void): void => {
  const [title, text, button] = words[why];
  const answered = sitting.items.filter(isAnswered).length;
  const code = studyIndex.exams.find(({ id }) => id === sitting.exam)?.code ?? sitting.exam;
  const actions = create('p', { className: 'set-actions' }, createButton(button, 'button', goOn));
  if (why !== 'elsewhere') actions.append(createButton('Give up', 'check', giveUp));
  showView(
    'waiting',
    createHeading(title),
    create('p', {}, text),
    create('p', {}, `${code}: ${answered} of ${sitting.items.length} answered, ${toClock(toTimeLeft(sitting))} left.`),
    actions,
  );
};

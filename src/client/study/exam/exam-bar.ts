import { toClock } from '../../../lib/duration.ts';
import { type ExamSitting, toTimeLeft } from '../../../lib/exam-sitting.ts';
import { toCount } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import type { ExamPart } from './overview.ts';
import { createButton } from './view.ts';

/** The times at which a listener is told how much is left, in minutes. */
const announced = [30, 10, 5, 1];
const minute = 60_000;

/** The time left, which is seen all the time and heard rarely, and the buttons to flag and to pause. */
export const createBar = (flag: () => void, pause: () => void): ExamPart => {
  const clock = create('b');
  const timer = create(
    'p',
    { className: 'exam-time', role: 'timer' },
    create('span', { textContent: 'Time left ' }),
    clock,
  );
  const spoken = create('p', { className: 'exam-spoken', role: 'status' });
  const flagButton = createButton('Flag', 'check', flag);
  const element = create(
    'div',
    { className: 'exam-bar' },
    timer,
    spoken,
    flagButton,
    createButton('Pause', 'check', pause),
  );
  let before: ExamSitting | undefined;
  const showTime = (sitting: ExamSitting): void => {
    const left = toTimeLeft(sitting);
    const last = before ? toTimeLeft(before) : left;
    clock.textContent = toClock(left);
    timer.classList.toggle('is-low', left <= 5 * minute);
    const passed = announced.filter((minutes) => last > minutes * minute && left <= minutes * minute).at(-1);
    if (passed) spoken.textContent = `${toCount(passed, 'minute')} left.`;
  };
  const showFlag = ({ current, items }: ExamSitting): void => {
    const isFlagged = items[current]?.isFlagged ?? false;
    flagButton.ariaPressed = String(isFlagged);
    const was = before?.items[current]?.isFlagged ?? isFlagged;
    // The key works without the button, whose state is then not heard.
    if (was !== isFlagged) spoken.textContent = `Question ${current + 1} ${isFlagged ? '' : 'no longer '}flagged.`;
  };
  const show: ExamPart['show'] = (sitting) => {
    showTime(sitting);
    showFlag(sitting);
    before = sitting;
  };
  return { element, show };
};

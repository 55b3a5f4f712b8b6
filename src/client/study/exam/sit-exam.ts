import { changeCurrent, type ExamSitting, isAnswered } from '../../../lib/exam-sitting.ts';
import { toCount } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { ask, askToGiveUp } from './ask.ts';
import { createBar } from './exam-bar.ts';
import { keysText, listenToExamKeys } from './exam-keys.ts';
import { createExamQuestion, type ExamQuestion } from './exam-question.ts';
import { createOverview } from './overview.ts';
import { runSitting } from './run-sitting.ts';
import { createButton, createHeading, place, showView } from './view.ts';

/** The ways out of an exam that is being sat. */
export interface Exits {
  readonly pause: (sitting: ExamSitting, isAsleep: boolean) => void;
  /** Another tab went on with the exam. */
  readonly yieldTo: (sitting: ExamSitting) => void;
  readonly giveUp: () => void;
  /** @param isOver whether the time ran out */
  readonly handIn: (sitting: ExamSitting, isOver: boolean) => void;
}

const describeOpen = ({ items }: ExamSitting): string => {
  const open = items.filter((item) => !isAnswered(item)).length;
  const flagged = items.filter(({ isFlagged }) => isFlagged).length;
  const state = open > 0 ? `${toCount(open, 'question')} still open, which count as wrong.` : 'No question is open.';
  return `${state} ${flagged > 0 ? `${toCount(flagged, 'question')} flagged. ` : ''}After this nothing can be changed.`;
};

/**
 * Lets a reader sit an exam: one question at a time, the clock running.
 *
 * @returns a function that stops it where it is
 */
export const sitExam = (kept: ExamSitting, questions: ReadonlyMap<string, HTMLElement>, exits: Exits): (() => void) => {
  const total = kept.items.length;
  const slot = create('div', { className: 'exam-question' });
  let question: ExamQuestion | undefined;

  const leave = (exit: (sitting: ExamSitting) => void): void => {
    running.stop();
    exit(running.get());
  };
  const pause = (): void => {
    running.change((counted) => counted);
    leave((paused) => exits.pause(paused, false));
  };
  const flag = (): void =>
    running.change((counted) => changeCurrent(counted, { isFlagged: !counted.items[counted.current]?.isFlagged }));
  const handIn = async (): Promise<void> => {
    if (await ask('Hand in?', describeOpen(running.get()), 'Hand in')) leave((ended) => exits.handIn(ended, false));
  };
  const giveUp = async (): Promise<void> => {
    if (await askToGiveUp()) leave(exits.giveUp);
  };
  const goTo = (target: number): void => {
    if (target >= total) return void handIn();
    running.change((counted) => ({ ...counted, current: Math.max(0, target) }));
    showQuestion();
  };
  const next = (): void => goTo(running.get().current + 1);
  const previous = (): void => goTo(running.get().current - 1);
  const showQuestion = (): void => {
    const { items, current } = running.get();
    const item = items[current];
    const original = item && questions.get(item.question);
    if (!original) return;
    question = createExamQuestion(original, item, (chosen) =>
      running.change((counted) => changeCurrent(counted, { chosen })),
    );
    const heading = createHeading(`Question ${current + 1} of ${total}`);
    const back = createButton('Previous', 'check', previous);
    back.disabled = current === 0;
    const forth = createButton(current === total - 1 ? 'Hand in' : 'Next', 'button', next);
    slot.replaceChildren(heading, question.element, create('div', { className: 'exam-turn' }, back, forth));
    heading.focus();
  };

  const bar = createBar(flag, pause);
  const overview = createOverview(kept, goTo);
  const ends = [
    createButton('Hand in now', 'check', () => void handIn()),
    createButton('Give up', 'check', () => void giveUp()),
  ];
  const show = (sitting: ExamSitting): void => {
    bar.show(sitting);
    overview.show(sitting);
  };
  const running = runSitting(kept, {
    onChange: show,
    onAsleep: () => leave((asleep) => exits.pause(asleep, true)),
    onTakenOver: () => leave(exits.yieldTo),
    onOver: () => leave((ended) => exits.handIn(ended, true)),
  });
  const end = create('div', { className: 'exam-end' }, ...ends);
  showView('sitting', bar.element, slot, overview.element, end, create('p', { className: 'exam-keys' }, keysText));
  show(running.get());
  showQuestion();
  const keys = { choose: (choice: number) => question?.choose(choice), next, previous, flag };
  listenToExamKeys(place, keys, running.signal);
  return running.stop;
};

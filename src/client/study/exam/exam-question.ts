import type { SittingItem } from '../../../lib/exam-sitting.ts';
import { create } from '../../create.ts';
import { findChosen, makeChoosable, toLetter } from '../../question-choices.ts';

/** The question on the screen. */
export interface ExamQuestion {
  readonly element: HTMLElement;
  /** Chooses a choice, or takes it back where several may be chosen. */
  readonly choose: (place: number) => void;
}

const describeChosen = (chosen: readonly number[], choose: number): string => {
  const letters = chosen.length > 0 ? `Chosen: ${chosen.map(toLetter).join(', ')}` : '';
  return letters && choose > 1 ? `${letters} (${chosen.length} of ${choose})` : letters;
};

/** A question with its choices and without its reasons, showing what was chosen before. */
export const createExamQuestion = (
  original: HTMLElement,
  { chosen, choose }: SittingItem,
  onChange: (chosen: number[]) => void,
): ExamQuestion => {
  const list = create('ol', { className: 'questions' }, original.cloneNode(true));
  const question = list.firstElementChild as HTMLElement;
  const choosable = makeChoosable(question);
  question.querySelector('.answer')?.remove();
  const hint = create('p', { className: 'exam-chosen', role: 'status', textContent: describeChosen(chosen, choose) });
  question.append(hint);
  for (const place of chosen) choosable?.inputs[place]?.setAttribute('checked', '');
  choosable?.form.addEventListener('change', () => {
    const places = findChosen(choosable);
    hint.textContent = describeChosen(places, choose);
    onChange(places);
  });
  return { element: list, choose: (place) => choosable?.inputs[place]?.click() };
};

import { type ChoiceState, type Grade, grade } from '../lib/grading.ts';
import { create } from './create.ts';
import type { ChoosableQuestion } from './question-choices.ts';

const verdicts: Record<ChoiceState, string> = {
  right: 'Right, your choice:',
  wrong: 'Wrong, your choice:',
  missed: 'Right, not chosen:',
  left: 'Wrong:',
};

/** The reason that stands folded in the text, for its place under the choice. */
const createReason = (folded: HTMLElement | undefined, state: ChoiceState): HTMLElement => {
  const reason = create('p', { className: 'reason' });
  const copy = folded?.cloneNode(true) as HTMLElement | undefined;
  copy?.querySelector('b')?.replaceChildren(verdicts[state]);
  reason.append(...(copy?.childNodes ?? []));
  return reason;
};

const findRows = (question: HTMLElement): HTMLElement[] => [...question.querySelectorAll<HTMLElement>('.choices > li')];

/** Grades a question and puts under each choice why it is right or wrong; the choices can no longer be changed. */
export const showReasons = (
  question: HTMLElement,
  { choices, fieldset }: ChoosableQuestion,
  chosen: readonly number[],
): Grade => {
  const folded = [...question.querySelectorAll<HTMLElement>('.answer li')];
  const graded = grade(choices, chosen);
  for (const [place, row] of findRows(question).entries()) {
    const state = graded.states[place] ?? 'left';
    row.append(createReason(folded[place], state));
    row.setAttribute('data-state', state);
  }
  question.dataset['outcome'] = graded.outcome === 'right' ? 'right' : 'wrong';
  fieldset.disabled = true;
  return graded;
};

/** Takes the reasons away again. */
export const hideReasons = (question: HTMLElement, { fieldset }: ChoosableQuestion): void => {
  for (const row of findRows(question)) {
    row.querySelector('.reason')?.remove();
    row.removeAttribute('data-state');
  }
  delete question.dataset['outcome'];
  fieldset.disabled = false;
};

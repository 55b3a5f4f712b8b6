/** What became of one choice: chosen and right, chosen and wrong, right but not chosen, rightly left alone. */
export type ChoiceState = 'right' | 'wrong' | 'missed' | 'left';

/** What an answer to a question is worth. */
export interface Grade {
  /** Incomplete as long as fewer choices are chosen than are right. */
  readonly outcome: 'right' | 'wrong' | 'incomplete';
  /** One state for each choice, in the order of the choices. */
  readonly states: readonly ChoiceState[];
}

const toState = (isCorrect: boolean, isChosen: boolean): ChoiceState =>
  isChosen ? (isCorrect ? 'right' : 'wrong') : isCorrect ? 'missed' : 'left';

/**
 * Grades an answer as the exam does: all right choices and no others, without points for a part.
 *
 * @param chosen the places of the chosen choices, from 0; their order and repetitions do not matter
 */
export const grade = (choices: readonly { readonly correct: boolean }[], chosen: readonly number[]): Grade => {
  const states = choices.map(({ correct }, index) => toState(correct, chosen.includes(index)));
  const count = (...wanted: ChoiceState[]): number => states.filter((state) => wanted.includes(state)).length;
  const missing = count('missed') - count('wrong');
  return { outcome: missing > 0 ? 'incomplete' : count('missed', 'wrong') > 0 ? 'wrong' : 'right', states };
};

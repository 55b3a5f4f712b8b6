import { create } from './create.ts';

/** A question whose choices can be ticked; it does not say yet which are right. */
export interface ChoosableQuestion {
  readonly form: HTMLFormElement;
  readonly fieldset: HTMLFieldSetElement;
  readonly inputs: readonly HTMLInputElement[];
  /** Which choices are right, in their order. */
  readonly choices: readonly { readonly correct: boolean }[];
  /** The letters of the right choices. */
  readonly letters: readonly string[];
}

export const toLetter = (place: number): string => String.fromCodePoint(65 + place);

/** Which choices of a question are right, as its folded answer says. */
export const readChoices = (question: Element): { correct: boolean }[] =>
  [...question.querySelectorAll('.answer li')].map(({ classList }) => ({ correct: classList.contains('right') }));

/** Puts a box to tick before a choice; the row's own text becomes its label. Counters would not be spoken with it. */
const addInput = (row: HTMLElement, letter: string, type: string, name: string): HTMLInputElement => {
  const input = create('input', { type, name });
  const label = create('label');
  label.append(input, create('span', { className: 'choice-letter', textContent: `${letter}.` }), ...row.childNodes);
  row.append(label);
  return input;
};

/** The places of the choices that are ticked, from 0. */
export const findChosen = ({ inputs }: ChoosableQuestion): number[] =>
  inputs.flatMap(({ checked }, place) => (checked ? place : []));

/** Makes the choices of a question a form. The folded answers stay in the page for paper. */
export const makeChoosable = (question: HTMLElement): ChoosableQuestion | undefined => {
  const stem = question.querySelector('.stem');
  const list = question.querySelector('.choices');
  const choices = readChoices(question);
  if (!stem || !list || choices.length === 0) return undefined;
  const letters = choices.flatMap(({ correct }, place) => (correct ? toLetter(place) : []));
  const type = letters.length === 1 ? 'radio' : 'checkbox';
  const inputs = [...list.querySelectorAll('li')].map((row, place) =>
    addInput(row, toLetter(place), type, question.id),
  );
  const fieldset = create('fieldset');
  stem.id = `${question.id}-stem`;
  fieldset.setAttribute('aria-labelledby', stem.id);
  const form = create('form');
  list.before(form);
  fieldset.append(list);
  form.append(fieldset);
  return { form, fieldset, inputs, choices, letters };
};

import { grade } from '../lib/grading.ts';
import { create } from './create.ts';
import { findChosen, makeChoosable } from './question-choices.ts';
import { hideReasons, showReasons } from './question-reasons.ts';

/** The detail of a `question-answered` event, which bubbles up from the question. */
export interface QuestionAnswered {
  /** The question's permanent id. */
  readonly id: string;
  readonly right: boolean;
}

/** Makes the text of a question a form that says at once what was right, and why. */
export const makeAnswerable = (question: HTMLElement): void => {
  const link = question.querySelector('.answer a')?.cloneNode(true);
  const choosable = link && makeChoosable(question);
  if (!link || !choosable) return;
  const { form, fieldset, inputs, choices, letters } = choosable;
  const isOne = letters.length === 1;

  const result = create('p', { className: 'result', role: 'status', tabIndex: -1 });
  const button = create('button', { className: 'check', textContent: 'Check' });
  const hint = create('span', { className: 'hint', textContent: `Keys 1 to ${inputs.length} choose, Enter checks` });
  const actions = create('div', { className: 'actions' }, button, hint);
  form.prepend(result);
  form.append(actions);

  const check = (): void => {
    const chosen = findChosen(choosable);
    if (grade(choices, chosen).outcome === 'incomplete' || chosen.length > letters.length) {
      const wanted = question.querySelector('.stem b')?.textContent ?? ' Choose one.';
      result.textContent = `${chosen.length || 'Nothing'} chosen.${wanted}`;
      inputs[chosen[0] ?? 0]?.focus();
      return;
    }
    const right = showReasons(question, choosable, chosen).outcome === 'right';
    button.textContent = 'Try again';
    hint.replaceWith(link);
    const solution = `Wrong. The right ${isOne ? 'choice is' : 'choices are'} ${letters.join(' and ')}.`;
    result.textContent = right ? 'Right.' : solution;
    result.focus();
    const detail: QuestionAnswered = { id: question.id.replace('question-', ''), right };
    question.dispatchEvent(new CustomEvent('question-answered', { bubbles: true, detail }));
  };
  const tryAgain = (): void => {
    form.reset();
    hideReasons(question, choosable);
    button.textContent = 'Check';
    actions.replaceChild(hint, link);
    result.textContent = '';
    inputs[0]?.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (fieldset.disabled) tryAgain();
    else check();
  });
  form.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
    const input = inputs[Number(key) - 1];
    if (!input || fieldset.disabled || ctrlKey || altKey || metaKey) return;
    input.focus();
    input.click();
  });
};

/** Lets a reader answer the questions of a page: choose, check, and see why each choice is right or wrong. */
export const answerQuestions = (): void => {
  for (const question of document.querySelectorAll<HTMLElement>('.question')) makeAnswerable(question);
};

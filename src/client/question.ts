import { type ChoiceState, grade } from '../lib/grading.ts';
import { create } from './create.ts';

/** The detail of a `question-answered` event, which bubbles up from the question. */
export interface QuestionAnswered {
  /** The question's permanent id. */
  readonly id: string;
  readonly right: boolean;
}

const verdicts: Record<ChoiceState, string> = {
  right: 'Right, your choice:',
  wrong: 'Wrong, your choice:',
  missed: 'Right, not chosen:',
  left: 'Wrong:',
};

const toLetter = (place: number): string => String.fromCodePoint(65 + place);

/** Puts a box to tick before a choice; the row's own text becomes its label. Counters would not be spoken with it. */
const addInput = (row: HTMLElement, letter: string, type: string, name: string): HTMLInputElement => {
  const input = create('input', { type, name });
  const label = create('label');
  label.append(input, create('span', { className: 'choice-letter', textContent: `${letter}.` }), ...row.childNodes);
  row.append(label);
  return input;
};

/** The reason that stands folded in the text, for its place under the choice. */
const createReason = (folded: HTMLElement | undefined, state: ChoiceState): HTMLElement => {
  const reason = create('p', { className: 'reason' });
  const copy = folded?.cloneNode(true) as HTMLElement | undefined;
  copy?.querySelector('b')?.replaceChildren(verdicts[state]);
  reason.append(...(copy?.childNodes ?? []));
  return reason;
};

/** Makes the text of a question a form. The folded answers stay in the page for paper. */
export const makeAnswerable = (question: HTMLElement): void => {
  const [stem, list, answer] = ['.stem', '.choices', '.answer'].map((name) => question.querySelector(name));
  const link = answer?.querySelector('a')?.cloneNode(true);
  if (!stem || !list || !answer || !link) return;
  const reasons = [...answer.querySelectorAll('li')];
  const choices = reasons.map(({ classList }) => ({ correct: classList.contains('right') }));
  const letters = choices.flatMap(({ correct }, index) => (correct ? toLetter(index) : []));
  const isOne = letters.length === 1;
  const rows = [...list.querySelectorAll('li')];
  const inputs = rows.map((row, index) => addInput(row, toLetter(index), isOne ? 'radio' : 'checkbox', question.id));

  const result = create('p', { className: 'result', role: 'status', tabIndex: -1 });
  const fieldset = create('fieldset');
  stem.id = `${question.id}-stem`;
  fieldset.setAttribute('aria-labelledby', stem.id);
  const button = create('button', { className: 'check', textContent: 'Check' });
  const hint = create('span', { className: 'hint', textContent: `Keys 1 to ${rows.length} choose, Enter checks` });
  const actions = create('div', { className: 'actions' });
  actions.append(button, hint);
  const form = create('form');
  list.before(form);
  fieldset.append(list);
  form.append(result, fieldset, actions);

  const check = (): void => {
    const chosen = inputs.flatMap(({ checked }, index) => (checked ? index : []));
    const { outcome, states } = grade(choices, chosen);
    if (outcome === 'incomplete' || chosen.length > letters.length) {
      const wanted = stem.querySelector('b')?.textContent ?? ' Choose one.';
      result.textContent = `${chosen.length || 'Nothing'} chosen.${wanted}`;
      inputs[chosen[0] ?? 0]?.focus();
      return;
    }
    const right = outcome === 'right';
    for (const [index, state] of states.entries()) {
      rows[index]?.append(createReason(reasons[index], state));
      rows[index]?.setAttribute('data-state', state);
    }
    question.dataset['outcome'] = outcome;
    fieldset.disabled = true;
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
    for (const row of rows) {
      row.querySelector('.reason')?.remove();
      row.removeAttribute('data-state');
    }
    delete question.dataset['outcome'];
    fieldset.disabled = false;
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

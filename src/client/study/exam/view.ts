import { create } from '../../create.ts';

const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no "${selector}".`);
  return element;
};

/** The static part of the page, in which an exam is chosen. */
export const choice = find('.exam-choice');

/** The part of the page in which an exam is sat. Keys of the exam work while the focus is in it. */
export const place = find('.exam');

export const createHeading = (textContent: string): HTMLHeadingElement => create('h2', { tabIndex: -1, textContent });

export const createButton = (textContent: string, className: string, act: () => void): HTMLButtonElement => {
  const button = create('button', { type: 'button', className, textContent });
  button.addEventListener('click', act);
  return button;
};

/** Closes a dialog that was opened over another view. */
export const closeDialog = (): void => document.querySelector<HTMLDialogElement>('dialog[open]')?.close();

/** Shows one view in place of what was there. The first heading gets the focus, so that a change is heard. */
export const showView = (name: string, ...parts: readonly (Node | string)[]): void => {
  closeDialog();
  choice.hidden = true;
  place.hidden = false;
  place.dataset['view'] = name;
  place.replaceChildren(...parts);
  place.querySelector<HTMLElement>('h2')?.focus();
};

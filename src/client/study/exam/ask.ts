import { create } from '../../create.ts';
import { showDialog } from '../../dialog.ts';
import { createButton } from './view.ts';

const back = 'Go on with the exam';

/**
 * Asks before something that cannot be undone. The harmless answer has the focus.
 *
 * @returns whether the reader confirmed it
 */
export const ask = (question: string, text: string, yes: string): Promise<boolean> =>
  new Promise((resolve) => {
    const confirm = createButton(yes, 'tool', () => dialog.close('yes'));
    const content = create(
      'div',
      {},
      create('h2', { textContent: question }),
      create('p', { textContent: text }),
      confirm,
    );
    const dialog = showDialog(question, content, back);
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'));
  });

/** Asks before an exam is thrown away. */
export const askToGiveUp = (): Promise<boolean> => ask('Give up?', 'Nothing of this exam is kept.', 'Give up');

import { create } from '../../create.ts';
import { showDialog } from '../../dialog.ts';
import { saveFile } from './save-file.ts';

/** What is asked before something goes for good. */
export interface Loss {
  readonly title: string;
  readonly sentences: readonly string[];
  /** What is ticked before the last button can be pressed. */
  readonly consent: string;
  /** The words of the last button. */
  readonly label: string;
  /** The words of the button that changes nothing, which has the focus. */
  readonly keep: string;
}

/** Says what will be lost, offers to save it first, and acts after two deliberate steps. */
export const confirmLoss = ({ title, sentences, consent, label, keep }: Loss, act: () => void): void => {
  const save = create('button', { className: 'check', textContent: 'Save to a file first' });
  const saved = create('output');
  const tick = create('input', { type: 'checkbox' });
  const last = create('button', { className: 'check danger', textContent: label, disabled: true });
  const content = create(
    'div',
    { className: 'loss' },
    create('h2', { textContent: title }),
    ...sentences.map((sentence) => create('p', { textContent: sentence })),
    create('p', {}, save, saved),
    create('p', {}, create('label', {}, tick, consent)),
    create('p', {}, last),
  );
  save.addEventListener('click', () => {
    saved.textContent = saveFile();
  });
  tick.addEventListener('change', () => {
    last.disabled = !tick.checked;
  });
  const dialog = showDialog(title, content, keep);
  last.addEventListener('click', () => {
    dialog.close();
    act();
  });
};

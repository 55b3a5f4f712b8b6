import { create } from '../../create.ts';

/** Says what became of a file, in place of what stood there: aloud too, and at once when it is an alert. */
export const tell = (place: HTMLElement, text: string, role: 'alert' | 'status'): void => {
  const message = create('p', { className: 'file-message', role });
  place.replaceChildren(message);
  // A status is spoken when its text changes, not when it appears with it.
  message.textContent = text;
};

/** Shows something in a dialog of its own with a button that closes it and has the focus; the dialog goes when it is closed. */
export const showDialog = (label: string, content: Element, closeLabel = 'Close'): HTMLDialogElement => {
  const dialog = document.createElement('dialog');
  dialog.className = 'help';
  dialog.setAttribute('aria-label', label);
  const close = document.createElement('button');
  close.className = 'tool';
  close.textContent = closeLabel;
  close.autofocus = true;
  close.addEventListener('click', () => dialog.close());
  dialog.append(content, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
};

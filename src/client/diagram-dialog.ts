/** Lets a click or Enter on a diagram show it in a dialog as large as the window. */
export const enlargeDiagrams = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-enlarge]'))
    button.addEventListener('click', () => {
      const figure = button.closest('figure');
      const canvas = figure?.querySelector('.canvas');
      if (!canvas) return;
      const dialog = document.createElement('dialog');
      dialog.className = 'diagram-dialog';
      dialog.setAttribute('aria-label', figure?.querySelector('figcaption')?.textContent ?? 'Diagram');
      // The drawing moves rather than being copied, so that its ids stay unique.
      const home = document.createComment('');
      canvas.before(home);
      const close = document.createElement('button');
      close.className = 'tool';
      close.textContent = 'Close';
      close.addEventListener('click', () => dialog.close());
      dialog.append(close, canvas);
      dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
      dialog.addEventListener('close', () => {
        home.replaceWith(canvas);
        dialog.remove();
        button.focus();
      });
      document.body.append(dialog);
      dialog.showModal();
    });
};

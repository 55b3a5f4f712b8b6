/** Says something at the foot of the window, where it covers no text that has the focus; it stays until it is closed. */
export const showNotice = (text: string, ...actions: readonly HTMLElement[]): HTMLElement => {
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'status');
  document.body.append(notice);
  const close = document.createElement('button');
  close.className = 'tool';
  close.textContent = 'Close';
  close.addEventListener('click', () => notice.remove());
  // A status is spoken when its text changes, not when it appears with it.
  notice.append(...actions, close);
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  notice.prepend(paragraph);
  return notice;
};

/** Keeps what a reader does on any page: the questions answered, and the sections marked as read. */
import { addEvent, keepHeld, readMarks, watchEvents } from './journal.ts';
import type { QuestionAnswered } from './question.ts';
import { root } from './root.ts';

/** Lets the button at the end of a section mark it as read and take the mark away, and ticks the links to what was read. */
const showMarks = (): void => {
  const button = document.querySelector<HTMLElement>('[data-mark-read]');
  const page = button?.dataset['markRead'] ?? '';
  const links = document.querySelectorAll<HTMLAnchorElement>('.tree ol ol a, .card h2 a');
  if (!button && links.length === 0) return;
  const show = (): void => {
    const pages = readMarks();
    button?.setAttribute('aria-pressed', String(pages.has(page)));
    for (const link of links)
      link.toggleAttribute('data-read', pages.has(link.href.slice(root.length).replace('.html', '')));
  };
  button?.addEventListener('click', () => addEvent({ type: 'read', page, read: !readMarks().has(page) }));
  watchEvents(show);
  show();
};

/** Starts keeping. */
export const recordProgress = (): void => {
  keepHeld();
  document.addEventListener('question-answered', ({ detail }: CustomEventInit<QuestionAnswered>) => {
    if (detail) addEvent({ type: 'answer', question: detail.id, right: detail.right });
  });
  showMarks();
};

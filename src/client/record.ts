/** Keeps what a reader does on any page: the questions answered, and the sections marked as read. */
import { addEvent, readEvents, watchEvents } from './journal.ts';
import type { QuestionAnswered } from './question.ts';

const isRead = (page: string): boolean =>
  readEvents()
    .events.flatMap((event) => (event.type === 'read' && event.page === page ? event : []))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .at(-1)?.read ?? false;

/** Lets the button at the end of a section mark it as read, and take the mark away. */
const markRead = (button: HTMLButtonElement): void => {
  const page = button.dataset['markRead'] ?? '';
  const show = (): void => button.setAttribute('aria-pressed', String(isRead(page)));
  button.addEventListener('click', () => addEvent({ type: 'read', page, read: !isRead(page) }));
  watchEvents(show);
  show();
};

/** Starts keeping. */
export const recordProgress = (): void => {
  document.addEventListener('question-answered', ({ detail }: CustomEventInit<QuestionAnswered>) => {
    if (detail) addEvent({ type: 'answer', question: detail.id, right: detail.right });
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-mark-read]')) markRead(button);
};

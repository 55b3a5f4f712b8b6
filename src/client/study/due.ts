/** Says on the first page how many cards are due. A reader without reviews sees, and loads, nothing. */
import { toProgress } from '../../lib/progress.ts';
import { readEvents, watchEvents } from '../journal.ts';
import { root } from '../root.ts';
import { countDue } from './cards/count-due.ts';

const link = document.querySelector<HTMLAnchorElement>('[data-study="due"]');

const show = async (): Promise<void> => {
  const progress = toProgress(readEvents().events);
  if (!link || progress.reviews.size === 0) return;
  const due = await countDue(progress);
  if (due === undefined) return;
  if (due === 0) {
    link.removeAttribute('href');
    return;
  }
  link.href = `${root}practice/cards.html`;
  link.textContent = due === 1 ? '1 card is due' : `${due} cards are due`;
  link.hidden = false;
};

watchEvents(() => void show());
// A page that comes back from the browser's history stands as it was left.
addEventListener('pageshow', ({ persisted }) => persisted && void show());
void show();

/** Says on the first page how many cards are due. A reader without reviews sees, and loads, nothing. */
import type { CardIndex } from '../../lib/card-index.ts';
import { toCardStandings } from '../../lib/card-standing.ts';
import { toProgress } from '../../lib/progress.ts';
import { readEvents, watchEvents } from '../journal.ts';
import { root } from '../root.ts';
import { loadCardIndex } from './cards/load-card-index.ts';

const link = document.querySelector<HTMLAnchorElement>('[data-study="due"]');
let index: CardIndex | undefined;

const show = async (): Promise<void> => {
  const progress = toProgress(readEvents().events);
  if (!link || progress.reviews.size === 0) return;
  try {
    index ??= await loadCardIndex();
  } catch {
    // Offline, a count would be a guess.
    return;
  }
  const standings = [...toCardStandings(index, progress, Date.now()).values()];
  const due = standings.filter(({ state }) => state === 'due').length;
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

/** Loads what a study page needs; other pages carry no more of it than these addresses. */
import { load } from './load.ts';
import cardsUrl from './study/cards.ts?worker&url';
import dueUrl from './study/due.ts?worker&url';
import examUrl from './study/exam.ts?worker&url';
import practiceUrl from './study/practice.ts?worker&url';
import setUrl from './study/practice-set.ts?worker&url';
import progressUrl from './study/progress.ts?worker&url';

const urls: Readonly<Record<string, string>> = {
  cards: cardsUrl,
  due: dueUrl,
  exam: examUrl,
  practice: practiceUrl,
  'practice-set': setUrl,
  progress: progressUrl,
};

/** Says in the page why it stays without its study part, and leaves the way to the plain questions. */
const explain = (place: Element, text: string): void => {
  // An offer that cannot be made is no failure.
  if (place instanceof HTMLAnchorElement) return;
  const paragraph = document.createElement('p');
  paragraph.className = 'study-failure';
  paragraph.setAttribute('role', 'alert');
  paragraph.textContent = text;
  place.prepend(paragraph);
};

/** Starts the study part of this page, if it has one (`data-study`). */
export const startStudy = async (): Promise<void> => {
  const place = document.querySelector<HTMLElement>('[data-study]');
  const url = urls[place?.dataset['study'] ?? ''];
  if (!place || !url) return;
  if (location.protocol === 'file:')
    return explain(
      place,
      'This page needs a web server: browsers do not let a page that was opened as a file load what it works with. In the folder of the guide run "npx sirv-cli ." or "python3 -m http.server" and open the address that it prints.',
    );
  place.ariaBusy = 'true';
  try {
    await load(url);
  } catch {
    explain(
      place,
      'This page could not load what it works with. You may be offline; reload it when the network is back.',
    );
  } finally {
    place.ariaBusy = null;
  }
};

/** The page of flashcards: the form that starts a session, and the session. */
import type { CardIndex } from '../../lib/card-index.ts';
import { type CardSession, dropAsked } from '../../lib/card-session.ts';
import { type CardStanding, toCardStandings } from '../../lib/card-standing.ts';
import { toProgress } from '../../lib/progress.ts';
import { create } from '../create.ts';
import { readEvents, watchEvents } from '../journal.ts';
import { playCards } from './cards/card-player.ts';
import { prepareDeckForm } from './cards/deck-form.ts';
import { findSession, keepSession } from './cards/keep-session.ts';
import { loadCardIndex } from './cards/load-card-index.ts';
import { loadCards } from './cards/load-cards.ts';

const place = document.querySelector<HTMLElement>('.player');
const opening = document.querySelector<HTMLElement>('.card-start');
const form = document.querySelector<HTMLFormElement>('.deck-form');

const fail = (): void => {
  const text = 'The cards could not be loaded. You may be offline; reload this page when the network is back.';
  const alert = create('p', { className: 'study-failure', textContent: text });
  alert.setAttribute('role', 'alert');
  opening?.before(alert);
};

/** Shows either the session or the form that starts one. */
const showSession = (isShown: boolean): void => {
  if (place) place.hidden = !isShown;
  if (opening) opening.hidden = isShown;
  document.body.classList.toggle('in-session', isShown);
  scrollTo(0, 0);
};

const prepare = (index: CardIndex, area: HTMLElement, deckForm: HTMLFormElement): void => {
  const getStandings = (): Map<string, CardStanding> =>
    toCardStandings(index, toProgress(readEvents().events), Date.now());
  const play = async (session: CardSession): Promise<void> => {
    keepSession(session);
    document.querySelector('.study-failure')?.remove();
    showSession(true);
    area.replaceChildren(create('p', { role: 'status' }, 'Loading the cards …'));
    const cards = await loadCards(index, session.queue).catch(() => undefined);
    if (!cards) {
      leave();
      return fail();
    }
    playCards({ place: area, index, cards, leave }, session);
  };
  const count = prepareDeckForm(deckForm, index, getStandings, (queue) => void play({ queue, grades: [] }));
  const leave = (): void => {
    showSession(false);
    count();
    deckForm.querySelector('button')?.focus();
  };
  watchEvents(count);
  addEventListener('pageshow', count);
  const begun = findSession();
  const rest = begun && dropAsked(begun, getStandings());
  if (rest && rest.queue.length > 0) void play(rest);
};

if (place && form) loadCardIndex().then((index) => prepare(index, place, form), fail);

/** Asks the cards of a session, one after the other, until all are known or the reader stops. */
import { type CardIndex, toDecks } from '../../../lib/card-index.ts';
import { toIntervals } from '../../../lib/card-schedule.ts';
import { type CardSession, dropAsked, gradeCard, takeBack } from '../../../lib/card-session.ts';
import { type CardStanding, toCardStanding, toCardStandings, toReviews } from '../../../lib/card-standing.ts';
import { type Progress, toProgress } from '../../../lib/progress.ts';
import type { ReviewEvent } from '../../../lib/study-events.ts';
import { create } from '../../create.ts';
import { addEvent, readEvents } from '../../journal.ts';
import { type CardView, createCardView } from './card-view.ts';
import { dropSession, keepSession } from './keep-session.ts';
import { createSessionSummary } from './session-summary.ts';

/** What the player works with. */
export interface Table {
  readonly place: HTMLElement;
  readonly index: CardIndex;
  /** The elements of all cards that may be asked. */
  readonly cards: ReadonlyMap<string, HTMLElement>;
  /** Leaves the session for the form that starts one. */
  readonly leave: () => void;
}

const readProgress = (): Progress => toProgress(readEvents().events);
const readStandings = (index: CardIndex): Map<string, CardStanding> =>
  toCardStandings(index, readProgress(), Date.now());

const createButton = (text: string, act: () => void, className = 'plain-button'): HTMLButtonElement => {
  const button = create('button', { type: 'button', className, textContent: text });
  button.addEventListener('click', act);
  return button;
};

/** Whether a key is meant for the card, and not for a control, a dialog or the browser. */
const isForCard = ({ key, target, ctrlKey, altKey, metaKey, defaultPrevented }: KeyboardEvent): boolean =>
  !(ctrlKey || altKey || metaKey || defaultPrevented) &&
  !document.querySelector('dialog[open], :popover-open') &&
  !(target as Element).closest(key === ' ' ? 'a, button, input, select, summary' : 'input, select');

let view: CardView | undefined;
document.addEventListener('keydown', (event) => {
  if (view && isForCard(event) && view.press(event.key)) event.preventDefault();
});

const finish = (table: Table, session: CardSession): void => {
  view = undefined;
  dropSession();
  const actions = [
    createButton('Back to the decks', table.leave, 'button'),
    create('a', { href: '../practice.html', textContent: 'Practice' }),
  ];
  table.place.replaceChildren(createSessionSummary(session, readStandings(table.index).values(), ...actions));
  table.place.querySelector('h2')?.focus();
};

const createHead = ({ queue, grades }: CardSession): HTMLElement[] => {
  const left = new Set(queue).size;
  const total = new Set([...queue, ...grades.map(([id]) => id)]).size;
  const text = left === 1 ? 'The last card' : `${left} cards left`;
  return [
    create('h2', { className: 'player-count', textContent: text }),
    create('progress', { max: total, value: total - left, ariaLabel: 'Cards known' }),
  ];
};

/** Shows one card, which the session asks now. */
const showCard = (table: Table, session: CardSession, id: string, card: HTMLElement): void => {
  const { index, place } = table;
  const deck = toDecks(index).get(id) ?? '';
  const revision = index[deck]?.[id] ?? '';
  const reviews = toReviews(readProgress(), id, Date.now());
  const { isRevised } = toCardStanding(reviews, revision, Date.now());
  const grade = (rating: ReviewEvent['rating']): void => {
    const { due } = toIntervals(reviews, Date.now())[rating];
    addEvent({ type: 'review', card: id, rating, revision, due });
    playCards(table, gradeCard(session, rating));
  };
  view = createCardView(card, isRevised, toIntervals(reviews, Date.now()), grade);
  const more = create('p', { className: 'card-more' });
  more.append(createButton('Stop here', () => finish(table, session)));
  if (session.grades.length > 0)
    more.append(createButton('Back to the last card', () => playCards(table, takeBack(session), true)));
  place.dataset['domain'] = deck.split('-')[0] ?? '';
  place.replaceChildren(...createHead(session), view.element, more);
};

/**
 * Shows the next card of a session, or what the session came to.
 *
 * @param isTurned whether the card's back is shown at once
 */
export const playCards = (table: Table, given: CardSession, isTurned = false): void => {
  const session = dropAsked(given, readStandings(table.index));
  const [id] = session.queue;
  const card = id === undefined ? undefined : table.cards.get(id);
  if (id === undefined || !card) {
    finish(table, session);
    return;
  }
  keepSession(session);
  showCard(table, session, id, card);
  if (isTurned) view?.turn();
  else view?.open();
};

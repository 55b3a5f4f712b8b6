/** The form that starts a session: which decks, how many new cards, and what that comes to. */
import { type CardIndex, toCardIds } from '../../../lib/card-index.ts';
import { type CardRequest, selectCards } from '../../../lib/card-session.ts';
import { type CardStanding, toForecast } from '../../../lib/card-standing.ts';
import { toTimeAhead } from '../../../lib/intervals.ts';
import { readSetting, writeSetting } from '../../storage.ts';

const key = 'cards';

const readRequest = (form: HTMLFormElement): CardRequest => {
  const data = new FormData(form);
  return { decks: data.getAll('deck').map(String), limit: Number(data.get('limit')) };
};

/** Sets the form as the reader left it last. Decks that came later are chosen. */
const restore = (form: HTMLFormElement): void => {
  const [limit, ...unwanted] = (readSetting(key) ?? '').split(' ');
  for (const input of form.querySelectorAll('input')) {
    if (input.type === 'checkbox') input.checked = !unwanted.includes(input.value);
    else if (input.value === limit) input.checked = true;
  }
};

const remember = (form: HTMLFormElement, index: CardIndex): void => {
  const { decks, limit } = readRequest(form);
  writeSetting(key, [limit, ...Object.keys(index).filter((deck) => !decks.includes(deck))].join(' '));
};

/** "3 due, 12 new", without what there is none of. */
const toCounts = (due: number, fresh: number): string =>
  [due > 0 && `${due} due`, fresh > 0 && `${fresh} new`].filter(Boolean).join(', ') || 'nothing due';

/** Why there is nothing to ask. */
const explainNone = (decks: number, next: number | undefined): string => {
  if (decks === 0) return 'Choose a deck.';
  return next === undefined
    ? 'These decks have no cards.'
    : `Nothing is due, and nothing is new. The next card is due ${toTimeAhead(Date.now(), next)}.`;
};

/**
 * Prepares the form.
 *
 * @param getStandings asks how the reader stands with every card now
 * @param start begins a session with these cards, in their order
 * @returns writes the counts anew
 */
export const prepareDeckForm = (
  form: HTMLFormElement,
  index: CardIndex,
  getStandings: () => ReadonlyMap<string, CardStanding>,
  start: (ids: readonly string[]) => void,
): (() => void) => {
  const sum = form.querySelector('.deck-sum');
  const button = form.querySelector('button');
  const count = (): void => {
    const standings = getStandings();
    const request = readRequest(form);
    for (const counts of form.querySelectorAll<HTMLElement>('[data-deck]')) {
      const decks = [counts.dataset['deck'] ?? ''];
      const { due, fresh } = selectCards(index, standings, { decks, limit: Number.POSITIVE_INFINITY });
      counts.textContent = toCounts(due.length, fresh.length);
    }
    const { due, fresh } = selectCards(index, standings, request);
    const isNone = due.length + fresh.length === 0;
    if (button) button.disabled = isNone;
    const chosen = toCardIds(index, request.decks).flatMap((id) => standings.get(id) ?? []);
    const text = isNone ? explainNone(request.decks.length, toForecast(chosen)[0]) : toCounts(due.length, fresh.length);
    if (sum && sum.textContent !== text) sum.textContent = text;
  };
  restore(form);
  form.addEventListener('input', () => {
    remember(form, index);
    count();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { due, fresh } = selectCards(index, getStandings(), readRequest(form));
    start([...due, ...fresh]);
  });
  count();
  return count;
};

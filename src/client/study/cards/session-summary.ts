import { type CardSession, toTally } from '../../../lib/card-session.ts';
import { type CardStanding, toForecast } from '../../../lib/card-standing.ts';
import { countDays, toTimeAhead } from '../../../lib/intervals.ts';
import { create } from '../../create.ts';

const toAmount = (count: number): string => `${count} ${count === 1 ? 'card' : 'cards'}`;

/** "You knew 10 at once, and 2 after another try." */
const tell = (session: CardSession): string => {
  const { cards, missed } = toTally(session);
  const left = session.queue.length;
  if (left > 0) return cards > 0 ? `${toAmount(cards)} done, ${left} left for another time.` : 'No card was graded.';
  if (missed === 0) return cards === 1 ? 'You knew it at once.' : 'You knew all of them at once.';
  return `You knew ${cards - missed} at once, and ${missed} after another try.`;
};

/** "The next 4 cards are due tomorrow." or "3 cards are due now." */
const tellNext = (standings: Iterable<CardStanding>): string => {
  const all = [...standings];
  const due = all.filter(({ state }) => state === 'due').length;
  if (due > 0) return `${toAmount(due)} ${due === 1 ? 'is' : 'are'} due now.`;
  const now = Date.now();
  const forecast = toForecast(all);
  const [next] = forecast;
  if (next === undefined) return '';
  const count = forecast.filter((time) => countDays(now, time) === countDays(now, next)).length;
  return `The next ${count === 1 ? 'card is' : `${count} cards are`} due ${toTimeAhead(now, next)}.`;
};

/** What a session came to, and when the next cards are due. */
export const createSessionSummary = (
  session: CardSession,
  standings: Iterable<CardStanding>,
  ...actions: readonly HTMLElement[]
): HTMLElement => {
  const title = session.queue.length === 0 ? `${toAmount(toTally(session).cards)} done` : 'Stopped';
  return create(
    'section',
    { className: 'set-summary' },
    create('h2', { tabIndex: -1, textContent: title }),
    create('p', {}, tell(session)),
    create('p', { className: 'next-due' }, tellNext(standings)),
    create('p', { className: 'set-actions' }, ...actions),
  );
};

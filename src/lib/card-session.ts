/** A sitting with flashcards: what is due, then some new cards; what was not known is asked again until it is. */
import { type CardIndex, toCardIds } from './card-index.ts';
import type { CardStanding } from './card-standing.ts';
import type { ReviewEvent } from './study-events.ts';

/** How many new cards a session may bring. */
export const newLimits = [5, 10, 20] as const;

/** What a reader wants to learn. */
export interface CardRequest {
  readonly decks: readonly string[];
  /** At most so many new cards. */
  readonly limit: number;
}

/** A session under way. */
export interface CardSession {
  /** The cards that are still to be asked, the next one first. */
  readonly queue: readonly string[];
  /** All grades so far, in order. */
  readonly grades: readonly (readonly [card: string, rating: ReviewEvent['rating']])[];
}

/** Chooses the cards of a session: those that are due, the oldest first, then new ones in the order of the guide. */
export const selectCards = (
  index: CardIndex,
  standings: ReadonlyMap<string, CardStanding>,
  { decks, limit }: CardRequest,
): { readonly due: readonly string[]; readonly fresh: readonly string[] } => {
  const ids = toCardIds(index, decks);
  const toDue = (id: string): number => standings.get(id)?.due ?? 0;
  return {
    due: ids.filter((id) => standings.get(id)?.state === 'due').sort((a, b) => toDue(a) - toDue(b)),
    fresh: ids.filter((id) => standings.get(id)?.state === 'new').slice(0, limit),
  };
};

/** The session after the next card got its grade: a card that was not known goes to the end of the queue. */
export const gradeCard = ({ queue, grades }: CardSession, rating: ReviewEvent['rating']): CardSession => {
  const [card, ...rest] = queue;
  return card === undefined
    ? { queue, grades }
    : { queue: rating === 1 ? [...rest, card] : rest, grades: [...grades, [card, rating]] };
};

/** The session with its last card up again, for a reader whose finger slipped. */
export const takeBack = ({ queue, grades }: CardSession): CardSession => {
  const last = grades.at(-1)?.[0];
  return last === undefined ? { queue, grades } : { queue: [last, ...queue.filter((id) => id !== last)], grades };
};

/** The session without cards that the guide no longer has, and without those that another tab has asked meanwhile. */
export const dropAsked = (
  { queue, grades }: CardSession,
  standings: ReadonlyMap<string, CardStanding>,
): CardSession => {
  const graded = new Set(grades.map(([id]) => id));
  const isWanted = (id: string): boolean =>
    standings.has(id) && (graded.has(id) || standings.get(id)?.state !== 'waiting');
  return { queue: queue.filter(isWanted), grades };
};

/** What a session came to. */
export interface CardTally {
  readonly cards: number;
  /** Cards that were not known at least once. */
  readonly missed: number;
}

export const toTally = ({ grades }: CardSession): CardTally => ({
  cards: new Set(grades.map(([id]) => id)).size,
  missed: new Set(grades.flatMap(([id, rating]) => (rating === 1 ? id : []))).size,
});

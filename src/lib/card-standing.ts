/** How a reader stands with flashcards: which are new, which are due, which wait. */
import type { CardIndex } from './card-index.ts';
import type { Progress } from './progress.ts';
import type { ReviewEvent } from './study-events.ts';

/** One review of a card, with its time in milliseconds since 1970. */
export type Review = Pick<ReviewEvent, 'rating' | 'revision' | 'due'> & { readonly at: number };

/** How a reader stands with a card. */
export interface CardStanding {
  readonly state: 'new' | 'due' | 'waiting';
  /** When the card is to be shown again, in milliseconds since 1970; 0 for a new card. */
  readonly due: number;
  /** Whether the card's back has changed since the reader saw it. */
  readonly isRevised: boolean;
}

/** How far two devices' clocks may differ, in milliseconds. */
const tolerance = 24 * 60 * 60 * 1000;

/**
 * The reviews of a card that count, from the oldest to the newest. Those of a clock that was ahead by more than a day wait until
 * their time has come: otherwise they would be the newest for as long, whatever the reader does.
 */
export const toReviews = ({ reviews }: Progress, card: string, now: number): readonly Review[] =>
  (reviews.get(card) ?? []).filter(({ at }) => at <= now + tolerance);

/** @param revision what the card's back is now */
export const toCardStanding = (reviews: readonly Review[], revision: string, now: number): CardStanding => {
  const last = reviews.at(-1);
  if (!last) return { state: 'new', due: 0, isRevised: false };
  const isRevised = last.revision !== revision;
  return { state: isRevised || last.due <= now ? 'due' : 'waiting', due: last.due, isRevised };
};

/** How a reader stands with each card that exists, in the order of the guide. Reviews of other cards are left alone. */
export const toCardStandings = (index: CardIndex, progress: Progress, now: number): Map<string, CardStanding> =>
  new Map(
    Object.values(index).flatMap((cards) =>
      Object.entries(cards).map(
        ([id, revision]) => [id, toCardStanding(toReviews(progress, id, now), revision, now)] as const,
      ),
    ),
  );

/** The times at which cards that wait become due, from the next to the last. */
export const toForecast = (standings: Iterable<CardStanding>): number[] =>
  [...standings].flatMap(({ state, due }) => (state === 'waiting' ? due : [])).sort((a, b) => a - b);

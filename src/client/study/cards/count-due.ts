import type { CardIndex } from '../../../lib/card-index.ts';
import { toCardStandings } from '../../../lib/card-standing.ts';
import type { Progress } from '../../../lib/progress.ts';
import { loadCardIndex } from './load-card-index.ts';

let index: CardIndex | undefined;

/** Counts the cards that are due, those included that were revised; undefined while offline, where a count would be a guess. */
export const countDue = async (progress: Progress): Promise<number | undefined> => {
  try {
    index ??= await loadCardIndex();
  } catch {
    return undefined;
  }
  const standings = [...toCardStandings(index, progress, Date.now()).values()];
  return standings.filter(({ state }) => state === 'due').length;
};

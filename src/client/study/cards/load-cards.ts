import { type CardIndex, toDecks } from '../../../lib/card-index.ts';
import { loadParts } from '../load-parts.ts';

/**
 * Loads some cards as the guide sets them, from the pages of their decks.
 *
 * @returns for each card's id its element
 * @throws when a deck cannot be fetched
 */
export const loadCards = async (index: CardIndex, ids: readonly string[]): Promise<Map<string, HTMLElement>> => {
  const decks = toDecks(index);
  const pages = [...new Set(ids.flatMap((id) => decks.get(id) ?? []))].map((deck) => `cards/${deck}.html`);
  const cards = await loadParts(pages, '.flashcard');
  return new Map(cards.map((card) => [card.dataset['card'] ?? '', card]));
};

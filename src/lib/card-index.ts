/** Which flashcards exist: for each deck its cards' ids in the order of the guide, each with the revision of its back. */
export type CardIndex = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The ids of all cards of some decks, in the order of the guide. */
export const toCardIds = (index: CardIndex, decks: readonly string[] = Object.keys(index)): string[] =>
  Object.keys(index).flatMap((deck) => (decks.includes(deck) ? Object.keys(index[deck] ?? {}) : []));

/** The deck of each card. */
export const toDecks = (index: CardIndex): Map<string, string> =>
  new Map(Object.entries(index).flatMap(([deck, cards]) => Object.keys(cards).map((id) => [id, deck] as const)));

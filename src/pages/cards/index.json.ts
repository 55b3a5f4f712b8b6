import type { APIRoute } from 'astro';
import { getDecks } from '~/decks.ts';
import type { CardIndex } from '~/lib/card-index.ts';

/** Says which cards exist, for scripts that count what is due without the cards' words. */
export const GET: APIRoute = async () => {
  const index: CardIndex = Object.fromEntries(
    (await getDecks()).map(({ id, cards }) => [
      id,
      Object.fromEntries(cards.map((card) => [card.id, card.revision] as const)),
    ]),
  );
  return Response.json(index);
};

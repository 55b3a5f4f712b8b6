import type { CardIndex } from '../../../lib/card-index.ts';
import { root } from '../../root.ts';

/** @throws when the list of all cards cannot be fetched */
export const loadCardIndex = async (): Promise<CardIndex> => {
  const response = await fetch(`${root}cards/index.json`);
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  return (await response.json()) as CardIndex;
};

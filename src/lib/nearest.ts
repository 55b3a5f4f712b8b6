import { closestMatch } from 'leven';

/** A hint's first sentence: the nearest valid name, if one is similar enough to be meant. */
export const toSuggestion = (name: string, valid: Iterable<string>): string => {
  const nearest = closestMatch(name, [...valid], { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  return nearest ? `Did you mean "${nearest}"?` : 'No valid name is close to it.';
};

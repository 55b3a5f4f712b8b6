import { closestMatch } from 'leven';

/** The nearest valid name, if one is similar enough to be meant. */
export const findNearest = (name: string, valid: Iterable<string>): string | undefined =>
  closestMatch(name, [...valid], { maxDistance: Math.max(2, Math.floor(name.length / 3)) });

/** A hint's first sentence: the nearest valid name, or that there is none. */
export const toSuggestion = (name: string, valid: Iterable<string>): string => {
  const nearest = findNearest(name, valid);
  return nearest ? `Did you mean "${nearest}"?` : 'No valid name is close to it.';
};

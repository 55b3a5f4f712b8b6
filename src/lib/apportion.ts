/**
 * Shares out whole things by weight: each gets its share rounded down, and what is left goes to the largest remainders, the first of
 * equal ones first.
 *
 * @param weights their sum need not be anything in particular
 * @see https://en.wikipedia.org/wiki/Largest_remainder_method
 */
export const apportion = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  // Whole numbers throughout: with fractions, equal remainders would differ by rounding.
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const remainders = weights.map((weight, place) => ({ place, rest: (total * weight) % sum }));
  const left = total - shares.reduce((all, share) => all + share, 0);
  for (const { place } of remainders.sort((a, b) => b.rest - a.rest).slice(0, left))
    shares[place] = (shares[place] ?? 0) + 1;
  return shares;
};

/**
 * A number that looks random and is always the same for a text: FNV-1a, then the final mix of MurmurHash3.
 *
 * @returns an integer of 32 bits
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 * @see https://github.com/aappleby/smhasher/wiki/MurmurHash3
 */
export const toHash = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/**
 * Puts ids into an order that looks random. The same seed gives the same order, and taking ids away leaves the others in theirs.
 */
export const shuffle = (ids: readonly string[], seed: string): string[] => {
  const places = new Map(ids.map((id) => [id, toHash(`${seed} ${id}`)]));
  return [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || (a < b ? -1 : 1));
};

/** A seed that is short enough to be read aloud: five letters and digits. */
export const toSeed = (random: number): string =>
  Math.floor(random * 36 ** 5)
    .toString(36)
    .padStart(5, '0');

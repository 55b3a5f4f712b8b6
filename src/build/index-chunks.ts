import { encode } from 'cborg';

/** A word with the places where it stands. They name no other word, so that it can move from one file to another. */
export type Word = [text: string, ...places: unknown[]];

/** Words that lie in one file, and the first and the last term that is looked up among them. */
export interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly words: readonly Word[];
  /** Bytes before compression. */
  readonly weight: number;
}

/** Comes after every letter. */
const last = '\u{10FFFF}';

/** Parts words where their beginnings differ: at the second letter, or later where too many begin alike. */
const toGroups = (words: readonly Word[], limit: number, length = 2): Chunk[] =>
  [...Map.groupBy(words, ([text]) => text.slice(0, length))].flatMap(([from, group]) => {
    const weight = encode(group).length;
    if (weight > limit && group.length > 1) return toGroups(group, limit, length + 1);
    return { from, to: from.length < length ? from : from + last, words: group, weight };
  });

/** Joins small neighbors. */
const join = (groups: readonly Chunk[], size: number): Chunk[] => {
  const chunks: Chunk[] = [];
  for (const group of groups) {
    const before = chunks.at(-1);
    if (!before || before.weight + group.weight > size) chunks.push(group);
    else
      chunks[chunks.length - 1] = {
        from: before.from,
        to: group.to,
        words: [...before.words, ...group.words],
        weight: before.weight + group.weight,
      };
  }
  return chunks;
};

/** A chunk also answers for the beginnings of its first word, as far as no chunk before it does. */
const toStart = ({ from }: Chunk, before = ''): string =>
  Array.from(from, (_, index) => from.slice(0, index + 1)).find((start) => start > before) ?? from;

/**
 * Sorts the words of an index into chunks. A search for a beginning loads one chunk, so words that begin alike lie together
 * while they are few; where they are too many, the search is complete from the next letter on. A longer index has more chunks,
 * whose list is loaded first, and larger ones: both grow with its root.
 *
 * @param words in the order in which the engine looks them up
 */
export const toChunks = (words: readonly Word[]): Chunk[] => {
  const size = 2 * Math.sqrt(encode(words).length);
  const chunks = join(toGroups(words, 6 * size), size);
  return chunks.map((chunk, index) => ({ ...chunk, from: toStart(chunk, chunks[index - 1]?.to) }));
};

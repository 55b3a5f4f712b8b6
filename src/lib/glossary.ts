/** Finds glossary terms in prose. Pure: gets terms and text, gives places. */

/** What matching needs to know of a glossary entry. */
export interface Entry {
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
}

/** A term found in a text; `start` and `end` are offsets in UTF-16 units. */
export interface Match {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Finds, from left to right, the terms in a text that `accept` agrees to. */
export type Finder = (text: string, accept: (id: string) => boolean) => Match[];

const escapeLetter = (letter: string): string => letter.replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`);

/** Names with a capital or a digit are matched as they are written; all others in any case. */
const isProper = (name: string): boolean => /[\p{Lu}\d]/u.test(name);

/** The regular expression source for one name: any white space between words, and an optional plural "s". */
const toPattern = (name: string): string => {
  const toLetter = (letter: string): string =>
    isProper(name) || !/\p{Ll}/u.test(letter) ? escapeLetter(letter) : `[${letter}${letter.toUpperCase()}]`;
  const words = name.split(/\s+/).map((word) => [...word].map(toLetter).join(''));
  return words.join(String.raw`\s+`) + (/s$/i.test(name) ? '' : 's?');
};

/** What may follow a name. One expression for all of them: tens of thousands with it in each fill the space that V8 has for code. */
const nameEnd = /(?![\p{L}\p{N}_@]|[-/.][\p{L}\p{N}])/uy;

/** Where a name can begin, with its first word. */
const wordStart = /(?<![\p{L}\p{N}_/.@-])(?:[\p{L}\p{N}]+|\S)/gu;

/** A first word without its plural "s", by which names are found without trying all that begin alike. */
const toHead = (word: string): string => word.toLowerCase().replace(/s$/, '');

const toFirstWord = (name: string): string => /^(?:[\p{L}\p{N}]+|\S)/u.exec(name)?.[0] ?? '';

const normalize = (text: string): string => text.replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Prepares a finder for a glossary: whole words, the longest name first.
 * A name that belongs to two entries goes to the first.
 */
export const defineFinder = (entries: readonly Entry[]): Finder => {
  const owners = new Map<string, string>();
  for (const entry of entries)
    for (const name of [entry.term, ...entry.aliases])
      if (!owners.has(normalize(name))) owners.set(normalize(name), entry.id);
  const names = entries.flatMap((entry) => [entry.term, ...entry.aliases]).sort((a, b) => b.length - a.length);
  if (names.length === 0) return () => [];
  const patterns = new Map(
    [...Map.groupBy(names, (name) => toHead(toFirstWord(name)))].map(([head, group]) => [
      head,
      group.map((name) => new RegExp(toPattern(name), 'uy')),
    ]),
  );
  const ownerOf = (text: string): string | undefined =>
    owners.get(normalize(text)) ?? owners.get(normalize(text).replace(/s$/, ''));

  /** The longest name at a place, as it stands in the text. */
  const matchAt = (text: string, index: number, candidates: readonly RegExp[]): string | undefined => {
    for (const pattern of candidates) {
      pattern.lastIndex = index;
      const name = pattern.exec(text)?.[0];
      nameEnd.lastIndex = pattern.lastIndex;
      if (name !== undefined && nameEnd.test(text)) return name;
    }
    return undefined;
  };

  return (text, accept) => {
    const found: Match[] = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(wordStart)) {
      const name = index < end ? undefined : matchAt(text, index, patterns.get(toHead(word)) ?? []);
      if (name === undefined) continue;
      end = index + name.length;
      const id = ownerOf(name);
      if (id !== undefined && accept(id)) found.push({ id, start: index, end });
    }
    return found;
  };
};

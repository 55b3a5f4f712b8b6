/** Repacks the index that Pagefind writes, so that a search fetches little of it, however large it becomes. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';

/** A file of the index, by its path in the index's folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** A word with the places where it stands. Its page numbers are relative to each other, so it can move between files. */
type Word = [text: string, ...places: unknown[]];

/** What the engine loads first. Source: https://github.com/Pagefind/pagefind/blob/v1.5.2/pagefind_web/src/metadata.rs */
type Overview = [
  version: string,
  records: [name: string, words: number][],
  chunks: [from: string, to: string, name: string][],
  ...rest: unknown[],
];

/** Words that lie together, and the first and last term that is looked up among them. */
interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly words: readonly Word[];
  /** Bytes before compression. */
  readonly weight: number;
}

/** With it each compressed file begins. */
const signature = Buffer.from('pagefind_dcd');

const read = <Content>(file: Uint8Array): Content => decode(gunzipSync(file).subarray(signature.length)) as Content;
const write = (content: unknown): Uint8Array =>
  gzipSync(Buffer.concat([signature, encode(content)]), { level: 9, memLevel: 9 });

/** Comes after every letter. */
const last = '\u{10FFFF}';

/** Parts words where their beginnings differ: at the third letter, or later where too many begin alike. */
const toGroups = (words: readonly Word[], limit: number, length = 2): Chunk[] =>
  [...Map.groupBy(words, ([text]) => text.slice(0, length))].flatMap(([from, group]) => {
    const weight = encode(group).length;
    if (weight > limit && group.length > 1) return toGroups(group, limit, length + 1);
    return { from, to: from.length < length ? from : from + last, words: group, weight };
  });

/** Joins small neighbors. */
const join = (groups: readonly Chunk[], size: number): Chunk[] => {
  const chunks: Chunk[] = [];
  for (const { from, to, words, weight } of groups) {
    const open = chunks.at(-1);
    if (open && open.weight + weight <= size)
      chunks.splice(-1, 1, { ...open, to, words: [...open.words, ...words], weight: open.weight + weight });
    else chunks.push({ from, to, words, weight });
  }
  return chunks;
};

/** A chunk also answers for beginnings of its first word that no chunk before it answers for. */
const toStart = ({ from }: Chunk, before = ''): string =>
  [...from].map((_, index) => from.slice(0, index + 1)).find((start) => start > before) ?? from;

/**
 * Sorts the words of an index into chunks. All words that begin with the same three letters lie in one, so that a search for a
 * beginning is complete; the more chunks there are, the longer is their list, so both grow with the root of the index.
 */
export const toChunks = (words: readonly Word[]): Chunk[] => {
  const size = 2 * Math.sqrt(encode(words).length);
  const chunks = join(toGroups(words, 6 * size), size);
  return chunks.map((chunk, index) => ({ ...chunk, from: toStart(chunk, chunks[index - 1]?.to) }));
};

/** A number that the engine fills in, where a name would take six bytes of what is loaded first. */
const blank = '\0'.repeat(6);

/** Numbers the blanks of an overview in its order. It runs in the reader's browser, within Pagefind's script, and stands alone. */
export const fillBlanks = (overview: Uint8Array): Uint8Array => {
  let number = 0;
  for (let at = overview.indexOf(0); at >= 0; at = overview.indexOf(0, at + 1))
    if (overview.subarray(at, at + 6).every((byte) => byte === 0))
      overview.set(new TextEncoder().encode(String(number++).padStart(6, '0')), at);
  return overview;
};

/** The length of a record, by which its hits are weighed, in steps of √2: finer steps change no order worth their bytes. */
const toLength = (words: number): number => Math.round(2 ** (Math.round(2 * Math.log2(words)) / 2));

const find = (files: readonly IndexFile[], ending: string): IndexFile => {
  const [file, ...others] = files.filter(({ path }) => path.endsWith(ending));
  if (!file || others.length > 0)
    throw new Error(
      `pack-index: Pagefind was expected to make one file "${ending}", and made ${others.length + (file ? 1 : 0)}.`,
    );
  return file;
};

/**
 * Repacks an index in one language: words that begin alike lie together in small files, and all names are short to list.
 *
 * @param files what Pagefind made
 * @returns the files to write instead
 * @throws when Pagefind made something else than the pinned version does
 */
export const packIndex = (files: readonly IndexFile[]): IndexFile[] => {
  const [entry, overview] = [find(files, 'pagefind-entry.json'), find(files, '.pf_meta')];
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const get = (path: string): Uint8Array => contents.get(path) ?? find(files, path).content;
  const [version, records, old, ...rest] = read<Overview>(overview.content);
  const chunks = toChunks(old.flatMap(([, , name]) => read<[Word[]]>(get(`index/${name}.pf_index`))[0]));
  const all = encode([records, chunks.map(({ words }) => words)]);
  // One tag for all files of a build: a browser never mixes what it kept of an older one.
  const tag = createHash('sha256').update(all).digest('hex').slice(0, 10);
  const packed: Overview = [
    version,
    records.map(([, words]) => [blank + tag, toLength(words)]),
    chunks.map(({ from, to }) => [from, to, blank + tag]),
    ...rest,
  ];
  const toName = (number: number): string => String(number).padStart(blank.length, '0') + tag;
  const text = new TextDecoder().decode(entry.content);
  const [, name] = /\.(.+)\.pf_meta$/.exec(overview.path) ?? [];
  return [
    ...files.filter(({ path }) => !/\.pf_(?:meta|index|fragment)$|entry\.json$/.test(path)),
    { path: entry.path, content: new TextEncoder().encode(text.replace(`"${name}"`, `"${tag}"`)) },
    { path: `pagefind.${tag}.pf_meta`, content: write(packed) },
    ...records.map(([name], index) => ({
      path: `fragment/${toName(index)}.pf_fragment`,
      content: get(`fragment/${name}.pf_fragment`),
    })),
    ...chunks.map(({ words }, index) => ({
      path: `index/${toName(records.length + index)}.pf_index`,
      content: write([words]),
    })),
  ];
};

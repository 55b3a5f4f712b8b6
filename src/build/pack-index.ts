/** Repacks the index that Pagefind makes, so that a search fetches little of it, however large it becomes. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { toChunks, type Word } from './index-chunks.ts';
import type { IndexFile } from './stable-index.ts';

/** What the engine loads first. Source: https://github.com/Pagefind/pagefind/blob/v1.5.2/pagefind_web/src/metadata.rs */
type Overview = [
  version: string,
  records: [name: string, words: number][],
  chunks: [from: string, to: string, name: string][],
  ...rest: unknown[],
];

/** With it the content of each compressed file begins. */
const signature = Buffer.from('pagefind_dcd');

const read = <Content>(file: Uint8Array): Content => decode(gunzipSync(file).subarray(signature.length)) as Content;
const write = (content: unknown): Uint8Array => gzipSync(Buffer.concat([signature, encode(content)]), { level: 9 });

/** Stands in the overview where a file's number belongs: numbers in a row need not be sent. */
const blank = '\0'.repeat(6);

/** Numbers the blanks of an overview. It runs in the reader's browser as a part of Pagefind's script, so it stands alone. */
export const fillBlanks = (overview: Uint8Array): Uint8Array => {
  let number = 0;
  for (let at = overview.indexOf(0); at >= 0; at = overview.indexOf(0, at + 1))
    if (overview.subarray(at, at + 6).every((byte) => byte === 0))
      overview.set(new TextEncoder().encode(String(number++).padStart(6, '0')), at);
  return overview;
};

/** The length of a record, by which its hits are weighed, in steps of √2: finer ones are not worth their bytes. */
const toLength = (words: number): number => Math.round(2 ** (Math.round(2 * Math.log2(words)) / 2));

/** Names the overview in the entry of the index. */
const toEntry = (entry: Uint8Array, hash: string): Uint8Array => {
  const { languages, ...rest } = JSON.parse(new TextDecoder().decode(entry)) as { languages: Record<string, object> };
  const named = Object.entries(languages).map(([language, details]) => [language, { ...details, hash }]);
  if (named.length !== 1)
    throw new Error('pack-index: the search index must be in one language. Give every page the same "lang".');
  return new TextEncoder().encode(JSON.stringify({ ...rest, languages: Object.fromEntries(named) }));
};

/**
 * Repacks an index: words that begin alike lie together in small files, and what is loaded first lists no names.
 *
 * @param files what Pagefind made
 * @returns what to write instead
 * @throws when Pagefind made an index in several languages, or another one than the pinned version does
 */
export const packIndex = (files: readonly IndexFile[]): IndexFile[] => {
  const find = (ending: string): Uint8Array => {
    const file = files.find(({ path }) => path.endsWith(ending));
    if (!file)
      throw new Error(`pack-index: Pagefind made no file "${ending}". Mend or remove src/build/pack-index.ts.`);
    return file.content;
  };
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const get = (path: string): Uint8Array => contents.get(path) ?? find(path);
  const [version, records, old, ...rest] = read<Overview>(find('.pf_meta'));
  const chunks = toChunks(old.flatMap(([, , name]) => read<[Word[]]>(get(`index/${name}.pf_index`))[0]));
  // All names of a build carry one tag, so that a browser never mixes it with what it kept of another.
  const tag = createHash('sha256')
    .update(encode([version, records, chunks, rest]))
    .digest('hex')
    .slice(0, 10);
  const toName = (number: number): string => String(number).padStart(blank.length, '0') + tag;
  const overview: Overview = [
    version,
    records.map(([, words]) => [blank + tag, toLength(words)]),
    chunks.map(({ from, to }) => [from, to, blank + tag]),
    ...rest,
  ];
  return [
    ...files.filter(({ path }) => !/\.pf_(?:meta|index|fragment)$|entry\.json$/.test(path)),
    { path: 'pagefind-entry.json', content: toEntry(find('pagefind-entry.json'), tag) },
    { path: `pagefind.${tag}.pf_meta`, content: write(overview) },
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

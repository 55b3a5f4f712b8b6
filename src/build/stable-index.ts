/**
 * Makes Pagefind's index the same for the same pages. Pagefind takes filters and their values in the order of a hash table, another one
 * each time, and names files by a hash of their content (https://github.com/Pagefind/pagefind/issues/638).
 */
import { createHash } from 'node:crypto';
import { decode, encode } from 'cborg';
import { gunzipSync, gzipSync } from 'fflate';

/** One file of an index. */
export interface IndexFile {
  /** Its path below `pagefind/`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** A filter's name, and its values with the numbers of the records that have them. */
type Filter = [name: string, values: [value: string, records: number[]][]];

/** What the index says of all of its files; the fourth part names each filter's file. */
type Meta = [version: string, records: unknown, words: unknown, filters: [name: string, file: string][], ...unknown[]];

/** The start of every unpacked file of an index, by which Pagefind's script knows it. */
const signature = new TextEncoder().encode('pagefind_dcd');

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** The text in a file's name that stands for its content: `en_3de6992`. */
const findName = (path: string): string => /(?:filter\/|pagefind\.)(.+)\.pf_(?:filter|meta)$/.exec(path)?.[1] ?? '';

/** Changes what is packed in a file, and names the file after it, in a name as long as Pagefind's own. */
const rewrite = <T>({ path, content }: IndexFile, change: (value: T) => T): IndexFile => {
  const value = change(decode(gunzipSync(content).subarray(signature.length)));
  const packed = gzipSync(new Uint8Array([...signature, ...encode(value)]), { mtime: 0, level: 9 });
  const name = findName(path);
  const language = name.slice(0, name.indexOf('_') + 1);
  const hash = createHash('sha256').update(packed).digest('hex');
  return { path: path.replace(name, (language + hash).slice(0, name.length)), content: packed };
};

/** @returns the same index with everything in order, and files named after that */
export const toStableIndex = (files: readonly IndexFile[]): IndexFile[] => {
  const renamed = new Map<string, string>();
  const keepName = (before: IndexFile, after: IndexFile): IndexFile => {
    renamed.set(findName(before.path), findName(after.path));
    return after;
  };
  const toNew = (name: string): string => renamed.get(name) ?? name;

  const change = (ending: string, act: (file: IndexFile) => IndexFile) => (index: readonly IndexFile[]) =>
    index.map((file) => (file.path.endsWith(ending) ? keepName(file, act(file)) : file));
  const orderFilters = change('.pf_filter', (file) =>
    rewrite<Filter>(file, ([name, values]) => [name, values.sort(byName)]),
  );
  const orderMeta = change('.pf_meta', (file) =>
    rewrite<Meta>(file, ([version, records, words, filters, ...rest]) => {
      const named = filters.map(([name, file]): [string, string] => [name, toNew(file)]);
      return [version, records, words, named.sort(byName), ...rest];
    }),
  );
  const nameMeta = change('pagefind-entry.json', ({ path, content }) => {
    const text = new TextDecoder().decode(content);
    const named = text.replaceAll(/(?<="hash":")[^"]+/g, toNew);
    return { path, content: new TextEncoder().encode(named) };
  });
  return nameMeta(orderMeta(orderFilters(files)));
};

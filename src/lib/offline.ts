/** The offline copy: all files of the guide in one, so that keeping it is one request and not thousands. */

/** A file of the copy. */
export interface OfflineFile {
  /** Its address from the site's root, without the first slash. */
  readonly path: string;
  /** Its media type, with the character set of texts. */
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What a site says about its offline copy, in `offline/index.json`. */
export interface OfflineIndex {
  /** Stands for the content of all files. */
  readonly version: string;
  /** Where the copy is, from the site's root, without the first slash. */
  readonly url: string;
  /** How much is to be loaded, in bytes. */
  readonly bytes: number;
  /** How much the browser will keep, in bytes. */
  readonly size: number;
}

/** A page is kept without its style sheets, which are the same in hundreds of pages; this stands in their place. */
export const sheetMark = /\/\*sheet ([\w-]+)\*\//g;
export const toSheetMark = (hash: string): string => `/*sheet ${hash}*/`;
export const toSheetPath = (hash: string): string => `offline/sheet-${hash}.css`;

/** The list of files that stands before their bodies: path, type, length in bytes. */
type Entry = readonly [path: string, type: string, length: number];

/** Puts files into one: the length of the list in four bytes, the least first; the list as JSON; the bodies in its order. */
export const packFiles = (files: readonly OfflineFile[]): Uint8Array<ArrayBuffer> => {
  const entries: Entry[] = files.map(({ path, type, body }) => [path, type, body.length]);
  const list = new TextEncoder().encode(JSON.stringify(entries));
  const bytes = new Uint8Array(files.reduce((sum, { body }) => sum + body.length, 4 + list.length));
  new DataView(bytes.buffer).setUint32(0, list.length, true);
  bytes.set(list, 4);
  let offset = 4 + list.length;
  for (const { body } of files) {
    bytes.set(body, offset);
    offset += body.length;
  }
  return bytes;
};

/**
 * Takes files apart that were put into one.
 *
 * @throws when bytes are missing or too many: a load that broke off
 */
export const unpackFiles = (bytes: Uint8Array<ArrayBuffer>): OfflineFile[] => {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const entries = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Entry[];
  let offset = 4 + length;
  const files = entries.map(([path, type, size]) => {
    const body = bytes.subarray(offset, offset + size);
    offset += size;
    return { path, type, body };
  });
  if (offset !== bytes.length) throw new Error(`The offline copy has ${bytes.length} bytes instead of ${offset}.`);
  return files;
};

/** An entry that is put into a cache last, so that a load which broke off is never taken for a copy. */
export const completeMark = 'offline/complete';

/** The name of the cache that holds a copy. Several guides can stand on one host, so it names its folder. */
export const toCacheName = (root: string, version: string): string => `guide ${root} ${version}`;

/** The version of a copy, or nothing for the caches of others. */
export const findVersion = (root: string, name: string): string | undefined => {
  const start = toCacheName(root, '');
  return name.startsWith(start) ? name.slice(start.length) : undefined;
};

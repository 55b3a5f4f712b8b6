import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Files that hold packed data already; packing them again gains nothing. */
const isPacked = (path: string): boolean => /\.(?:epub|pagefind|pdf|pf_\w+|png|woff2)$/.test(path);

/** The first year that a zip can say, as local time, which is what zips keep: noon exists in every time zone. */
const date = new Date(1980, 0, 1, 12);

const readableByAll = 0o644 << 16;
const unix = 3;

/**
 * Packs a folder; the same files give the same bytes on every machine.
 *
 * @param folder the folder, all of whose files are packed
 * @param top the one folder that unpacking makes
 * @param onFile told after each file how many are done, of how many
 */
export const zipFolder = (folder: string, top: string, onFile?: (done: number, all: number) => void): Uint8Array => {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  paths.forEach((path, place) => {
    const name = `${top}/${path}`;
    const file = isPacked(path) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 9 });
    Object.assign(file, { mtime: date, os: unix, attrs: readableByAll });
    zip.add(file);
    file.push(readFileSync(join(folder, path)), true);
    onFile?.(place + 1, paths.length);
  });
  zip.end();
  return Buffer.concat(chunks);
};

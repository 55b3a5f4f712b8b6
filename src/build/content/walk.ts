import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What stands below a folder. */
export interface Tree {
  /** Files, with forward slashes, in order. */
  readonly files: readonly string[];
  /** What is neither a file nor a folder: links, sockets and the like. */
  readonly others: readonly string[];
}

/** The names that start with a dot belong to systems and editors, and Astro passes them over too. */
const isOurs = ({ name }: Dirent): boolean => !name.startsWith('.');

/** Lists what stands below a folder; links are not followed. */
export const walk = (folder: string, path = ''): Tree => {
  if (!existsSync(folder)) return { files: [], others: [] };
  const trees = readdirSync(folder, { withFileTypes: true })
    .filter(isOurs)
    .map((entry): Tree => {
      const own = `${path}${entry.name}`;
      if (entry.isDirectory()) return walk(join(folder, entry.name), `${own}/`);
      return entry.isFile() ? { files: [own], others: [] } : { files: [], others: [own] };
    });
  return { files: trees.flatMap(({ files }) => files).sort(), others: trees.flatMap(({ others }) => others).sort() };
};

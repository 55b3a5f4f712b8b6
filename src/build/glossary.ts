import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Entry } from '../lib/glossary.ts';
import { splitFrontMatter } from './content/front-matter.ts';

/** Reads names and aliases of all glossary entries; broken files are left to the content checks. */
export const readEntries = (folder: string): Entry[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => {
      try {
        const { matter } = splitFrontMatter(readFileSync(join(folder, file), 'utf8')) ?? {};
        const data = parse(matter ?? '') as Partial<Entry> | null;
        return data?.term ? [{ id: file.slice(0, -3), term: data.term, aliases: data.aliases ?? [] }] : [];
      } catch {
        return [];
      }
    });

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Entry } from '../lib/glossary.ts';

/** Splits a file into its front matter and its body. */
export const splitFrontMatter = (source: string): { matter: string; body: string; bodyLine: number } => {
  const [, matter] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source) ?? [];
  if (matter === undefined) return { matter: '', body: source, bodyLine: 1 };
  const head = source.indexOf('---', 3 + matter.length) + 3;
  return { matter, body: source.slice(head), bodyLine: source.slice(0, head).split('\n').length };
};

/** Reads names and aliases of all glossary entries; broken files are left to the content checks. */
export const readEntries = (folder: string): Entry[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => {
      try {
        const data = parse(splitFrontMatter(readFileSync(join(folder, file), 'utf8')).matter) as Partial<Entry> | null;
        return data?.term ? [{ id: file.slice(0, -3), term: data.term, aliases: data.aliases ?? [] }] : [];
      } catch {
        return [];
      }
    });

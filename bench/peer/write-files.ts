import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PeerPage, PeerPart } from '../content/peer-page.ts';

/** Writes a file for each page below a folder; the home page is `index`. */
export const writePages = (
  folder: string,
  pages: readonly PeerPage[],
  ending: string,
  render: (page: PeerPage) => string,
): void => {
  for (const page of pages) {
    const file = join(folder, `${page.path || 'index'}${ending}`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, render(page));
  }
};

/** The navigation in the words of a peer. */
export const mapParts = <T>(
  parts: readonly PeerPart[],
  toPage: (part: { label: string; path: string }) => T,
  toGroup: (label: string, items: T[]) => T,
): T[] =>
  parts.map((part) => ('items' in part ? toGroup(part.label, mapParts(part.items, toPage, toGroup)) : toPage(part)));

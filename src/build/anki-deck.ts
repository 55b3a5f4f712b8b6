import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { ankiUrl, toAbsoluteUrl } from '../lib/urls.ts';
import { site as words } from '../site.ts';
import { makeCollection } from './anki/collection.ts';
import { readNotes } from './anki/read-notes.ts';

/** The earliest time that a zip file can hold, so that equal decks are equal files. */
const mtime = new Date(1980, 0, 1);

/**
 * Writes the deck for Anki into a built site, from the pages of its flashcards.
 *
 * @param folder the built site
 * @param site the whole address at which it will stand; without it the notes name the places in the guide and link none
 * @param now when the notes' words were last written
 */
export const writeAnkiDeck = (folder: string, site?: string, now = new Date()): void => {
  const findUrl = (path: string): string | undefined => (site ? toAbsoluteUrl(new URL(site), path) : undefined);
  const pages = readdirSync(join(folder, 'cards'))
    .filter((name) => name.endsWith('.html'))
    .sort();
  const notes = pages.flatMap((name) =>
    readNotes(readFileSync(join(folder, 'cards', name), 'utf8'), `/cards/${name}`, findUrl),
  );
  const collection = makeCollection(words.title, notes, Math.floor(now.getTime() / 1000));
  // Anki asks for the list of pictures and sounds even where there are none.
  const files = { 'collection.anki2': collection, media: strToU8('{}') };
  writeFileSync(join(folder, ankiUrl), zipSync(files, { mtime }));
};

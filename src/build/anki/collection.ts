/** An Anki collection with the guide's notes, in the format that every Anki since 2.1 and the apps for phones import. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { AnkiNote } from './read-notes.ts';
import { options, tables } from './schema.ts';
import { cardBack, cardCss, cardFront, fieldNames } from './templates.ts';

/** Permanent: begins the ids by which Anki knows the guide's notes, and their tags. */
const prefix = 'annotated-architect';
/** Permanent: Anki knows the guide's note type by it. */
const noteType = 1_795_392_000_000;
/** When the templates or their style last changed, in seconds since 1970: Anki takes them over when it is later than what it has. */
const templatesChanged = 1_795_392_000;
/** Anki gives notes, cards and decks ids that are times in milliseconds, and finds others where these are taken. */
const firstId = 1_500_000_000_000;
/** The beginning of the collection's days, in seconds since 1970. */
const created = 1_500_000_000;

const toNoteType = (name: string): object => ({
  id: noteType,
  name,
  type: 0,
  mod: templatesChanged,
  usn: -1,
  sortf: 0,
  did: null,
  tmpls: [{ name: 'Card', ord: 0, qfmt: cardFront, afmt: cardBack, bqfmt: '', bafmt: '', did: null }],
  flds: fieldNames.map((field, ord) => ({
    name: field,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  })),
  css: cardCss,
  latexPre: '',
  latexPost: '',
  req: [[0, 'any', [0]]],
  tags: [],
  vers: [],
});

const toDeck = (id: number, name: string, mod: number): object => ({
  id,
  name,
  mod,
  usn: -1,
  desc: '',
  dyn: 0,
  conf: 1,
  collapsed: false,
  browserCollapsed: false,
  extendNew: 0,
  extendRev: 0,
  lrnToday: [0, 0],
  revToday: [0, 0],
  newToday: [0, 0],
  timeToday: [0, 0],
});

/** What a collection keeps of its own use. */
const toSettings = (nextPlace: number): object => ({
  activeDecks: [1],
  addToCur: true,
  collapseTime: 1200,
  curDeck: 1,
  curModel: noteType,
  dueCounts: true,
  estTimes: true,
  newSpread: 0,
  nextPos: nextPlace,
  sortBackwards: false,
  sortType: 'noteFld',
  timeLim: 0,
});

const toText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');

/** The number by which Anki finds notes with the same first field: the first 32 bits of its SHA-1. */
const toChecksum = (text: string): number =>
  Number.parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);

const toTags = (tags: readonly string[]): string => ` ${tags.map((tag) => `${prefix}::${tag}`).join(' ')} `;

const keyed = (entries: readonly { readonly id?: number }[]): string =>
  JSON.stringify(Object.fromEntries(entries.map((entry) => [String(entry.id), entry])));

/**
 * Makes a collection of notes, each with one new card.
 *
 * @param name the guide's name, which the note type and the deck above all others have
 * @param notes in the order in which they are to be learned
 * @param now when the notes' words were last written, in seconds since 1970: Anki replaces those of its notes that are older
 * @returns an SQLite database
 */
export const makeCollection = (name: string, notes: readonly AnkiNote[], now: number): Uint8Array => {
  const database = new DatabaseSync(':memory:');
  database.exec(tables);
  const names = [name, ...new Set(notes.map(({ deck }) => `${name}::${deck}`))];
  const decks = new Map(names.map((deck, place) => [deck, firstId + place]));
  database
    .prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
    .run(
      created,
      now * 1000,
      now * 1000,
      JSON.stringify(toSettings(notes.length + 1)),
      keyed([toNoteType(name)]),
      keyed([toDeck(1, 'Default', 0), ...[...decks].map(([deck, id]) => toDeck(id, deck, now))]),
      keyed([options]),
      '{}',
    );
  const addNote = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const addCard = database.prepare("INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
  database.exec('BEGIN');
  for (const [place, { id, deck, tags, front, back, notes: then, place: guide, source }] of notes.entries()) {
    const first = toText(front);
    const fields = [front, back, then, guide, source].join('\u001f');
    const guid = `${prefix}/${id}`;
    addNote.run(firstId + place, guid, noteType, now, toTags(tags), fields, first, toChecksum(first));
    addCard.run(firstId + place, firstId + place, decks.get(`${name}::${deck}`) ?? 1, now, place + 1);
  }
  database.exec('COMMIT');
  const bytes = database.serialize();
  database.close();
  return bytes;
};

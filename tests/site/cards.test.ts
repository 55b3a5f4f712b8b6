import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/build/content.ts';
import { type CardIndex, toCardIds } from '../../src/lib/card-index.ts';
import { ankiUrl } from '../../src/lib/urls.ts';
import { attribute, dist, pages, textOf } from '../support/dist.ts';

const library = readLibrary(fileURLToPath(new URL('../..', import.meta.url)));
const index = JSON.parse(readFileSync(join(dist, 'cards/index.json'), 'utf8')) as CardIndex;
const toPlain = (text: string): string => text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();

/** The cards of a deck's page, each with its text. */
const readPage = (deck: string): { id: string; revision: string; text: string }[] => {
  const page = pages.find(({ path }) => path === `cards/${deck}.html`);
  return (page?.elements ?? [])
    .filter((element) => attribute(element, 'class') === 'flashcard')
    .map((element) => ({
      id: attribute(element, 'data-card') ?? '',
      revision: attribute(element, 'data-revision') ?? '',
      text: toPlain(textOf(element)),
    }));
};
const texts = new Map(Object.keys(index).flatMap((deck) => readPage(deck).map(({ id, text }) => [id, text] as const)));

describe('the flashcards', () => {
  test('of the index are those of the decks’ pages, in the same order and with the same revisions', () => {
    for (const [deck, cards] of Object.entries(index))
      expect(
        readPage(deck).map(({ id, revision }) => [id, revision]),
        deck,
      ).toEqual(Object.entries(cards));
    const decks = pages.flatMap(({ path }) => /^cards\/(.*)\.html$/.exec(path)?.[1] ?? []);
    expect(decks.toSorted()).toEqual(Object.keys(index).toSorted());
  });

  test('are one a fact, with its prompt, its answer and what the notes said', () => {
    for (const { data } of library.facts) {
      const text = texts.get(`fact/${data.id}`) ?? '';
      for (const words of [data.prompt, data.today, data.then ?? '']) expect(text, data.id).toContain(toPlain(words));
    }
  });

  test('are one a term, but for those of the exam itself', () => {
    for (const { id, data } of library.terms) expect(texts.has(`term/${id}`), id).toBe(data.kind !== 'exam');
  });

  test('say what became of a service that is renamed, closed or retired', () => {
    const words = { current: /./, renamed: /renamed/, closed: /closed to new customers/, retired: /retired/ };
    for (const { id, data } of library.terms)
      if (data.kind !== 'exam') expect(texts.get(`term/${id}`), id).toMatch(words[data.status]);
  });

  test('are no more than the facts and the terms', () => {
    const ids = toCardIds(index);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set([
      ...library.facts.map(({ data }) => `fact/${data.id}`),
      ...library.terms.map(({ id }) => `term/${id}`),
    ]);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('the deck for Anki', () => {
  const database = new DatabaseSync(':memory:');
  const toRows = (query: string): Record<string, unknown>[] => database.prepare(query).all();

  beforeAll(() => {
    const files = unzipSync(readFileSync(join(dist, ankiUrl)));
    expect(Object.keys(files).toSorted()).toEqual(['collection.anki2', 'media']);
    expect(new TextDecoder().decode(files['media'])).toBe('{}');
    database.deserialize(files['collection.anki2'] ?? new Uint8Array());
  });

  test('holds every card once, under an id that never changes', () => {
    const guids = toRows('SELECT guid FROM notes').map(({ guid }) => String(guid));
    const ids = toCardIds(index).map((id) => `annotated-architect/${id}`);
    expect(guids.toSorted()).toEqual(ids.toSorted());
    expect(toRows('SELECT n.id FROM notes n LEFT JOIN cards c ON c.nid = n.id WHERE c.id IS NULL')).toEqual([]);
    expect(toRows('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
  });

  test('puts every card into a deck that it brings, below the guide’s', () => {
    const [col] = toRows('SELECT decks, models FROM col');
    const decks = JSON.parse(String(col?.['decks'])) as Record<string, { name: string }>;
    for (const { did } of toRows('SELECT DISTINCT did FROM cards'))
      expect(decks[String(did)]?.name).toMatch(/^The Annotated Architect::\S/);
  });

  test('has whole notes: a front, a back, links that lead out of Anki, tags without spaces', () => {
    for (const { guid, flds, tags } of toRows('SELECT guid, flds, tags FROM notes')) {
      const [front, back, ...others] = String(flds).split('\u001f');
      expect(others, String(guid)).toHaveLength(3);
      expect(front?.trim() && back?.trim(), String(guid)).toBeTruthy();
      for (const [, href] of String(flds).matchAll(/href="([^"]*)"/g)) expect(href, String(guid)).toMatch(/^https?:/);
      expect(
        String(flds).replaceAll(/<\/?(?:a|b|br|code|small|span)(?: href="[^"]*")?>/g, ''),
        String(guid),
      ).not.toMatch(/[<>]/);
      for (const tag of String(tags).trim().split(' ')) expect(tag, String(guid)).toMatch(/^annotated-architect::\S+$/);
    }
  });
});

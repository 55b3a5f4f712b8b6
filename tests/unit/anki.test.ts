import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { makeCollection } from '../../src/build/anki/collection.ts';
import { readNotes } from '../../src/build/anki/read-notes.ts';

const toPage = (cards: string): string => `<ul class="flashcards" data-deck="1 First &amp; last">${cards}</ul>`;
const fact = `<li class="flashcard" data-card="fact/reads" data-revision="r"><p class="front">Is <code>a &lt; b</code> &amp; c?</p>
  <details><summary>Answer</summary><div class="back"><p class="card-answer">"Yes",	so</p>
  <p class="card-then changed"><b>2016</b> <span class="card-notes">No <small>changed 2020</small></span></p>
  <p class="card-places"><a class="card-place" aria-label="x" href="../1-first/1.2-b.html#then-reads">1.2 B &amp; C</a>
  <a class="card-source" href="https://docs.example/a?b=1&amp;c=2">source</a></p></div></details></li>`;
const term = `<li class="flashcard" data-card="term/old" data-revision="r"><p class="front">Old</p>
  <div class="back"><p class="card-answer">It was.</p><p class="card-end"><span class="status retired">retired</span> Instead: <a href="../glossary/new.html">New</a></p>
  <p class="card-places"><a class="card-place" href="../glossary/old.html">Glossary</a></p></div></li>`;

const read = (site?: string) =>
  readNotes(toPage(fact + term), '/cards/1-first.html', (path) => (site ? site + path : undefined));

/** The rows of a table, each as a plain object. */
const toRows = (bytes: Uint8Array, query: string): Record<string, unknown>[] => {
  const database = new DatabaseSync(':memory:');
  database.deserialize(bytes);
  return database
    .prepare(query)
    .all()
    .map((row) => ({ ...row }));
};

describe('a note for Anki', () => {
  test('has the card’s words as HTML, its history and its source, each in a field of its own', () => {
    const [note] = read();
    expect(note).toMatchObject({
      id: 'fact/reads',
      deck: '1 First & last',
      front: 'Is <code>a &lt; b</code> &amp; c?',
      back: '"Yes",\tso',
      notes: 'No <small>changed 2020</small>',
      source: '<a href="https://docs.example/a?b=1&amp;c=2">docs.example</a>',
    });
  });

  test('links its place in the guide where the guide’s address is known, and names it otherwise', () => {
    expect(read()[0]?.place).toBe('1.2 B &amp; C');
    expect(read('https://guide.example')[0]?.place).toBe(
      '<a href="https://guide.example/1-first/1.2-b.html#then-reads">1.2 B &amp; C</a>',
    );
    expect(read()[1]?.back).toContain('Instead: <span>New</span>');
    expect(read('https://guide.example')[1]?.back).toContain(
      '<a href="https://guide.example/glossary/new.html">New</a>',
    );
  });

  test('has a tag for its section, one where the notes differ, and one for all terms', () => {
    expect(read().map(({ tags }) => tags)).toEqual([['1-first::1.2-b', 'changed'], ['glossary']]);
  });
});

describe('a collection for Anki', () => {
  const bytes = makeCollection('The Guide', read(), 1_800_000_000);

  test('holds a note and a new card for each, in a deck below the guide’s', () => {
    const [{ decks } = {}] = toRows(bytes, 'SELECT decks FROM col');
    const names = Object.values(JSON.parse(String(decks)) as Record<string, { id: number; name: string }>);
    const deck = names.find(({ name }) => name === 'The Guide::1 First & last');
    expect(names.map(({ name }) => name)).toEqual(['Default', 'The Guide', 'The Guide::1 First & last']);
    expect(toRows(bytes, 'SELECT did, type, queue, due, reps FROM cards ORDER BY due')).toEqual([
      { did: deck?.id, type: 0, queue: 0, due: 1, reps: 0 },
      { did: deck?.id, type: 0, queue: 0, due: 2, reps: 0 },
    ]);
  });

  test('knows a note by its card’s id and by nothing else, so that a later import never adds it twice', () => {
    const later = makeCollection('The Guide', read('https://guide.example').reverse(), 1_900_000_000);
    const query = 'SELECT guid, mid FROM notes ORDER BY guid';
    expect(toRows(later, query)).toEqual(toRows(bytes, query));
    expect(toRows(bytes, query).map(({ guid }) => guid)).toEqual([
      'annotated-architect/fact/reads',
      'annotated-architect/term/old',
    ]);
    expect(toRows(later, 'SELECT DISTINCT mod FROM notes')).toEqual([{ mod: 1_900_000_000 }]);
  });

  test('gives every note the fields of its type, and tags between spaces', () => {
    const [{ models } = {}] = toRows(bytes, 'SELECT models FROM col');
    const [type] = Object.values(JSON.parse(String(models)) as Record<string, { id: number; flds: unknown[] }>);
    for (const { flds, mid, tags } of toRows(bytes, 'SELECT flds, mid, tags FROM notes')) {
      expect(mid).toBe(type?.id);
      expect(String(flds).split('\u001f')).toHaveLength(type?.flds.length ?? 0);
      expect(tags).toMatch(/^(?: annotated-architect::[\w.:-]+)+ $/);
    }
  });

  test('sorts notes by their front as it is read, and finds equal ones by its checksum', () => {
    // The checksum is what `printf %s 'Is a < b & c?' | sha1sum` begins with.
    expect(toRows(bytes, "SELECT sfld, printf('%x', csum) AS csum FROM notes WHERE guid LIKE '%reads'")).toEqual([
      { sfld: 'Is a < b & c?', csum: 'e012e7a0' },
    ]);
  });
});

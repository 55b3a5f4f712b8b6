import { gunzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { toChunks, type Word } from '../../src/build/index-chunks.ts';
import { fillBlanks, packIndex } from '../../src/build/pack-index.ts';
import { slim } from '../../src/build/slim.ts';

const letters = [...'abcdefghij'];

const pairs = letters.flatMap((a) => letters.map((b) => a + b));
const heavy = 'ca';

/** A thousand words in their order; those of one beginning stand in so many places that they are half of the index. */
const words: readonly Word[] = pairs
  .flatMap((pair) => letters.map((c): Word => [`${pair}${c}word`, pair === heavy ? 'x'.repeat(1000) : 'x']))
  .concat([[heavy, 'x']])
  .sort(([a], [b]) => (a < b ? -1 : 1));

const chunks = toChunks(words);

/** The chunks that the engine loads for a term. */
const toLoaded = (term: string): typeof chunks => chunks.filter(({ from, to }) => from <= term && term <= to);

const toTexts = (list: readonly Word[]): string[] => list.map(([text]) => text);

test('every word of an index is in one chunk, in which the engine looks for it', () => {
  expect(toTexts(chunks.flatMap((chunk) => chunk.words))).toEqual(toTexts(words));
  for (const [text] of words) expect([text, toLoaded(text).length]).toEqual([text, 1]);
  for (const [text] of words) expect(toLoaded(text).flatMap((chunk) => toTexts(chunk.words))).toContain(text);
});

test('a beginning of two letters or more loads one chunk with all words that begin so', () => {
  for (const beginning of [...pairs.filter((pair) => pair !== heavy), 'abc', 'jjjw', 'cabw']) {
    const [chunk, ...others] = toLoaded(beginning);
    const expected = toTexts(words).filter((text) => text.startsWith(beginning));
    expect([beginning, others.length]).toEqual([beginning, 0]);
    expect(toTexts(chunk?.words ?? [])).toEqual(expect.arrayContaining(expected));
  }
});

test('where too many words begin alike, a beginning loads only some of them', () => {
  const total = chunks.reduce((sum, { weight }) => sum + weight, 0);
  for (const beginning of [...letters, heavy]) {
    const [chunk, ...others] = toLoaded(beginning);
    expect([beginning, others.length]).toEqual([beginning, 0]);
    expect(chunk?.weight).toBeLessThan(total / 10);
  }
});

afterAll(() => close());

test('the engine finds a file behind every name that a packed index gives it', async () => {
  const { index } = await createIndex();
  for (const [page, text] of ['Warm standby', 'Pilot light', 'Backup and restore'].entries())
    await index?.addHTMLFile({ url: `${page}.html`, content: `<html lang="en"><body><h1>${text}</h1></body></html>` });
  const packed = packIndex((await index?.getFiles())?.files ?? []);
  const overview = packed.find(({ path }) => path.endsWith('.pf_meta'));
  const [, records, parts] = decode(
    fillBlanks(Uint8Array.from(gunzipSync(overview?.content ?? '').subarray('pagefind_dcd'.length))),
  ) as [string, [string, number][], [string, string, string][]];
  const names = [
    ...records.map(([name]) => `fragment/${name}.pf_fragment`),
    ...parts.map(([, , name]) => `index/${name}.pf_index`),
  ];
  expect(records).toHaveLength(3);
  expect(packed.map(({ path }) => path)).toEqual(expect.arrayContaining(names));
  const entry = new TextDecoder().decode(packed.find(({ path }) => path === 'pagefind-entry.json')?.content);
  expect(overview?.path).toBe(`pagefind.${JSON.parse(entry).languages.en.hash}.pf_meta`);
});

test('a package that has changed its shape stops the build and says where', () => {
  expect(() => slim('src/build/slim-search.ts', 'var a = 1;', [[/b/, '']])).toThrow(
    'src/build/slim-search.ts: the package has changed its shape, /b/ is not in it. Mend or remove the change.',
  );
});

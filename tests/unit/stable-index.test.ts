import { encode } from 'cborg';
import { gunzipSync, gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type IndexFile, toStableIndex } from '../../src/build/stable-index.ts';

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const pack = (value: unknown): Uint8Array =>
  gzipSync(new Uint8Array([...toBytes('pagefind_dcd'), ...encode(value)]), { mtime: '2026-01-01' });

/** An index as Pagefind makes it, with its lists in some order. */
const makeIndex = (order: (list: [string, unknown][]) => unknown, names: [string, string, string]): IndexFile[] => {
  const [kind, domain, meta] = names;
  return [
    { path: `filter/${kind}.pf_filter`, content: pack(['kind', order([['Term', [1]], ['Section', [2]]])]) }, // biome-ignore format: one file a line
    { path: `filter/${domain}.pf_filter`, content: pack(['domain', order([['2 Costing', [2]], ['1 High', [1]]])]) }, // biome-ignore format: one file a line
    { path: `pagefind.${meta}.pf_meta`, content: pack(['1.5.2', [], [], order([['kind', kind], ['domain', domain]])]) }, // biome-ignore format: one file a line
    { path: 'pagefind-entry.json', content: toBytes(`{"languages":{"en":{"hash":"${meta}"}}}`) },
    { path: 'fragment/en_1.pf_fragment', content: toBytes('as it was') },
  ];
};

const one = toStableIndex(makeIndex((list) => list, ['en_aaaaaaa', 'en_bbbbbbb', 'en_cccccccccc']));
const other = toStableIndex(makeIndex((list) => list.reverse(), ['en_ddddddd', 'en_eeeeeee', 'en_ffffffffff']));

test('an index is the same, whatever order Pagefind takes filters and values in', () => {
  expect(one).toEqual(other);
});

test('the files of an index name each other by their new names', () => {
  const find = (pattern: RegExp): IndexFile => one.find(({ path }) => pattern.test(path)) as IndexFile;
  const meta = find(/pf_meta$/);
  const [, name = ''] = /pagefind\.(en_\w{10})\.pf_meta/.exec(meta.path) ?? [];
  expect(new TextDecoder().decode(find(/json$/).content)).toContain(`"${name}"`);
  const text = new TextDecoder().decode(gunzipSync(meta.content));
  for (const { path } of one.filter((file) => file.path.startsWith('filter/')))
    expect(text).toContain(path.slice('filter/'.length, -'.pf_filter'.length));
});

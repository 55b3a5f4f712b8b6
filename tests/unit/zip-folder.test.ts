import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test, vi } from 'vitest';
import { zipFolder } from '../../src/build/zip-folder.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder with a page, a font and a hidden file, made in some order on some day. */
const makeFolder = (names: string[], day: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-zip-'));
  made.push(folder);
  mkdirSync(join(folder, 'a'));
  for (const name of names) {
    writeFileSync(join(folder, name), `content of ${name} `.repeat(100), { mode: 0o600 });
    utimesSync(join(folder, name), new Date(day), new Date(day));
  }
  return folder;
};

const names = ['b.html', 'a/z.woff2', '.htaccess'];
const zip = zipFolder(makeFolder(names, '2026-01-01'), 'guide');

test('a zip has the same bytes, whenever it and its files were made', () => {
  vi.setSystemTime('2030-01-01');
  expect(zipFolder(makeFolder(names.toReversed(), '2020-06-01'), 'guide')).toEqual(zip);
  vi.useRealTimers();
});

test('a zip holds every file, in order, in one folder', () => {
  const files = Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
  expect(files).toEqual(
    ['.htaccess', 'a/z.woff2', 'b.html'].map((name) => [`guide/${name}`, `content of ${name} `.repeat(100)]),
  );
});

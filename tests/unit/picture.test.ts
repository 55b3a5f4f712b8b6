import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isStale } from '../../src/build/diagrams/digest.ts';
import { readPicture } from '../../src/build/diagrams/picture.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { source, svg = '' } = readPicture(root);

test('the picture of the project is drawn from its source', () => {
  expect(isStale(source, svg)).toBe(false);
});

test('the picture of the project names places that exist', () => {
  const places = source.match(/\b(?:src|content)\/[\w./]*/g) ?? [];
  expect(places.length).toBeGreaterThan(0);
  expect(places.filter((place) => !existsSync(`${root}${place}`))).toEqual([]);
});

test('the picture of the project has its colors with it', () => {
  expect(svg).toMatch(/<style>.*--paper:.*<\/style>/);
});

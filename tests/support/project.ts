import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDigest } from '../../src/build/diagrams/digest.ts';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;

/** The names of the broken contents, which are the rules that they break. */
export const brokenContents = readdirSync(fixtures).filter((name) => name !== 'base');

/** The text that authors are told about a broken content. */
export const readExpected = (name: string): string => {
  const file = join(fixtures, name, 'expected.txt');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

export const writeExpected = (name: string, text: string): void =>
  writeFileSync(join(fixtures, name, 'expected.txt'), text);

/**
 * Lays a broken content over the sound one, in a folder of its own.
 *
 * @returns the folder that holds `content/`
 */
export const makeProject = (name?: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  cpSync(join(fixtures, 'base'), folder, { recursive: true });
  const drawing = join(folder, 'content/domains/1-example/1.1-first/alpha-flow');
  const svg = readFileSync(`${drawing}.svg`, 'utf8').replace(
    '{{digest}}',
    toDigest(readFileSync(`${drawing}.mmd`, 'utf8')),
  );
  writeFileSync(`${drawing}.svg`, svg);
  if (name) cpSync(join(fixtures, name, 'content'), join(folder, 'content'), { recursive: true });
  return folder;
};

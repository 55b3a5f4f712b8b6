import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toDigest } from '../../src/build/diagrams/digest.ts';
import { madeMistakes } from './made-mistakes.ts';

/** Where the contents for tests are kept. */
export const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const toExpectedFile = (mistake: string): string => join(fixtures, 'mistakes', mistake, 'expected.txt');

/** Every mistake, as `<rule>/<what was done>`. */
export const mistakes: readonly string[] = [
  ...new Set([
    ...globSync('*/*', { cwd: join(fixtures, 'mistakes') }).map((path) => path.replaceAll('\\', '/')),
    ...Object.keys(madeMistakes),
  ]),
].sort();

/** The text that authors are told about a mistake. */
export const readExpected = (mistake: string): string => {
  const file = toExpectedFile(mistake);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

export const writeExpected = (mistake: string, text: string): void => {
  mkdirSync(dirname(toExpectedFile(mistake)), { recursive: true });
  writeFileSync(toExpectedFile(mistake), text);
};

/** Writes the digest of each source into the drawing that leaves room for it. */
export const writeDigests = (content: string): void => {
  for (const path of globSync('**/*.svg', { cwd: content })) {
    const [drawing, source] = [join(content, path), join(content, path.replace(/\.svg$/, '.mmd'))];
    const svg = readFileSync(drawing, 'utf8');
    if (!svg.includes('{{digest}}')) continue;
    writeFileSync(drawing, svg.replace('{{digest}}', toDigest(readFileSync(source, 'utf8'))));
  }
};

/**
 * Makes a project with the sound content, or with a mistake in it, in a folder of its own.
 *
 * @returns the folder that holds `content/`
 */
export const makeProject = (mistake?: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  const content = join(folder, 'content');
  cpSync(join(fixtures, 'base'), folder, { recursive: true });
  writeDigests(content);
  if (!mistake) return folder;
  const overlay = join(fixtures, 'mistakes', mistake, 'content');
  if (existsSync(overlay)) cpSync(overlay, content, { recursive: true });
  writeDigests(content);
  madeMistakes[mistake]?.(content);
  return folder;
};

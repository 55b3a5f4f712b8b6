import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const made: string[] = [];

/** Copies the project's own files into a new folder, with links to the installed packages but none of their caches. */
const copyProject = (depth: string): string => {
  const top = mkdtempSync(join(tmpdir(), 'guide-copy-'));
  made.push(top);
  const copy = join(top, depth);
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of files.toString().split('\0'))
    if (file && existsSync(join(root, file))) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(root, file), join(copy, file));
    }
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name === '.bin' || !name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  return copy;
};

/** Builds a copy. It has no history, so it is told when its words were written. */
const build = (project: string, env: Record<string, string>): string => {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const { SITE_URL: _, NODE_ENV: __, VITEST: ___, ...rest } = process.env;
  execFileSync('node', ['src/build/build.ts'], {
    cwd: project,
    env: { ...rest, PATH: path, SOURCE_DATE_EPOCH: '1795392000', ...env },
    stdio: 'pipe',
  });
  return join(project, 'dist');
};

const readFiles = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file), readFileSync(file)]),
  );

/** Names the files that only one folder has, or that differ. */
const findDifferences = (a: Map<string, Buffer>, b: Map<string, Buffer>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])]
    .filter((path) => !(a.get(path) && b.get(path)?.equals(a.get(path) ?? Buffer.alloc(0))))
    .map((path) => (a.has(path) && b.has(path) ? `${path} differs` : `${path} is in one build only`))
    .sort();

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}, 60_000);

test('two builds in different folders, languages and time zones have the same bytes', { timeout: 900_000 }, () => {
  const one = readFiles(build(copyProject('a'), { TZ: 'UTC', LANG: 'C' }));
  const other = readFiles(build(copyProject('b/with a longer/path'), { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' }));
  expect(one.size).toBeGreaterThan(0);
  expect(findDifferences(one, other)).toEqual([]);
});

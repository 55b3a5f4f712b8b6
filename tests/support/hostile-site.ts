import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixtures, writeDigests } from './project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the copy of the project stands: below the project itself, so that it finds the same packages. */
export const hostileProject = join(root, '.cache/hostile');

/** The address that the site is built for. */
export const hostileAddress = 'https://guide.example/any/folder/';

/** Runs one of the copy's programs; throws with its own words when it fails. */
const run = (program: string): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    cwd: hostileProject,
    env: { ...process.env, NODE_ENV: 'production', SITE_URL: hostileAddress },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} failed on hostile text:\n${stdout}\n${stderr}`);
};

/**
 * Builds a whole site, and its book for e-readers, of content whose every text would like to be markup or script, in a copy of the project.
 *
 * @returns the built site's folder
 */
export const buildHostileSite = (): string => {
  rmSync(hostileProject, { recursive: true, force: true });
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(hostileProject, name), { recursive: true });
  const content = join(hostileProject, 'content');
  cpSync(join(fixtures, 'hostile/content'), content, { recursive: true });
  writeDigests(content);
  // Git may change line ends that are kept in a file.
  const guide = join(content, 'guides/hostile/index.mdx');
  writeFileSync(guide, readFileSync(guide, 'utf8').replaceAll(/\r?\n/g, '\r\n'));
  run('src/build/build.ts');
  run('src/build/epub.ts');
  return join(hostileProject, 'dist');
};

import { cpSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../places.ts';

/**
 * Copies what the guide is built from into a new folder, with a link to its packages.
 *
 * @returns the folder, outside the guide's own, so that no tool takes it for a part of that
 */
export const copyProject = (name: string): string => {
  const project = join(tmpdir(), name);
  rmSync(project, { recursive: true, force: true });
  for (const part of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'content', 'public', 'src', 'hosting'])
    cpSync(join(root, part), join(project, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'dir');
  return project;
};

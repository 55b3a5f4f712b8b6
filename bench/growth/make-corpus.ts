/** Makes a project in a folder of its own whose content is the guide's, several times over. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { readEntries } from '../../src/build/glossary.ts';
import { defineFinder } from '../../src/lib/glossary.ts';
import { root } from '../places.ts';
import { copyFile } from './copy-file.ts';
import { copyProject } from './copy-project.ts';
import { type Copy, toCopyPath } from './names.ts';

const readFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    );

/**
 * Makes the project; what stood in its folder is removed.
 *
 * @param scale how many times it holds the sections, guides and glossary; 1 is the guide as it is
 * @returns its folder, outside the guide's own, so that no tool takes it for a part of that
 */
export const makeCorpus = (scale: number): string => {
  const project = copyProject(`guide-times-${scale}`);
  const content = join(root, 'content');
  const files = readFiles(content).filter((path) => !path.startsWith('exams/'));
  const find = defineFinder(readEntries(join(content, 'glossary')));
  const domains = readdirSync(join(content, 'domains')).length;
  for (let number = 1; number < scale; number++)
    for (const path of files) {
      const copy: Copy = { number, domains };
      const place = join(project, 'content', toCopyPath(path, copy));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, copyFile(path, readFileSync(join(content, path), 'utf8'), find, copy));
    }
  return project;
};

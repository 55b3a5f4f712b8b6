/** Makes a project in a folder of its own that holds the first domain of the guide alone. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../../src/build/checks/index.ts';
import { copyProject } from './copy-project.ts';

/** Takes out the glossary entries that no page uses any more, and those that name one of them. */
const dropTerms = (project: string): void => {
  for (;;) {
    const files = new Set(checkContent(project).map(({ file }) => file));
    if (files.size === 0) return;
    for (const file of files) {
      if (!file.startsWith('content/glossary/')) throw new Error(`The first domain cannot stand alone: see ${file}.`);
      rmSync(join(project, file));
    }
  }
};

/** @returns its folder */
export const makeStage = (): string => {
  const project = copyProject('guide-first-domain');
  const domains = join(project, 'content/domains');
  for (const name of readdirSync(domains).sort().slice(1)) rmSync(join(domains, name), { recursive: true });
  rmSync(join(project, 'content/guides'), { recursive: true });
  dropTerms(project);
  return project;
};

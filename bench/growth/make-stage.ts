/** Makes a project in a folder of its own that holds the first domain of the guide alone. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { checkContent } from '../../src/build/checks/index.ts';
import { splitFrontMatter } from '../../src/build/content/front-matter.ts';
import { renderReport } from '../../src/build/report.ts';
import { copyProject } from './copy-project.ts';

/** What an entry says of others holds only for those that are there. */
const forgetTerms = (folder: string): void => {
  const ids = new Set(readdirSync(folder).map((name) => name.replace(/\.md$/, '')));
  for (const id of ids) {
    const file = join(folder, `${id}.md`);
    const { matter = '', body = '' } = splitFrontMatter(readFileSync(file, 'utf8')) ?? {};
    const data = parse(matter);
    for (const key of ['related', 'replacedBy'])
      if (data[key]) data[key] = data[key].filter((other: string) => ids.has(other));
    writeFileSync(file, `---\n${stringify(data)}---\n${body}`);
  }
};

/** Takes out the glossary entries that no page uses any more. */
const dropTerms = (project: string): void => {
  for (;;) {
    const issues = checkContent(project);
    if (issues.length === 0) return;
    const unused = issues.filter(({ rule }) => rule === 'unused-term');
    for (const { file } of unused) rmSync(join(project, file));
    if (unused.length === 0) throw new Error(`The first domain cannot stand alone:\n${renderReport(issues)}`);
    forgetTerms(join(project, 'content/glossary'));
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

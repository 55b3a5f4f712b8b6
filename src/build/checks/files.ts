import { dirname } from 'node:path/posix';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** Records stand beside a page, and every domain with sections has its opening page. */
export const checkFiles: Check = ({ domains, sections, facts, questions, diagrams, issues }) => {
  const unread = new Set(issues.map(({ file }) => file));
  const has = (folder: string, pages: readonly { file: string }[]): boolean =>
    unread.has(`${folder}/index.mdx`) || pages.some(({ file }) => dirname(file) === folder);
  const missing = (folder: string, what: string): Issue => ({
    rule: 'missing-file',
    file: `${folder}/index.mdx`,
    line: 1,
    message: `${what}, but the page itself is missing.`,
    hint: 'Add index.mdx with its front matter, or move the files to the folder they belong to.',
  });
  const besides = new Set([...facts, ...questions, ...diagrams].map(({ file }) => dirname(file)));
  const tops = new Set(
    sections.map(({ file }) => dirname(dirname(file))).filter((folder) => folder !== 'content/guides'),
  );
  return [
    ...[...besides]
      .filter((folder) => !has(folder, [...sections, ...domains]))
      .map((folder) => missing(folder, 'The folder holds records or diagrams of a page')),
    ...[...tops].filter((folder) => !has(folder, domains)).map((folder) => missing(folder, 'The domain has sections')),
  ];
};

import { dirname } from 'node:path/posix';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

const toIssue = (file: string, message: string, hint: string): Issue => ({
  rule: 'missing-file',
  file,
  line: 1,
  message,
  hint,
});

/** Records stand beside a page, every domain with sections has its opening page, and there is a domain. */
export const checkFiles: Check = ({ paths, issues }) => {
  const all = new Set(paths);
  const folders = new Set(paths.filter((path) => /^(?:domains|guides)\//.test(path)).map((path) => dirname(path)));
  const tops = new Set(
    [...folders].filter((folder) => /^domains\/[^/]+\/[^/]+$/.test(folder)).map((folder) => dirname(folder)),
  );
  const isWithout = (folder: string): boolean => !all.has(`${folder}/index.mdx`);
  const pages = [...folders]
    .filter(isWithout)
    .map((folder) =>
      toIssue(
        `content/${folder}/index.mdx`,
        'The folder holds records or diagrams of a page, but the page itself is missing.',
        'Add index.mdx with its front matter, or move the files to the folder they belong to.',
      ),
    );
  const openings = [...tops]
    .filter(isWithout)
    .map((folder) =>
      toIssue(
        `content/${folder}/index.mdx`,
        'The domain has sections, but its opening page is missing.',
        'Add index.mdx with its front matter, or move the sections to the domain they belong to.',
      ),
    );
  const isEmpty = tops.size === 0 && !paths.some((path) => path.startsWith('domains/'));
  return [
    ...pages,
    ...openings,
    ...(isEmpty && issues.length === 0
      ? [
          toIssue(
            'content/domains',
            'The guide has no domain.',
            'Make a folder content/domains/1-name/ with an index.mdx; the README shows how.',
          ),
        ]
      : []),
  ];
};

import { toEscaped } from '../lib/hidden-characters.ts';
import type { Issue } from './issue.ts';

const byPlace = (a: Issue, b: Issue): number =>
  a.file.localeCompare(b.file, 'en', { numeric: true }) || a.line - b.line;

/**
 * Writes all issues as text: place and rule, then what was found and what to do, and a count at the end.
 * Characters that nobody sees are written out, so that no content can move the cursor of a terminal or turn a line.
 */
export const renderReport = (issues: readonly Issue[]): string => {
  const blocks = [...issues]
    .sort(byPlace)
    .map(({ file, line, rule, message, hint }) => `${file}:${line}  ${rule}\n  ${message}\n  ${hint}\n`)
    .map(toEscaped);
  const files = new Set(issues.map(({ file }) => file)).size;
  const count = `${issues.length} ${issues.length === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'}.`;
  return [...blocks, count].join('\n');
};

import { dirname, join } from 'node:path/posix';
import { endParts } from '../../lib/end-parts.ts';
import { toSuggestion } from '../../lib/nearest.ts';
import { collections } from '../../lib/urls.ts';
import { toLine, visit } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** Anchors that every section has from its records. */
const closing = endParts({ facts: [0], questions: [0], sources: [0] }).map(({ slug }) => slug);

/** What is wrong with a link, if anything: its target is a page's path below `content/` and an anchor. */
const findFault = (
  url: string,
  from: string,
  anchors: ReadonlyMap<string, readonly string[]>,
): Pick<Issue, 'rule' | 'message' | 'hint'> | undefined => {
  const [way = '', anchor = ''] = url.split('#');
  const target = way === '' ? from : join(dirname(from), way);
  const known = way.startsWith('/') ? undefined : anchors.get(target);
  if (!known)
    return {
      rule: 'broken-link',
      message: `The link to "${url}" leads to no page.`,
      hint: `${toSuggestion(target, anchors.keys())} Links between pages name the file, as in ../1.2-disaster-recovery/index.mdx.`,
    };
  if (anchor === '' || known.includes(anchor) || closing.includes(anchor)) return undefined;
  return {
    rule: 'broken-anchor',
    message: `The page has no heading for the anchor "#${anchor}" in "${url}".`,
    hint: `${toSuggestion(anchor, known)} Its anchors: ${known.join(', ') || 'none'}.`,
  };
};

/** Links between content files lead to pages, and their anchors to headings. */
export const checkLinks: Check = ({ domains, sections, terms, brokenFiles }) => {
  const pages = [...domains, ...sections, ...terms];
  const anchors = new Map(pages.map(({ path, headings }) => [path, headings.map(({ slug }) => slug)]));
  /** Other hosts, pages that the build makes, and pages whose own fault is told already. */
  const isLeftAlone = (url: string, from: string): boolean => {
    const [way = ''] = url.split('#');
    return (
      /^[a-z][a-z+.-]*:/i.test(url) ||
      collections.some(([page]) => page === way) ||
      brokenFiles.has(`content/${join(dirname(from), way)}`)
    );
  };
  return pages.flatMap(({ file, path, root }) => {
    const issues: Issue[] = [];
    visit(root, (node) => {
      if ((node.type !== 'link' && node.type !== 'definition') || isLeftAlone(node.url, path)) return;
      const fault = findFault(node.url, path, anchors);
      if (fault) issues.push({ ...fault, file, line: toLine(node) });
    });
    return issues;
  });
};

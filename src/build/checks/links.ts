import { dirname, join } from 'node:path/posix';
import { endParts } from '../../lib/end-parts.ts';
import { toSuggestion } from '../../lib/nearest.ts';
import { collections } from '../../lib/urls.ts';
import { toLine, visit } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

/** Links between content files lead to pages, and their anchors to headings. */
export const checkLinks: Check = ({ domains, sections, terms, brokenFiles }) => {
  const pages = [...domains, ...sections, ...terms];
  const anchors = new Map(pages.map(({ file, path, headings }) => [path || file, headings.map(({ slug }) => slug)]));
  const closing = endParts({ facts: [0], questions: [0], sources: [0] }).map(({ slug }) => slug);

  return pages.flatMap(({ file, path, root }) => {
    const issues: Issue[] = [];
    visit(root, (node) => {
      if ((node.type !== 'link' && node.type !== 'definition') || /^[a-z][a-z+.-]*:/i.test(node.url)) return;
      const line = toLine(node);
      const [way = '', anchor = ''] = node.url.split('#');
      if (collections.some(([url]) => url === way)) return;
      const target = way === '' ? path : join(dirname(path), way);
      const known = anchors.get(target);
      if (brokenFiles.has(`content/${target}`)) return;
      if (way.startsWith('/') || !known)
        issues.push({
          rule: 'broken-link',
          file,
          line,
          message: `The link to "${node.url}" leads to no page.`,
          hint: `${toSuggestion(target, anchors.keys())} Links between pages name the file, as in ../1.2-disaster-recovery/index.mdx.`,
        });
      else if (anchor !== '' && !known.includes(anchor) && !closing.includes(anchor))
        issues.push({
          rule: 'broken-anchor',
          file,
          line,
          message: `The page has no heading for the anchor "#${anchor}" in "${node.url}".`,
          hint: `${toSuggestion(anchor, known)} Its anchors: ${known.join(', ') || 'none'}.`,
        });
    });
    return issues;
  });
};

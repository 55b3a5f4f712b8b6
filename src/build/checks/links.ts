import { dirname, join, relative } from 'node:path/posix';
import { endParts } from '../../lib/end-parts.ts';
import { toSuggestion } from '../../lib/nearest.ts';
import { toShort } from '../../lib/text.ts';
import { collections } from '../../lib/urls.ts';
import { findKind } from '../content/kinds.ts';
import { type Library, toLine, visit } from '../content.ts';
import type { Issue } from '../issue.ts';
import type { Check } from './check.ts';

type Fault = Pick<Issue, 'rule' | 'message' | 'hint'>;

/** The pages that links can lead to, by their path below `content/`, with their anchors where these are known. */
type Targets = ReadonlyMap<string, readonly string[] | undefined>;

const toTargets = ({ paths, texts, facts, questions, brokenFiles }: Library): Targets => {
  const toFolders = <T extends { file: string }>(records: readonly T[]): ((path: string) => readonly T[]) => {
    const folders = Map.groupBy(records, ({ file }) => dirname(file));
    return (path) => folders.get(`content/${dirname(path)}`) ?? [];
  };
  const factsOf = toFolders(facts);
  const questionsOf = toFolders(questions);
  const textOf = new Map(texts.map((text) => [text.path, text]));
  const isPage = (path: string): boolean => ['domain', 'section', 'term'].includes(findKind(path) ?? '');
  return new Map(
    paths.filter(isPage).map((path) => {
      const text = textOf.get(path);
      const isWhole =
        text &&
        ![path, ...['facts', 'questions'].map((name) => `${dirname(path)}/${name}.yaml`)].some((file) =>
          brokenFiles.has(`content/${file}`),
        );
      const own = factsOf(path);
      const closing = endParts({
        facts: own,
        questions: questionsOf(path),
        sources: own.filter(({ data }) => data.source),
      });
      return [path, isWhole ? [...text.headings, ...closing].map(({ slug }) => slug) : undefined];
    }),
  );
};

/** The way from one file to another as a link writes it. */
const toWay = (from: string, to: string): string => relative(dirname(from), to).replace(/^(?!\.)/, './');

/** What is wrong with a way to a file that is no page. */
const findWayFault = (url: string, way: string, from: string, targets: Targets): Fault => {
  const rule = 'broken-link';
  const target = join(dirname(from), way);
  const page = join(target, 'index.mdx');
  if (way.startsWith('/'))
    return {
      rule,
      message: `The link to "${url}" leads to no page that the guide makes of all content.`,
      hint: `${toSuggestion(
        way,
        collections.map(([page]) => page),
      )} A link to another page names its file, as in ../1.2-disaster-recovery/index.mdx.`,
    };
  if (targets.has(page))
    return {
      rule,
      message: `The link to "${url}" leads to a folder.`,
      hint: `Write "${toWay(from, page)}", the page in it.`,
    };
  if (target.startsWith('../'))
    return {
      rule,
      message: `The link to "${url}" leads out of content/.`,
      hint: 'Link a page of the guide, or an address that starts with https://.',
    };
  const ways = [...targets.keys()].map((path) => toWay(from, path));
  return {
    rule,
    message: `The link to "${url}" leads to no page.`,
    hint: `${toSuggestion(way, ways)} A link to another page names its file, as in ../1.2-disaster-recovery/index.mdx.`,
  };
};

/** What is wrong with a link, if anything. */
const findFault = (address: string, from: string, targets: Targets): Fault | undefined => {
  const url = toShort(address);
  const [way = '', anchor = ''] = address.split('#');
  if (/^https:\/\/[\w.-]+\.[a-z]{2,}(?:[:/?#]|$)/i.test(address)) return undefined;
  if (/^(?:[^/?#]*:|\/\/)/.test(address))
    return {
      rule: 'unsafe-link',
      message: `The link to "${url}" leads neither to a page of the guide nor to an address with https.`,
      hint: 'Write the address with "https://", or put it into `code`.',
    };
  if (collections.some(([page]) => page === way)) return undefined;
  const target = way === '' ? from : join(dirname(from), way);
  if (way.startsWith('/') || !targets.has(target)) return findWayFault(url, way, from, targets);
  const known = targets.get(target);
  if (anchor === '' || known === undefined || known.includes(anchor)) return undefined;
  return {
    rule: 'broken-anchor',
    message: `The page has no heading for the anchor "#${toShort(anchor)}" in "${url}".`,
    hint: `${toSuggestion(anchor, known)} Its anchors: ${known.join(', ') || 'none'}.`,
  };
};

/** Links between content files lead to pages, their anchors to headings, and all others to addresses with https. */
export const checkLinks: Check = (library) => {
  const targets = toTargets(library);
  return library.texts.flatMap(({ file, path, root }) => {
    const issues: Issue[] = [];
    visit(root, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      const fault = findFault(node.url, path, targets);
      if (fault) issues.push({ ...fault, file, line: toLine(node) });
    });
    return issues;
  });
};

/** Writes a file of the content anew for a copy: other ids, numbers and names, links that stay within the copy. */
import { parse, stringify } from 'yaml';
import { splitFrontMatter } from '../../src/build/content/front-matter.ts';
import { parseMarkup } from '../../src/build/content/parse-markup.ts';
import type { Finder } from '../../src/lib/glossary.ts';
import { findTermUses, type ProseNode } from '../../src/lib/prose.ts';
import { type Copy, toCopyId, toCopyLink, toCopyName } from './names.ts';

interface Place {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

const write = (value: unknown): string => stringify(value, { lineWidth: 0 });

/** Every use of a term, not only the one that becomes a link: another one would lead out of the copy. */
const renameTerms = (text: string, isMdx: boolean, find: Finder, copy: Copy): string => {
  const { root } = parseMarkup(text, isMdx);
  if (!root) return text;
  const hits = findTermUses(root as ProseNode, (value) => find(value, () => true));
  const places = hits.flatMap(({ node, matches }) => {
    const { start, end } = (node as unknown as { position: Place }).position;
    let from = start.offset;
    return matches.flatMap((match) => {
      const name = (node.value ?? '').slice(match.start, match.end);
      const place = text.indexOf(name, from);
      if (place < 0 || place >= end.offset) return [];
      from = place + name.length;
      return [{ place, name }];
    });
  });
  return places
    .toReversed()
    .reduce(
      (result, { place, name }) => result.slice(0, place) + toCopyName(name, copy) + result.slice(place + name.length),
      text,
    );
};

const renameFrontMatter = (matter: string, copy: Copy): string => {
  const data = parse(matter);
  for (const key of ['services', 'related', 'replacedBy'])
    if (data[key]) data[key] = data[key].map((id: string) => toCopyId(id, copy));
  if (data.term) data.term = toCopyName(data.term, copy);
  if (data.aliases) data.aliases = data.aliases.map((alias: string) => toCopyName(alias, copy));
  return write(data);
};

const copyPage = (path: string, text: string, find: Finder, copy: Copy): string => {
  const renamed = renameTerms(text, path.endsWith('.mdx'), find, copy);
  const { matter = '', body = '' } = splitFrontMatter(renamed) ?? {};
  const linked = body
    .replaceAll(/\]\(([^)\s]+)\)/g, (_, url) => `](${toCopyLink(url, path, copy)})`)
    .replaceAll(/ (fact|id|service)="([^"]+)"/g, (_, key, id) => ` ${key}="${toCopyId(id, copy)}"`);
  return `---\n${renameFrontMatter(matter, copy)}---\n${linked}`;
};

const copyRecords = (text: string, copy: Copy): string =>
  write(parse(text).map((record: { id: string }) => ({ ...record, id: toCopyId(record.id, copy) })));

/** A drawing's ids begin with the name of its file. */
const copyDrawing = (path: string, text: string, copy: Copy): string => {
  const name = path.replace(/^.*\/|\.svg$/g, '');
  return text.replaceAll(new RegExp(`(?<=["# ])${name}-`, 'g'), `${toCopyId(name, copy)}-`);
};

/**
 * Writes one file anew.
 *
 * @param path the file below `content/`
 * @param find the original glossary's finder
 */
export const copyFile = (path: string, text: string, find: Finder, copy: Copy): string => {
  if (/\.mdx?$/.test(path)) return copyPage(path, text, find, copy);
  if (path.endsWith('.yaml')) return copyRecords(text, copy);
  if (path.endsWith('.svg')) return copyDrawing(path, text, copy);
  return text;
};

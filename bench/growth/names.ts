/** How the names, ids and numbers of a copy of the content differ from the original's. */
import { posix } from 'node:path';

/** A copy of the content; 0 is the original. */
export interface Copy {
  readonly number: number;
  /** The domains of the original, by which the numbers of a copy's domains are shifted. */
  readonly domains: number;
}

/** An id of the copy. */
export const toCopyId = (id: string, { number }: Copy): string => `${id}-c${number}`;

const toLetters = (number: number): string =>
  [...String(number)].map((digit) => String.fromCodePoint(97 + Number(digit))).join('');

/** A name of the copy, a word that no other copy has: in copy 2, `pilot light` is `pixclot light`. */
export const toCopyName = (name: string, { number }: Copy): string => {
  const place = Math.min(2, /^\S*/.exec(name)?.[0].length ?? 0);
  return `${name.slice(0, place)}x${toLetters(number)}${name.slice(place)}`;
};

const toCopyFolder = (name: string, copy: Copy): string =>
  name.replace(/^\d+/, (domain) => String(Number(domain) + copy.number * copy.domains));

/** Where a file stands in the copy; paths are below `content/`. */
export const toCopyPath = (path: string, copy: Copy): string => {
  const { dir, name, ext } = posix.parse(path);
  const [top, first = '', ...rest] = dir.split('/');
  const file = (top === 'glossary' || ext === '.mmd' || ext === '.svg' ? toCopyId(name, copy) : name) + ext;
  const folder =
    top === 'guides' ? toCopyId(first, copy) : [first, ...rest].map((part) => toCopyFolder(part, copy)).join('/');
  return posix.join(top ?? '', folder, file);
};

/** A link of a page to another file, as it stands in the copy. */
export const toCopyLink = (url: string, from: string, copy: Copy): string => {
  const [, path = '', rest = ''] = /^([^#]*)(.*)$/s.exec(url) ?? [];
  if (!/^\.{1,2}\/.*\.mdx?$/.test(path)) return url;
  const target = toCopyPath(posix.join(posix.dirname(from), path), copy);
  const way = posix.relative(posix.dirname(toCopyPath(from, copy)), target);
  return (way.startsWith('.') ? way : `./${way}`) + rest;
};

import { inflateSync } from 'node:zlib';

/** How a PDF is put together, as programs for blind readers and print shops see it. */
export interface Structure {
  readonly isTagged: boolean;
  /** The tagged elements of a kind, as in `TR`, with the kinds of what they hold and the number of pages they stand on. */
  readonly findElements: (kind: string) => readonly Element[];
  /** The targets of links: ids in the document, and addresses. */
  readonly targets: readonly string[];
  readonly addresses: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly kind: string }[];
  readonly areFontsEmbedded: boolean;
}

interface Element {
  readonly holds: readonly string[];
  readonly pages: number;
  /** Words for those who cannot see it. */
  readonly alt: string;
}

/** All objects by number, out of their streams (ISO 32000-1, 7.5.7). */
const readObjects = (pdf: Uint8Array): Map<number, string> => {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, string>();
  const streams = /\/Type \/ObjStm \/N (\d+) \/First (\d+) [^>]*\/Length (\d+)>>\nstream\n/g;
  for (const match of text.matchAll(streams)) {
    const [count = 0, first = 0, length = 0] = match.slice(1).map(Number);
    const start = match.index + match[0].length;
    const content = inflateSync(Buffer.from(text.slice(start, start + length), 'latin1')).toString('latin1');
    const index = content.slice(0, first).trim().split(' ').map(Number);
    for (let at = 0; at < count; at++)
      objects.set(index[2 * at]!, content.slice(first + index[2 * at + 1]!, first + (index[2 * at + 3] ?? Infinity)));
  }
  return objects;
};

/** Reads a PDF's tags, links and fonts from its objects. */
export const readStructure = (pdf: Uint8Array): Structure => {
  const objects = readObjects(pdf);
  const all = [...objects.values()];
  const findBelow = (object: string): string[] =>
    [...(/\/K ([\s\S]*)$/.exec(object)?.[1] ?? '').matchAll(/(?<!\/(?:Pg|Obj) )\b(\d+) 0 R/g)].map(
      ([, number]) => objects.get(Number(number)) ?? '',
    );
  const findPages = (object: string): string[] => [
    ...[...object.matchAll(/\/Pg (\d+)/g)].map(([, page = '']) => page),
    ...findBelow(object).flatMap(findPages),
  ];
  return {
    isTagged: all.some((object) => object.includes('/StructTreeRoot') && /\/Marked true/.test(object)),
    findElements: (kind) =>
      all
        .filter((object) => object.startsWith('<</Type /StructElem') && object.includes(`/S /${kind}\n`))
        .map((object) => ({
          holds: findBelow(object).map((below) => /\/S \/(\w+)/.exec(below)?.[1] ?? ''),
          pages: new Set(findPages(object)).size,
          alt: /\/Alt [(<]([\s\S]+?)[)>]/.exec(object)?.[1] ?? '',
        })),
    targets: all.flatMap((object) =>
      /\/Subtype \/Link/.test(object) ? (/\/Dest \/(\S+)/.exec(object)?.[1] ?? []) : [],
    ),
    addresses: all.flatMap((object) => /\/URI \((.*?)\)/.exec(object)?.[1] ?? []),
    fonts: all.flatMap((object) => {
      const kind = /^<<\/Type \/Font\n[\s\S]*?\/Subtype \/(\w+)/.exec(object)?.[1];
      return kind ? [{ kind, name: /\/BaseFont \/(\S+)/.exec(object)?.[1] ?? '' }] : [];
    }),
    areFontsEmbedded: all.every(
      (object) => !object.startsWith('<</Type /FontDescriptor') || /\/FontFile\d? \d+ 0 R/.test(object),
    ),
  };
};

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** The built site. */
export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

export type Element = DefaultTreeAdapterTypes.Element;

/** One built page. */
export interface BuiltPage {
  /** Its file below `dist/`, with forward slashes. */
  readonly path: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

export const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

export const elementsOf = (node: DefaultTreeAdapterTypes.ParentNode): Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : []));

const toPage = (folder: string, file: string): BuiltPage => {
  const html = readFileSync(file, 'utf8');
  const elements = elementsOf(parse(html));
  const ids = new Set(elements.flatMap((element) => attribute(element, 'id') ?? []));
  return { path: relative(folder, file).split(sep).join('/'), html, elements, ids };
};

/** Every page of a built site. */
export const readPages = (folder: string): BuiltPage[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.name.endsWith('.html'))
        .map((entry) => toPage(folder, join(entry.parentPath, entry.name)))
    : [];

/** Every page of the built site. */
export const pages: readonly BuiltPage[] = readPages(dist);

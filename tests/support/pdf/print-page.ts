/** What a print page promises of its PDF. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, pages, textOf } from '../dist.ts';
import { squeeze } from './read-pdf.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** A line of the contents or of a list, with the places whose pages it names. */
interface Entry {
  readonly targets: readonly string[];
  /** The whole line as printed, without spaces and commas, once the pages of the targets are known. */
  readonly toText: (pageOf: (id: string) => number) => string;
}

export interface PrintPage {
  readonly html: string;
  readonly ids: ReadonlySet<string>;
  readonly title: string;
  readonly meta: (name: string) => string;
  readonly headings: readonly { readonly title: string; readonly depth: number }[];
  readonly entries: readonly Entry[];
  /** The first words of what stands at a place. */
  readonly wordsAt: (id: string) => string;
}

const isElement = (node: DefaultTreeAdapterTypes.Node): node is Element => 'tagName' in node;
const isPageNumber = (element: Element): boolean => attribute(element, 'data-page-of') !== undefined;
const childrenOf = (element: Element): Element[] => element.childNodes.filter(isElement);
const below = (element: Element): Element[] => childrenOf(element).flatMap((child) => [child, ...below(child)]);

const withNumbers = (node: DefaultTreeAdapterTypes.Node, pageOf: (id: string) => number): string => {
  if (isElement(node) && isPageNumber(node)) return String(pageOf(attribute(node, 'data-page-of') ?? ''));
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map((child) => withNumbers(child, pageOf)).join('') : '';
};

/** The smallest element that is a line of its own: a link of the contents, a row, an item of the index. */
const toEntry = (place: Element): Element => {
  let element = place;
  while (!['tr', 'li'].includes(element.tagName) && attribute(element, 'href') === undefined)
    element = element.parentNode as Element;
  if (element === place && element.tagName === 'a') return toEntry(place.parentNode as Element);
  return element;
};

/** What the eye looks for at a place, in small letters: the heading of a part, the caption of a diagram, or the text itself. */
const findWords = (element: Element): string => {
  const heading = below(element).find(({ tagName }) => /^h[1-4]$/.test(tagName) || tagName === 'figcaption');
  return squeeze(textOf(heading ?? element))
    .slice(0, 24)
    .toLowerCase();
};

/** @throws when the site has no print page of the document */
export const readPrintPage = (document: string): PrintPage => {
  const page = pages.find(({ path }) => path === `print/${document}.html`);
  if (!page) throw new Error(`dist/print/${document}.html is not there.`);
  const byId = new Map(page.elements.map((element) => [attribute(element, 'id') ?? '', element]));
  const entries = [...new Set(page.elements.filter(isPageNumber).map(toEntry))];
  return {
    html: page.html,
    ids: page.ids,
    title: textOf(page.elements.find(({ tagName }) => tagName === 'title')!),
    meta: (name) => attribute(page.elements.find((element) => attribute(element, 'name') === name)!, 'content') ?? '',
    headings: page.elements
      .filter(({ tagName }) => /^h[1-4]$/.test(tagName))
      .map((element) => ({
        title: squeeze(textOf(element)),
        depth: Number(attribute(element, 'aria-level') ?? element.tagName[1]) - 1,
      })),
    entries: entries.map((entry) => ({
      targets: [entry, ...below(entry)].flatMap((element) => attribute(element, 'data-page-of') ?? []),
      toText: (pageOf) => squeeze(withNumbers(entry, pageOf)).replaceAll(',', ''),
    })),
    wordsAt: (id) => findWords(byId.get(id)!),
  };
};

/** Reads the notes for Anki from the built pages of flashcards. */
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** One note, as Anki keeps it; every field is HTML. */
export interface AnkiNote {
  /** The card's id; it tells Anki which note a later import brings again, and never changes. */
  readonly id: string;
  /** The deck's name below the guide's own. */
  readonly deck: string;
  readonly tags: readonly string[];
  readonly front: string;
  readonly back: string;
  /** What the notes of the guide's year said, and when that changed; empty where nothing did. */
  readonly notes: string;
  /** Where the guide explains it. */
  readonly place: string;
  readonly source: string;
}

/** Finds the whole address of a page of the guide; undefined while nobody knows where the site will stand. */
export type FindUrl = (path: string) => string | undefined;

const attribute = (element: Element | undefined, name: string): string =>
  element?.attrs.find((attr) => attr.name === name)?.value ?? '';

const findAll = (node: Parent, className: string): Element[] =>
  node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const isWanted = attribute(child, 'class').split(' ').includes(className);
    return isWanted ? [child] : findAll(child, className);
  });

/** The HTML inside an element for a place outside the site: links are whole or gone, and nothing else has attributes. */
const toField = (node: Parent | undefined, toHref: (href: string) => string | undefined): string => {
  const clean = (parent: Parent): void => {
    for (const child of parent.childNodes) {
      if (!('tagName' in child)) continue;
      const href = toHref(attribute(child, 'href'));
      child.attrs = child.tagName === 'a' && href ? [{ name: 'href', value: href }] : [];
      if (child.tagName === 'a' && !href) child.nodeName = child.tagName = 'span';
      clean(child);
    }
  };
  if (!node) return '';
  clean(node);
  return serialize(node).trim();
};

/**
 * Reads the notes of a deck's page.
 *
 * @param html the built page
 * @param url its address from the site's root
 */
export const readNotes = (html: string, url: string, findUrl: FindUrl): AnkiNote[] => {
  const toPath = (href: string): string => {
    const { pathname, hash } = new URL(href, `https://site.invalid${url}`);
    return pathname + hash;
  };
  const toHref = (href: string): string | undefined => (/^https?:/.test(href) ? href : findUrl(toPath(href)));
  return findAll(parse(html), 'flashcards').flatMap((list) =>
    findAll(list, 'flashcard').map((card) => {
      const [front, answer, end, then, place, source] = [
        'front',
        'card-answer',
        'card-end',
        'card-notes',
        'card-place',
        'card-source',
      ].map((name) => findAll(card, name)[0]);
      const parts = toPath(attribute(place, 'href'))
        .replace(/\.html.*$/, '')
        .split('/');
      // A term's page is a tag that only one note would have.
      const section = parts[1] === 'glossary' ? parts.slice(1, 2) : parts.slice(1);
      const link = attribute(source, 'href');
      const isLink = findUrl('/') !== undefined;
      const name = place ? serialize(place) : '';
      return {
        id: attribute(card, 'data-card'),
        deck: attribute(list, 'data-deck'),
        tags: [section.join('::'), ...(then ? ['changed'] : [])],
        front: toField(front, toHref),
        back: [answer, end].flatMap((part) => (part ? toField(part, toHref) : [])).join('<br>'),
        notes: toField(then, toHref),
        place: isLink ? `<a href="${toHref(attribute(place, 'href'))}">${name}</a>` : name,
        source: link && `<a href="${link.replaceAll('&', '&amp;')}">${new URL(link).host}</a>`,
      };
    }),
  );
};

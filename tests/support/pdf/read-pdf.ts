import { getDocumentProxy } from 'unpdf';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type OutlineItem = Awaited<ReturnType<Document['getOutline']>>[number];

/** A piece of text with its place on the page: points from the left and the bottom edge. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** The size of its letters in points. */
  readonly size: number;
}

/** A place that a link or the outline leads to. */
interface Place {
  /** From 1. */
  readonly page: number;
  /** Points from the bottom edge. */
  readonly top: number;
}

/** An entry of the outline. */
interface Bookmark extends Place {
  readonly title: string;
  /** From 0. */
  readonly depth: number;
}

/** A PDF as a reader's program sees it. */
export interface Pdf {
  readonly pages: readonly (readonly Line[])[];
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  readonly outline: readonly Bookmark[];
  readonly places: ReadonlyMap<string, Place>;
  readonly labels: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly preferences: Readonly<Record<string, unknown>>;
}

/** Text without its spaces, which programs put where they like. */
export const squeeze = (text: string): string => text.replaceAll(/\s+/g, '');
export const toText = (lines: readonly Line[]): string => squeeze(lines.map(({ text }) => text).join(''));

const readLines = async (document: Document, number: number): Promise<Line[]> => {
  const { items } = await (await document.getPage(number)).getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , left = 0, bottom = 0] = item.transform as number[];
    return [{ text: item.str, left, right: left + item.width, bottom, size: item.height }];
  });
};

const toPlace = async (document: Document, target: unknown): Promise<Place> => {
  const [page, , , top] = target as [Parameters<Document['getPageIndex']>[0], unknown, number, number];
  return { page: (await document.getPageIndex(page)) + 1, top };
};

const readOutline = async (document: Document, items: readonly OutlineItem[], depth = 0): Promise<Bookmark[]> => {
  const rows: Bookmark[] = [];
  for (const { title, dest, items: below } of items)
    rows.push(
      { title: title.trim(), depth, ...(await toPlace(document, dest)) },
      ...(await readOutline(document, below, depth + 1)),
    );
  return rows;
};

/** Reads a PDF with the texts of all its pages. */
export const readPdf = async (bytes: Uint8Array): Promise<Pdf> => {
  const document = await getDocumentProxy(bytes);
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages: Line[][] = [];
  const sizes = [];
  for (const number of numbers) {
    pages.push(await readLines(document, number));
    const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(number)).view;
    sizes.push({ width: right - left, height: top - bottom });
  }
  const places = new Map<string, Place>();
  for (const [id, target] of Object.entries(await document.getDestinations()))
    places.set(id, await toPlace(document, target));
  return {
    pages,
    sizes,
    places,
    outline: await readOutline(document, (await document.getOutline()) ?? []),
    labels: (await document.getPageLabels()) ?? [],
    info: (await document.getMetadata()).info as Record<string, unknown>,
    preferences: { ...(await document.getViewerPreferences()) },
  };
};

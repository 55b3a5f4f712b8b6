import { getDocumentProxy } from 'unpdf';

/** Where a printed document put its parts. */
export interface Layout {
  /** The number of pages. */
  readonly pages: number;
  /** For the id of each target of an internal link its page, from 1. */
  readonly targets: ReadonlyMap<string, number>;
}

/** Reads back from a PDF where its parts are. */
export const readLayout = async (pdf: Uint8Array): Promise<Layout> => {
  // The reader takes the bytes for itself, and no Buffer.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  try {
    const targets = new Map<string, number>();
    for (const [id, target] of Object.entries(await document.getDestinations())) {
      const [page] = target as Parameters<typeof document.getPageIndex>;
      targets.set(id, (await document.getPageIndex(page)) + 1);
    }
    return { pages: document.numPages, targets };
  } finally {
    await document.loadingTask.destroy();
  }
};

import { close, createIndex } from 'pagefind';

/**
 * Writes the full-text index of a built site into its `pagefind/` folder.
 *
 * @returns the number of pages in the index
 * @throws when Pagefind reports errors
 */
export const writeSearchIndex = async (folder: string): Promise<number> => {
  try {
    const { index, errors } = await createIndex({ keepIndexUrl: true });
    const added = await index?.addDirectory({ path: folder });
    const written = await index?.writeFiles({ outputPath: `${folder}/pagefind` });
    const problems = [...errors, ...(added?.errors ?? []), ...(written?.errors ?? [])];
    if (problems.length > 0) throw new Error(`Pagefind could not write the search index: ${problems.join('; ')}`);
    return added?.page_count ?? 0;
  } finally {
    await close();
  }
};

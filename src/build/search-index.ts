import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { close, createIndex } from 'pagefind';
import { minify } from 'vite';
import { packIndex } from './pack-index.ts';
import { toSearchRecords } from './search-records.ts';
import { slimEngine } from './slim-engine.ts';
import { toStableIndex } from './stable-index.ts';

/** Pagefind writes several ready-made interfaces, a worker, and an engine for other languages; the site uses none of them. */
const unused = /^(?:pagefind-(?:component-ui|modular-ui|ui|highlight|worker)\.|wasm\.unknown)/;

/** Writes one file of the index, Pagefind's script without what the site has no use for. */
const writeFile = async (file: string, content: Uint8Array): Promise<void> => {
  mkdirSync(dirname(file), { recursive: true });
  const isScript = file.endsWith('.js');
  writeFileSync(
    file,
    isScript ? (await minify(file, slimEngine(new TextDecoder().decode(content)), { module: true })).code : content,
  );
};

/**
 * Writes the full-text index of a built site into its `pagefind/` folder.
 *
 * @returns the number of records in the index
 * @throws when Pagefind reports errors
 */
export const writeSearchIndex = async (folder: string): Promise<number> => {
  const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const records = pages.flatMap((file) =>
    toSearchRecords(readFileSync(file, 'utf8'), `/${relative(folder, file).split(sep).join('/')}`),
  );
  try {
    const { index, errors } = await createIndex({ keepIndexUrl: true });
    const problems = [...errors];
    for (const { url, html } of records) {
      const added = await index?.addHTMLFile({ url: url.slice(1), content: html });
      problems.push(...(added?.errors ?? []).map((error) => `${url}: ${error}`));
    }
    // Pagefind's own writing can still be under way when it says that it is done, so the files are written here.
    const made = await index?.getFiles();
    problems.push(...(made?.errors ?? []));
    if (problems.length > 0) throw new Error(`Pagefind could not make the search index: ${problems.join('; ')}`);
    for (const { path, content } of packIndex(toStableIndex(made?.files ?? [])))
      if (!unused.test(path)) await writeFile(join(folder, 'pagefind', path), content);
  } finally {
    await close();
  }
  return records.length;
};

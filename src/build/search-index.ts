import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { close, createIndex } from 'pagefind';
import { minify } from 'vite';
import { toSearchRecords } from './search-records.ts';

/** Pagefind writes several ready-made interfaces, a worker, and an engine for other languages; the site uses none of them. */
const unused = /^(?:pagefind-(?:component-ui|modular-ui|ui|highlight|worker)\.|wasm\.unknown)/;

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
  const output = join(folder, 'pagefind');
  try {
    const { index, errors } = await createIndex({ keepIndexUrl: true });
    const problems = [...errors];
    for (const { url, html } of records) {
      const added = await index?.addHTMLFile({ url: url.slice(1), content: html });
      problems.push(...(added?.errors ?? []).map((error) => `${url}: ${error}`));
    }
    const written = await index?.writeFiles({ outputPath: output });
    problems.push(...(written?.errors ?? []));
    if (problems.length > 0) throw new Error(`Pagefind could not write the search index: ${problems.join('; ')}`);
  } finally {
    await close();
  }
  for (const name of readdirSync(output)) if (unused.test(name)) rmSync(join(output, name));
  const engine = join(output, 'pagefind.js');
  writeFileSync(engine, (await minify(engine, readFileSync(engine, 'utf8'), { module: true })).code);
  return records.length;
};

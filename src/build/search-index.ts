import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { minify } from 'vite';
import { packIndex } from './pack-index.ts';
import { type SearchRecord, toSearchRecords } from './search-records.ts';
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
 * @throws when Pagefind reports errors
 */
export const writeSearchIndex = async (folder: string): Promise<void> => {
  const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const add = async (index: PagefindIndex, { url, html }: SearchRecord): Promise<string[]> => {
    const { errors } = await index.addHTMLFile({ url: url.slice(1), content: html });
    return errors.map((error) => `${url}: ${error}`);
  };
  try {
    const { index, errors } = await createIndex({ keepIndexUrl: true });
    const problems = [...errors];
    // Pagefind is a program of its own: it reads a page while the next one is cut.
    const added: Promise<string[]>[] = [];
    for (const file of pages) {
      const records = toSearchRecords(await readFile(file, 'utf8'), `/${relative(folder, file).split(sep).join('/')}`);
      if (index) added.push(...records.map((record) => add(index, record)));
    }
    problems.push(...(await Promise.all(added)).flat());
    // Pagefind's own writing can still be under way when it says that it is done, so the files are written here.
    const made = await index?.getFiles();
    problems.push(...(made?.errors ?? []));
    if (problems.length > 0) throw new Error(`Pagefind could not make the search index: ${problems.join('; ')}`);
    for (const { path, content } of packIndex(toStableIndex(made?.files ?? [])))
      if (!unused.test(path)) await writeFile(join(folder, 'pagefind', path), content);
  } finally {
    await close();
  }
};

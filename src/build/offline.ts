/** Makes what the guide needs to be read without a network: one file that holds all others, and the service worker. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { type OfflineFile, type OfflineIndex, packFiles, toSheetMark, toSheetPath } from '../lib/offline.ts';

/** Not kept: paper, downloads, and what only machines read. */
const leftOut = /^(?:print|pdf|epub|offline)\/|\.apkg$|^(?:sw\.js|robots\.txt|llms\.txt|sitemap\.xml|card\.png|_\w+)$/;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const toHash = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 12);

/** Takes the style sheets out of a page and keeps each of them once. */
const withoutSheets = (html: string, sheets: Map<string, string>): string =>
  html.replace(/(?<=<style[^>]*>).*?(?=<\/style>)/gs, (css) => {
    const hash = toHash(css);
    sheets.set(hash, css);
    return toSheetMark(hash);
  });

/** All files of a built site that the copy holds, pages first. */
const readFiles = (folder: string): OfflineFile[] => {
  const sheets = new Map<string, string>();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !leftOut.test(path))
    .sort((a, b) => extname(b).localeCompare(extname(a), 'en') || (a < b ? -1 : 1));
  const files = paths.map((path) => {
    const bytes = readFileSync(join(folder, path));
    const body = path.endsWith('.html') ? Buffer.from(withoutSheets(bytes.toString(), sheets)) : bytes;
    return { path, type: types[extname(path)] ?? 'application/octet-stream', body: new Uint8Array(body) };
  });
  const toSheet = ([hash, css]: [string, string]): OfflineFile => ({
    path: toSheetPath(hash),
    type: types['.css'] as string,
    body: new Uint8Array(Buffer.from(css)),
  });
  return [...files, ...[...sheets].map(toSheet)];
};

/** The service worker stands at the site's root, because it answers only for what lies below it. */
const writeWorker = async (folder: string): Promise<void> => {
  const entry = fileURLToPath(new URL('../client/service-worker.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
};

/**
 * Writes `offline/` and `sw.js` into a built site.
 *
 * @returns what the site says about its copy
 */
export const writeOfflineCopy = async (folder: string): Promise<OfflineIndex> => {
  const files = packFiles(readFiles(folder));
  const version = toHash(files);
  const packed = gzipSync(files, { level: 9 });
  // A name that ends in `.gz` would make some hosts unpack it on the way.
  const url = `offline/guide-${version}.bin`;
  const index = { version, url, bytes: packed.length, size: files.length };
  mkdirSync(join(folder, 'offline'), { recursive: true });
  writeFileSync(join(folder, url), packed);
  writeFileSync(join(folder, 'offline/index.json'), JSON.stringify(index));
  await writeWorker(folder);
  return index;
};

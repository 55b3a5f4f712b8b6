/** `npm run release`, after the build: packs `dist/` into one zip that can be read from disk, with its checksum beside it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from 'github-slugger';
import { site } from '../site.ts';
import { zipFolder } from './zip-folder.ts';

const folder = 'release';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const name = `${slug(site.title)}-${version}`;
const zipName = `${name}.zip`;

const toSize = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Says how far the packing is, in one line that a terminal writes over. */
const showProgress = (done: number, all: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\rPacking ${done} of ${all} files …`);
  else if (done === all) process.stderr.write(`Packing ${all} files …`);
};

const bytes = zipFolder('dist', name, showProgress);
const sum = createHash('sha256').update(bytes).digest('hex');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, zipName), bytes);
writeFileSync(join(folder, `${zipName}.sha256`), `${sum}  ${zipName}\n`);

console.error(` ${toSize(bytes.length)}`);
if (!existsSync('dist/pdf')) console.error('There are no PDFs in it: "npm run pdf" prints them.');
console.log(`${join(folder, zipName)}\nSHA-256 ${sum}`);

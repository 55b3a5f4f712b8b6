/** Makes the peers' projects below the cache: packages once, pages from the guide's content each time. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { site } from '../../src/site.ts';
import { runChild } from '../child.ts';
import { toPeerPages, toSidebar } from '../content/export.ts';
import { renderPeerPage } from '../content/peer-page.ts';
import type { Shelf } from '../content/shelf.ts';
import { cache, peerFiles } from '../places.ts';
import { say } from '../progress.ts';
import { peers } from '../variants.ts';

const home = join(cache, 'starlight');

/** The folder of a peer's project. */
export const toPeerFolder = (id: string): string => join(home, id);

/** Installs Starlight and its plugins, unless the same versions are there. */
export const installPeers = async (): Promise<void> => {
  const wanted = readFileSync(join(peerFiles, 'package.json'), 'utf8');
  const stamp = join(home, 'node_modules/.bench-digest');
  const digest = createHash('sha256').update(wanted).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say('Installing Starlight (once, about a minute) …');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), wanted);
  const args = ['install', '--prefix', '.', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const { code, output } = await runChild({
    ...(npm ? { program: process.execPath, args: [npm, ...args] } : { program: 'npm', args }),
    cwd: home,
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (code !== 0)
    throw new Error(`Starlight could not be installed. Check the network, then run again.\n${output.slice(-2000)}`);
  writeFileSync(stamp, digest);
};

/** The installed versions of the packages that the peers are made of. */
export const readPeerVersions = (): Record<string, string> => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const { dependencies } = read(join(home, 'package.json')) as { dependencies: Record<string, string> };
  const names = [...Object.keys(dependencies), 'pagefind'];
  return Object.fromEntries(
    names.map((name) => [name, read(join(home, 'node_modules', name, 'package.json')).version]),
  );
};

/** Writes the projects with the guide's content. */
export const writePeers = (shelf: Shelf): void => {
  const pages = toPeerPages(shelf);
  for (const { id } of peers) {
    const folder = toPeerFolder(id);
    rmSync(join(folder, 'src'), { recursive: true, force: true });
    for (const page of pages) {
      const file = join(folder, 'src/content/docs', `${page.path || 'index'}.md`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, renderPeerPage(page));
    }
    cpSync(join(peerFiles, 'content.config.mjs'), join(folder, 'src/content.config.mjs'));
    cpSync(join(peerFiles, `${id}.config.mjs`), join(folder, 'astro.config.mjs'));
    writeFileSync(join(folder, 'site.json'), JSON.stringify({ title: site.title, sidebar: toSidebar(shelf) }));
  }
};

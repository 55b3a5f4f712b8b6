/** Installs what the peers are built with, below the cache, once for each list of versions. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import { peerFiles } from '../places.ts';
import { say } from '../progress.ts';
import type { EngineId } from '../variants.ts';
import { engines, installed, toEngineFolder } from './engines.ts';

const install = async (id: keyof typeof engines): Promise<void> => {
  const { name } = engines[id];
  const home = toEngineFolder(id);
  const wanted = readFileSync(join(peerFiles, id, 'package.json'), 'utf8');
  const stamp = join(home, 'node_modules/.bench-digest');
  const digest = createHash('sha256').update(wanted).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say(`Installing ${name} (once, a minute or more) …`);
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
    throw new Error(`${name} could not be installed. Check the network, then run again.\n${output.slice(-2000)}`);
  writeFileSync(stamp, digest);
};

/** Installs all engines, unless the same versions are there. */
export const installPeers = async (): Promise<void> => {
  for (const id of installed) await install(id);
};

/** Packages that come with another one, and are worth a name. */
const parts: Partial<Record<EngineId, readonly string[]>> = { starlight: ['pagefind'], docusaurus: ['mermaid'] };

/** The installed versions of the packages that the peers are made of, by the name of the engine. */
export const readPeerVersions = (): Record<string, Record<string, string>> =>
  Object.fromEntries(
    installed.map((id) => {
      const read = (file: string) => JSON.parse(readFileSync(join(toEngineFolder(id), file), 'utf8'));
      const { dependencies } = read('package.json') as { dependencies: Record<string, string> };
      const names = [...Object.keys(dependencies), ...(parts[id] ?? [])];
      const versions = names.map((name) => [name, read(`node_modules/${name}/package.json`).version]);
      return [engines[id].name, Object.fromEntries(versions)];
    }),
  );

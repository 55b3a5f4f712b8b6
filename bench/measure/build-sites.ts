/** Builds the three sites from cold, one after the other, and measures time, memory and size. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { browserSwitches, findBrowserPath } from '../../src/build/browser.ts';
import { toMedian } from '../numbers.ts';
import { toPeerFolder } from '../peer/make-peers.ts';
import { cache, root } from '../places.ts';
import { say } from '../progress.ts';
import { type Variant, variants } from '../variants.ts';
import { watchMemory } from './memory.ts';

/** What building a site took, and what came out; times and memory are missing when nothing was built. */
export interface BuildResult {
  readonly seconds: number | undefined;
  /** MiB of the largest process, and of all processes together. */
  readonly largest: number | undefined;
  readonly tree: number | undefined;
  /** MB of 1,000,000 bytes. */
  readonly size: number;
  readonly files: number;
  readonly pages: number;
}

interface Run {
  readonly seconds: number;
  readonly largest: number | undefined;
  readonly tree: number | undefined;
}

interface Job {
  readonly cwd: string;
  readonly args: readonly string[];
  /** What earlier builds left, so that each starts from cold. */
  readonly leftovers: readonly string[];
}

const toJob = ({ id }: Variant): Job => {
  // The guide's build clears its own caches.
  if (id === 'guide') return { cwd: root, args: ['src/build/build.ts'], leftovers: [] };
  const cwd = toPeerFolder(id);
  return {
    cwd,
    args: [join(cwd, '../node_modules/astro/bin/astro.mjs'), 'build'],
    leftovers: ['dist', '.astro', 'node_modules'].map((name) => join(cwd, name)),
  };
};

/** The folder from which a site is served. The guide's is a copy, so that a later `npm run build` does not change it. */
export const toSiteFolder = ({ id }: Variant): string =>
  id === 'guide' ? join(cache, 'guide-dist') : join(toPeerFolder(id), 'dist');

const build = async (variant: Variant, browser: string): Promise<Run> => {
  const { cwd, args, leftovers } = toJob(variant);
  for (const path of leftovers) rmSync(path, { recursive: true, force: true });
  const output: string[] = [];
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      BENCH_CHROMIUM: browser,
      BENCH_SWITCHES: browserSwitches().join(' '),
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(String(data)));
  const stopWatching = watchMemory(child.pid ?? 0);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - started) / 1000;
  const peak = stopWatching();
  if (code !== 0) throw new Error(`${variant.name} could not be built:\n${output.join('').slice(-2000)}`);
  return { seconds, largest: peak?.largest, tree: peak?.tree };
};

const measureFolder = (folder: string): Pick<BuildResult, 'size' | 'files' | 'pages'> => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return {
    size: bytes / 1e6,
    files: files.length,
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
  };
};

const toMedianOf = (runs: readonly Run[], key: keyof Run): number | undefined => {
  const values = runs.flatMap((run) => run[key] ?? []);
  return values.length > 0 ? toMedian(values) : undefined;
};

const keepGuide = (): void => {
  const folder = join(cache, 'guide-dist');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'dist'), folder, { recursive: true });
};

/**
 * Builds every site.
 *
 * @param rounds how often; 0 takes what the last run built
 */
export const buildSites = async (rounds: number): Promise<Map<Variant['id'], BuildResult>> => {
  const browser = await findBrowserPath();
  const runs = new Map(variants.map(({ id }) => [id, [] as Run[]]));
  for (let round = 1; round <= rounds; round++)
    for (const variant of variants) {
      const result = await build(variant, browser);
      runs.get(variant.id)?.push(result);
      say(`Build ${round} of ${rounds}: ${variant.name}, ${result.seconds.toFixed(1)} s`);
    }
  if (rounds > 0) keepGuide();
  return new Map(
    variants.map((variant) => {
      const folder = toSiteFolder(variant);
      if (!existsSync(folder)) throw new Error(`${variant.name} has not been built yet. Run without --builds 0.`);
      const own = runs.get(variant.id) ?? [];
      const medians = {
        seconds: toMedianOf(own, 'seconds'),
        largest: toMedianOf(own, 'largest'),
        tree: toMedianOf(own, 'tree'),
      };
      return [variant.id, { ...medians, ...measureFolder(folder) }] as const;
    }),
  );
};

/** Builds the sites from cold, in turn, and measures time, memory and size. */
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { browserSwitches, findBrowserPath } from '../../src/build/browser.ts';
import { runChild } from '../child.ts';
import { toMedian } from '../numbers.ts';
import { toPeerFolder } from '../peer/make-peers.ts';
import { cache, root } from '../places.ts';
import { say } from '../progress.ts';
import type { BySite } from '../results.ts';
import { type Variant, variants } from '../variants.ts';
import { type Usage, watchProcess } from './watch-process.ts';

/** What one build took; the usage is missing where the system does not tell it. */
type Run = { readonly seconds: number } & Partial<Usage>;

/** What building a site took, medians that are missing when nothing was built, and what came out. */
export interface BuildResult extends Partial<Run> {
  /** MB of 1,000,000 bytes. */
  readonly size: number;
  readonly files: number;
  readonly pages: number;
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
  let stopWatching: () => Usage | undefined = () => undefined;
  const started = performance.now();
  const { code, output } = await runChild({
    program: process.execPath,
    args,
    cwd,
    env: { ASTRO_TELEMETRY_DISABLED: '1', BENCH_CHROMIUM: browser, BENCH_SWITCHES: browserSwitches().join(' ') },
    onStart: ({ pid }) => {
      if (pid !== undefined) stopWatching = watchProcess(pid);
    },
  });
  const seconds = (performance.now() - started) / 1000;
  const usage = stopWatching();
  if (code !== 0) throw new Error(`${variant.name} could not be built:\n${output.slice(-2000)}`);
  return { seconds, ...usage };
};

const measureFolder = (folder: string): Pick<BuildResult, 'size' | 'files' | 'pages'> => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { size: bytes / 1e6, files: files.length, pages: files.filter(({ name }) => name.endsWith('.html')).length };
};

const toMedianRun = (runs: readonly Run[]): Partial<Run> => {
  const keys = ['seconds', 'cpu', 'largest', 'tree'] as const;
  const medians = keys.map((key) => [key, toMedian(runs.flatMap((run) => run[key] ?? []))] as const);
  return Object.fromEntries(medians.filter(([, value]) => !Number.isNaN(value)));
};

/** Copies the built guide, without PDFs, which the peers have not. */
const keepGuide = (): void => {
  const folder = join(cache, 'guide-dist');
  const dist = join(root, 'dist');
  rmSync(folder, { recursive: true, force: true });
  cpSync(dist, folder, { recursive: true, filter: (source) => source !== join(dist, 'pdf') });
};

const toResult = (variant: Variant, runs: readonly Run[]): BuildResult => {
  const folder = toSiteFolder(variant);
  if (!existsSync(folder)) throw new Error(`${variant.name} has not been built yet. Run again without "--builds 0".`);
  return { ...toMedianRun(runs), ...measureFolder(folder) };
};

/**
 * Builds every site.
 *
 * @param rounds how often; 0 takes what the last run built
 */
export const buildSites = async (rounds: number): Promise<BySite<BuildResult>> => {
  const browser = await findBrowserPath();
  const runs: BySite<Run[]> = { guide: [], browser: [], 'build-time': [] };
  for (let round = 1; round <= rounds; round++)
    for (const variant of variants) {
      say(`Build ${round} of ${rounds}: ${variant.name} …`);
      const run = await build(variant, browser);
      runs[variant.id].push(run);
      say(`  ${run.seconds.toFixed(1)} s`);
    }
  if (rounds > 0) keepGuide();
  const results = variants.map((variant) => [variant.id, toResult(variant, runs[variant.id])]);
  return Object.fromEntries(results) as BySite<BuildResult>;
};

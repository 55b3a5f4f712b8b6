/** Builds the sites in turn, each from cold and again with what that left, and measures time, memory and size. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { makeStage } from '../growth/make-stage.ts';
import { toMedian } from '../numbers.ts';
import { toEngine, toEngineFolder, toPeerFolder } from '../peer/engines.ts';
import { cache, root } from '../places.ts';
import { say } from '../progress.ts';
import type { BySite } from '../results.ts';
import { guide, rivals, type Variant, variants } from '../variants.ts';
import { type Job, measureFolder, type Output, type Run, runBuild } from './run-build.ts';

/** What building a site took, medians that are missing when nothing was built, and what came out. */
export interface BuildResult extends Partial<Run>, Output {
  /** Seconds of a second build, with the caches of the first. */
  readonly warm?: number;
  /** MB of all packages that are installed to build and test it. */
  readonly packages: number;
}

interface Plan extends Job {
  /** What earlier builds left. */
  readonly leftovers: readonly string[];
}

/**
 * How a site is built.
 *
 * @param cwd its project
 * @throws for a site whose pages are written as they are
 */
export const toPlan = (variant: Variant, cwd: string): Plan => {
  const { name } = variant;
  // The guide's build clears its own caches.
  if (variant.engine === 'guide') return { name, cwd, args: ['src/build/build.ts'], leftovers: [] };
  const { program, dist, caches } = toEngine(variant);
  const packages = join(toEngineFolder(variant.engine), 'node_modules');
  if (!program) throw new Error(`${name} is not built.`);
  return {
    name,
    cwd,
    args: [join(packages, program), 'build'],
    leftovers: [dist, ...caches].map((path) => join(cwd, path)),
  };
};

/** The folder from which a site is served. The guide's is a copy, so that a later `npm run build` does not change it. */
export const toSiteFolder = (variant: Variant): string =>
  variant.engine === 'guide' ? join(cache, 'guide-dist') : join(toPeerFolder(variant), toEngine(variant).dist);

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

const measurePackages = ({ engine }: Variant): number => {
  const folder = join(engine === 'guide' ? root : toEngineFolder(engine), 'node_modules');
  return existsSync(folder) ? measureFolder(folder).size : 0;
};

interface Runs {
  readonly cold: Run[];
  readonly warm: Run[];
}

const toResult = (variant: Variant, { cold, warm }: Runs): BuildResult => {
  const folder = toSiteFolder(variant);
  const seconds = toMedianRun(warm).seconds;
  return {
    ...toMedianRun(cold),
    ...(seconds === undefined ? {} : { warm: seconds }),
    ...measureFolder(folder),
    packages: measurePackages(variant),
  };
};

const buildTwice = async (plan: Plan, { cold, warm }: Runs): Promise<void> => {
  for (const path of plan.leftovers) rmSync(path, { recursive: true, force: true });
  const first = await runBuild(plan);
  const second = await runBuild(plan);
  say(`  ${first.seconds.toFixed(1)} s, warm ${second.seconds.toFixed(1)} s`);
  cold.push(first);
  warm.push(second);
};

/** What was built, and when. */
export interface Builds {
  /** How often each site was built, cold and warm. */
  readonly rounds: number;
  /** Processes that were running or waiting when the builds began, the mean of a minute. */
  readonly load: number;
  readonly sites: BySite<BuildResult>;
  /** What the guide's first domain takes alone. */
  readonly stage: Partial<Run> & Output;
}

const buildStage = async (rounds: number): Promise<Builds['stage']> => {
  const project = makeStage();
  const runs: Run[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Build ${round} of ${rounds}: the first domain alone …`);
    runs.push(await runBuild(toPlan(guide, project)));
  }
  const output = measureFolder(join(project, 'dist'));
  rmSync(project, { recursive: true });
  return { ...toMedianRun(runs), ...output };
};

const kept = join(cache, 'builds.json');

const readKept = (): Builds => {
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  throw new Error('Nothing has been built yet. Run again without "--builds 0".');
};

/**
 * Builds every site, and keeps the results for runs that build nothing.
 *
 * @param rounds how often, cold and warm; 0 takes what the last run built
 */
export const buildSites = async (rounds: number): Promise<Builds> => {
  if (rounds === 0) return readKept();
  const load = loadavg()[0] ?? 0;
  const runs = new Map(variants.map(({ id }): [string, Runs] => [id, { cold: [], warm: [] }]));
  const of = ({ id }: Variant): Runs => runs.get(id) ?? { cold: [], warm: [] };
  for (let round = 1; round <= rounds; round++)
    for (const variant of [guide, ...rivals]) {
      const plan = toPlan(variant, variant.engine === 'guide' ? root : toPeerFolder(variant));
      say(`Build ${round} of ${rounds}: ${variant.name} …`);
      await buildTwice(plan, of(variant));
    }
  keepGuide();
  const sites = Object.fromEntries(variants.map((variant) => [variant.id, toResult(variant, of(variant))]));
  const builds: Builds = { rounds, load, sites: sites as BySite<BuildResult>, stage: await buildStage(rounds) };
  writeFileSync(kept, JSON.stringify(builds));
  return builds;
};

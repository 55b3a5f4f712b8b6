/** Runs one build, and measures its time, memory and output. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { browserSwitches, findBrowserPath } from '../../src/build/browser.ts';
import { runChild } from '../child.ts';
import { type Usage, watchProcess } from './watch-process.ts';

/** What one build took; the usage is missing where the system does not tell it. */
export type Run = { readonly seconds: number } & Partial<Usage>;

/** What came out of a build. */
export interface Output {
  /** MB of 1,000,000 bytes. */
  readonly size: number;
  readonly files: number;
  readonly pages: number;
}

/** A program of Node's that builds a site. */
export interface Job {
  /** The site, for errors. */
  readonly name: string;
  readonly cwd: string;
  readonly args: readonly string[];
  /** Seconds after which it is given up; none for no end. */
  readonly limit?: number;
}

/** Builds once; throws with the end of what the program said if it fails. */
export const runBuild = async ({ name, cwd, args, limit }: Job): Promise<Run> => {
  const browser = await findBrowserPath();
  let stopWatching: () => Usage | undefined = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const started = performance.now();
  const { code, signal, output } = await runChild({
    program: process.execPath,
    args,
    cwd,
    env: { ASTRO_TELEMETRY_DISABLED: '1', BENCH_CHROMIUM: browser, BENCH_SWITCHES: browserSwitches().join(' ') },
    onStart: (child) => {
      if (child.pid !== undefined) stopWatching = watchProcess(child.pid);
      if (limit !== undefined) timer = setTimeout(() => child.kill(), limit * 1000);
    },
  });
  clearTimeout(timer);
  const seconds = (performance.now() - started) / 1000;
  const usage = stopWatching();
  if (limit !== undefined && seconds >= limit) throw new Error(`${name} was not built within ${limit} s.\n${output}`);
  // Nothing else on the machine ends a process so.
  if (signal === 'SIGKILL') throw new Error(`${name} could not be built: the system was out of memory.`);
  if (code !== 0) throw new Error(`${name} could not be built:\n${output.slice(-2000)}`);
  return { seconds, ...usage };
};

/** What stands in a folder, in MB of 1,000,000 bytes, files and pages. */
export const measureFolder = (folder: string): Output => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { size: bytes / 1e6, files: files.length, pages: files.filter(({ name }) => name.endsWith('.html')).length };
};

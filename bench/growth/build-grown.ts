/** Builds a large site. */
import { totalmem } from 'node:os';
import { type Job, type Run, runBuild } from '../measure/run-build.ts';
import { say } from '../progress.ts';

/** Seconds after which a build is given up. */
export const limit = 20 * 60;

/** What a first build took, from nothing but the packages. */
export interface GrownRun extends Run {
  /** Seconds of a second build with what the first left; left out where both would take longer than the limit. */
  readonly warm?: number;
}

/** Lets Node take most of the machine's memory; its own limit is that of a small machine. */
const giveMemory = (job: Job): Job => ({
  ...job,
  args: [`--max-old-space-size=${Math.round((totalmem() / 2 ** 20) * 0.6)}`, ...job.args],
  limit,
});

/** Builds a site whose folder holds no build yet; throws if the first build fails or reaches the limit. */
export const buildGrown = async (job: Job): Promise<GrownRun> => {
  const build = () => runBuild(giveMemory(job));
  say(`Building ${job.name} …`);
  const run = await build();
  say(`  ${run.seconds.toFixed(1)} s`);
  if (run.seconds * 2 > limit) return run;
  const { seconds: warm } = await build();
  say(`  ${warm.toFixed(1)} s with what the first left`);
  return { ...run, warm };
};

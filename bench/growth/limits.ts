/** How far the builds of large sites may go. */
import { totalmem } from 'node:os';
import type { Job } from '../measure/run-build.ts';

/** Seconds after which a build is given up. */
export const limit = 20 * 60;

/** Lets Node take most of the machine's memory; its own limit is that of a small machine. */
export const giveMemory = (job: Job): Job => ({
  ...job,
  args: [`--max-old-space-size=${Math.round((totalmem() / 2 ** 20) * 0.6)}`, ...job.args],
});

import { spawnSync } from 'node:child_process';

/**
 * When the guide's words were last written, so that two builds of one commit are the same: `SOURCE_DATE_EPOCH` if it is set, else
 * the time of the last commit, else now.
 *
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export const findSourceTime = (): Date => {
  const asked = Number(process.env['SOURCE_DATE_EPOCH']);
  if (asked > 0) return new Date(asked * 1000);
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
  return status === 0 && Number(stdout) > 0 ? new Date(Number(stdout) * 1000) : new Date();
};

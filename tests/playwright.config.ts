import { defineConfig, type Project } from '@playwright/test';
import { browserSwitches, findBrowserPath } from '../src/build/browser.ts';
import { findTestProgram, toAdvice } from '../src/build/test-programs.ts';
import type { WorkerOptions } from './support/browser.ts';
import { type Host, hosts } from './support/hosts.ts';

/** What a server answers, and what readers do wherever the guide stands. Python's server has its own page for wrong addresses. */
const toProject = (host: Host): Project<object, WorkerOptions> => ({
  name: host,
  testMatch: host === 'Python' ? 'any-folder.spec.ts' : ['hosts.spec.ts', 'any-folder.spec.ts'],
  grepInvert: host === 'Python' ? /opened from the disk|at a wrong address/ : /opened from the disk/,
  // Each worker puts the site on a server of its own.
  workers: 1,
  use: { host },
});

const isMainProcess = process.env['TEST_WORKER_INDEX'] === undefined;
if (isMainProcess) for (const host of hosts) if (!findTestProgram(host)) console.log(toAdvice(host));

export default defineConfig<object, WorkerOptions>({
  testDir: 'e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: 'list',
  projects: [{ name: 'own server', testIgnore: 'hosts.spec.ts' }, ...hosts.filter(findTestProgram).map(toProject)],
  use: {
    launchOptions: { executablePath: await findBrowserPath(), args: browserSwitches() },
    contextOptions: { reducedMotion: 'reduce' },
  },
});

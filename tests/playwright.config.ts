import { defineConfig } from '@playwright/test';
import { browserSwitches, findBrowserPath } from '../src/build/browser.ts';

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: 'list',
  use: {
    launchOptions: { executablePath: await findBrowserPath(), args: browserSwitches() },
    contextOptions: { reducedMotion: 'reduce' },
  },
});

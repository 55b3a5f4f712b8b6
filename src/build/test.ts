/** `npm test`: the three rings, from quick to slow. All of them run, whatever fails before. */
import { spawnSync } from 'node:child_process';
import { findBrowserPath } from './browser.ts';
import { installTestPrograms } from './test-programs.ts';

interface Ring {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const vitest = (project: string): [string, ...string[]] => [
  'vitest',
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--project',
  project,
];

const rings: readonly Ring[] = [
  { name: 'Format, lint and types', command: ['npm', 'run', '--silent', 'check'] },
  { name: 'Rules (tests/unit)', command: vitest('unit') },
  { name: 'A build', command: ['node', 'src/build/build.ts'] },
  { name: 'The PDFs', command: ['node', 'src/build/pdf.ts'] },
  { name: 'The EPUB', command: ['node', 'src/build/epub.ts'] },
  { name: 'The built site (tests/site)', command: vitest('site') },
  {
    name: 'Readers in a browser (tests/e2e)',
    command: ['playwright', 'test', '--config', 'tests/playwright.config.ts'],
  },
];

process.env['CHROMIUM_PATH'] = await findBrowserPath();
await installTestPrograms();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const failed = rings.filter(({ name, command: [program, ...options] }) => {
  console.log(`\n${name}`);
  return spawnSync(program, options, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0;
});
console.log(`\n${rings.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) {
  console.error(`Failed: ${failed.map(({ name }) => name).join('; ')}`);
  process.exitCode = 1;
}

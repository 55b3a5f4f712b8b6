/**
 * Runs a program of the project: `node src/build/run.mjs src/build/test.ts`, `node src/build/run.mjs astro dev`. Installs first what the
 * lock file names, if it is not there yet, and puts the installed Node in front of the machine's own. Plain JavaScript without imports
 * of ours: it runs on an old Node, before anything else exists.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.lock-digest');
const digest = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const isWindows = process.platform === 'win32';

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  console.error('Installing packages (once, a minute or two) …');
  const command = existsSync(modules) ? 'install' : 'ci';
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  // An old Node is enough to install: the programs run on the Node that the lock file names.
  const options = [command, '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const { status } = spawnSync(npm[0], [...npm[1], ...options], {
    cwd: root,
    stdio: 'inherit',
    shell: npm[0] === 'npm',
  });
  if (status !== 0) {
    console.error(
      'npm could not install the packages: see its message above. Check the network, then run the same command again.',
    );
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, digest);
}

const [program, ...rest] = process.argv.slice(2);
if (program) {
  const [command, options] = program.endsWith('.ts') ? ['node', [program, ...rest]] : [program, rest];
  const path = [join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  const { status } = spawnSync(command, options, {
    cwd: root,
    stdio: 'inherit',
    shell: isWindows,
    env: { ...process.env, PATH: path },
  });
  process.exit(status ?? 1);
}

/** Installs what the lock file names, if it is not there yet. Plain JavaScript without imports of ours: it runs on an old Node, before anything else exists. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = `${root}node_modules/.lock-digest`;
const digest = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  console.error('Installing packages (once, a minute or two) …');
  const command = existsSync(`${root}node_modules`) ? 'install' : 'ci';
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  // An old Node is enough to install: the scripts run on the Node that the lock file names.
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

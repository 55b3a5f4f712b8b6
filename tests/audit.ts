/** `npm run audit`: axe on every built page in both themes, which takes minutes. `-- --only glossary/a` takes the pages whose path begins so. */
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../src/build/browser.ts';
import { serve } from '../src/build/serve.ts';
import { findBarriers } from './support/barriers.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const paths = globSync('**/*.html', { cwd: 'dist' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.startsWith(values.only))
  .sort();
if (paths.length === 0) {
  console.error(`No page of dist/ begins with "${values.only}". Run "npm run build", or name the beginning of a path.`);
  process.exit(1);
}

const { server, url } = await serve('dist');
const browser = await launchBrowser();
const barriers = new Map<string, string[]>();
const waiting = [...paths];
let done = 0;

/** Takes one page after the other from those that wait, in a window of its own. */
const work = async (): Promise<void> => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    const found = await findBarriers(page);
    await page.close();
    if (found.length > 0) barriers.set(path, found);
    process.stderr.write(`\r${++done} of ${paths.length} pages, ${barriers.size} with barriers`);
  }
};

try {
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), paths.length) }, work));
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
process.stderr.write('\n');
for (const path of paths)
  for (const [place, barrier] of (barriers.get(path) ?? []).entries())
    console.log(place === 0 ? `\n${path}\n  ${barrier}` : `  ${barrier}`);
if (barriers.size > 0) process.exitCode = 1;

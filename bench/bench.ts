/**
 * `npm run bench`: builds the guide and Starlight from the same content, measures both, and writes bench/results.md.
 * `npm run bench -- --runs 1 --builds 1` is a quick look; `--builds 0` measures again what the last run built.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { readShelf } from './content/shelf.ts';
import { judge } from './gates.ts';
import { buildSites } from './measure/build-sites.ts';
import { measureSites } from './measure/measure-sites.ts';
import { chooseSamples } from './measure/pages.ts';
import { type Options, readOptions } from './options.ts';
import { installPeers, readPeerVersions, writePeers } from './peer/make-peers.ts';
import { results as files, root } from './places.ts';
import { say } from './progress.ts';
import { renderResults } from './report.ts';
import type { Results, Setting } from './results.ts';

const toSetting = (options: Options): Omit<Setting, 'browser' | 'packages'> => ({
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  load: loadavg()[0] ?? 0,
  node: process.versions.node,
  ...options,
});

const run = async (): Promise<Results> => {
  const options = readOptions(process.argv.slice(2));
  const setting = toSetting(options);
  const shelf = readShelf(root);
  await installPeers();
  if (options.builds > 0) writePeers(shelf);
  const builds = await buildSites(options.builds);
  const { browser, pages, searches } = await measureSites(chooseSamples(shelf), options.runs);
  const gates = judge({ builds, pages, searches });
  return { setting: { ...setting, browser, packages: readPeerVersions() }, builds, pages, searches, gates };
};

// What the benchmark started ends when it exits; a signal alone would leave it running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  const results = await run();
  writeFileSync(files.json, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(files.markdown, renderResults(results));
  console.log(renderResults(results));
  say('Written: bench/results.md and bench/results.json');
} catch (error) {
  console.error(
    `\n${error instanceof Error ? error.message : String(error)}\nThe benchmark stopped; its results are as they were.`,
  );
  process.exit(1);
}

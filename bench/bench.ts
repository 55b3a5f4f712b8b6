/**
 * `npm run bench`: builds the guide and its peers from the same content, measures all, and writes bench/results.md.
 * `npm run bench -- --runs 1 --builds 1` is a quick look; `--builds 0` measures again what the last run built, with its times.
 * `--scale N` builds the guide with its content N times instead, and writes bench/growth.md; `--peers all` builds the peers so, too.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { readShelf } from './content/shelf.ts';
import { judge } from './gates.ts';
import { measureGrowth } from './growth/measure-growth.ts';
import { keepGrowth } from './growth/report-growth.ts';
import { buildSites } from './measure/build-sites.ts';
import { measureSites } from './measure/measure-sites.ts';
import { chooseSamples } from './measure/pages.ts';
import { type Options, readOptions } from './options.ts';
import { toPeerFolder } from './peer/engines.ts';
import { installPeers, readPeerVersions } from './peer/install-peers.ts';
import { writePeers } from './peer/write-peers.ts';
import { results as files, root } from './places.ts';
import { renderPlot } from './plot.ts';
import { say } from './progress.ts';
import { renderResults } from './report.ts';
import type { Results, Setting } from './results.ts';

const toSetting = (options: Options): Omit<Setting, 'browser' | 'packages' | 'builds' | 'buildLoad'> => ({
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  load: loadavg()[0] ?? 0,
  node: process.versions.node,
  runs: options.runs,
});

const compare = async (options: Options): Promise<Results> => {
  const shelf = readShelf(root);
  await installPeers();
  if (options.builds > 0) writePeers(shelf, toPeerFolder);
  const { sites: builds, stage, ...built } = await buildSites(options.builds);
  const setting = toSetting(options);
  const { browser, pages, searches } = await measureSites(chooseSamples(shelf), options.runs);
  const gates = judge({ builds, stage, pages, searches });
  return {
    setting: { ...setting, builds: built.rounds, buildLoad: built.load, browser, packages: readPeerVersions() },
    builds,
    stage,
    pages,
    searches,
    gates,
  };
};

const keep = (results: Results): void => {
  writeFileSync(files.json, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(files.markdown, renderResults(results));
  writeFileSync(files.plot, renderPlot(results));
  console.log(renderResults(results));
  say('Written: bench/results.md, bench/results.json and bench/results.svg');
};

// What the benchmark started ends when it exits; a signal alone would leave it running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  const options = readOptions(process.argv.slice(2));
  if (options.scale === undefined) keep(await compare(options));
  else for await (const growth of measureGrowth(options.scale, options.peers)) keepGrowth(growth);
} catch (error) {
  console.error(
    `\n${error instanceof Error ? error.message : String(error)}\nThe benchmark stopped; its results are as they were.`,
  );
  process.exit(1);
}

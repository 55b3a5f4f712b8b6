/** `npm run bench`: builds the guide and Starlight from the same content, measures both, and writes bench/results.md. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { launchBrowser } from '../src/build/browser.ts';
import { readShelf } from './content/shelf.ts';
import { judge } from './gates.ts';
import { buildSites, toSiteFolder } from './measure/build-sites.ts';
import { measurePages, measureSearches } from './measure/measure-all.ts';
import { chooseSamples, type Subject } from './measure/pages.ts';
import { serveSite } from './measure/serve-site.ts';
import { readOptions } from './options.ts';
import { installPeers, readPeerVersions, writePeers } from './peer/make-peers.ts';
import { results as files, root } from './places.ts';
import { say } from './progress.ts';
import { renderResults } from './report.ts';
import type { BySite, Results } from './results.ts';
import { variants } from './variants.ts';

const options = readOptions(process.argv.slice(2));
const shelf = readShelf(root);
const samples = chooseSamples(shelf);

say('Installing Starlight (once) …');
await installPeers();
if (options.builds > 0) writePeers(shelf);
const builds = Object.fromEntries(await buildSites(options.builds)) as BySite<Results['builds']['guide']>;

const browser = await launchBrowser();
const subjects: Subject[] = [];
try {
  for (const variant of variants) subjects.push({ variant, site: await serveSite(toSiteFolder(variant)) });
  const pages = await measurePages(browser, subjects, samples, options.runs);
  const [sample] = samples;
  const searches = sample ? await measureSearches(browser, subjects, sample, options.runs) : [];
  const results: Results = {
    setting: {
      date: new Date().toISOString().slice(0, 10),
      machine: `${availableParallelism()} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
      node: process.versions.node,
      browser: `Chromium ${browser.version()}`,
      ...options,
      packages: readPeerVersions(),
    },
    builds,
    pages,
    searches,
    gates: judge({ builds, pages, searches }),
  };
  writeFileSync(files.json, `${JSON.stringify(results, undefined, 2)}\n`);
  writeFileSync(files.markdown, renderResults(results));
  console.log(renderResults(results));
  say('Written: bench/results.md, bench/results.json');
} finally {
  for (const { site } of subjects) await site.close();
  await browser.close();
}

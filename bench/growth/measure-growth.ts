/** Builds the guide with its content several times over, and measures what may grow with it. */
import { rmSync } from 'node:fs';
import { loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { launchBrowser } from '../../src/build/browser.ts';
import { readShelf } from '../content/shelf.ts';
import { chooseSamples } from '../measure/pages.ts';
import { measureFolder, type Output, type Run, runBuild } from '../measure/run-build.ts';
import { measureSearch, queries } from '../measure/search.ts';
import { readBody, type ServedSite, serveSite } from '../measure/serve-site.ts';
import { root } from '../places.ts';
import { say } from '../progress.ts';
import { guide } from '../variants.ts';
import { findElement } from './find-element.ts';
import { makeCorpus } from './make-corpus.ts';

/** A site of a size. */
export interface Growth extends Run, Output {
  /** How many times it holds the guide's content. */
  readonly scale: number;
  readonly date: string;
  /** Processes that were running or waiting when its build began, the mean of a minute. */
  readonly load: number;
  /** Bytes of a text page, compressed. */
  readonly page: number;
  /** Bytes of the navigation in it, compressed by themselves. */
  readonly sidebar: number;
  /** Bytes of a first search by query. */
  readonly search: Readonly<Record<string, number>>;
}

/** Seconds after which a build is given up. */
const limit = 20 * 60;

const measurePage = async (site: ServedSite, url: string): Promise<Pick<Growth, 'page' | 'sidebar'>> => {
  const body = await readBody(site.url + url);
  const html = gunzipSync(body).toString('utf8');
  const tree = findElement(parse(html, { sourceCodeLocationInfo: true }), ({ attrs }) =>
    attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('tree')),
  );
  const { startOffset = 0, endOffset = 0 } = tree?.sourceCodeLocation ?? {};
  return { page: body.length, sidebar: gzipSync(html.slice(startOffset, endOffset), { level: 9 }).length };
};

/** Makes, builds and measures the guide at a scale. */
export const measureGrowth = async (scale: number): Promise<Growth> => {
  const [sample] = chooseSamples(readShelf(root));
  if (!sample) throw new Error('There is no page to measure.');
  say(`Writing the content ${scale} times …`);
  const project = makeCorpus(scale);
  const load = loadavg()[0] ?? 0;
  say('Building it …');
  // Node's own limit of memory is that of a small machine.
  const args = [`--max-old-space-size=${Math.round((totalmem() / 2 ** 20) * 0.6)}`, 'src/build/build.ts'];
  const run = await runBuild({ name: `The guide × ${scale}`, cwd: project, args, limit });
  say(`  ${run.seconds.toFixed(1)} s`);
  const site = await serveSite(join(project, 'dist'));
  const browser = await launchBrowser();
  try {
    const search: Record<string, number> = {};
    for (const query of queries)
      search[query] = (await measureSearch(browser, { site, variant: guide }, sample, query, 'at once')).bytes;
    const date = new Date().toISOString().slice(0, 10);
    const page = await measurePage(site, sample.url);
    return { scale, date, load, ...run, ...measureFolder(join(project, 'dist')), ...page, search };
  } finally {
    await browser.close();
    await site.close();
    rmSync(project, { recursive: true });
  }
};

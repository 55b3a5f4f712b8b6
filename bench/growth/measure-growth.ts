/** Builds the guide with its content several times over, and measures what may grow with it. */
import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { launchBrowser } from '../../src/build/browser.ts';
import { readShelf } from '../content/shelf.ts';
import { toPlan } from '../measure/build-sites.ts';
import { chooseSamples } from '../measure/pages.ts';
import { measureFolder, type Output } from '../measure/run-build.ts';
import { measureSearch, queries } from '../measure/search.ts';
import { readBody, type ServedSite, serveSite } from '../measure/serve-site.ts';
import { root } from '../places.ts';
import { say } from '../progress.ts';
import { guide, type Variant } from '../variants.ts';
import { buildGrown, type GrownRun } from './build-grown.ts';
import { findElement } from './find-element.ts';
import { makeCorpus } from './make-corpus.ts';
import { measurePeers, type PeerGrowth } from './measure-peers.ts';

/** A site of a size. */
export interface Growth extends GrownRun, Output {
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
  readonly peers?: Readonly<Record<string, PeerGrowth>>;
}

const measurePage = async (site: ServedSite, url: string): Promise<Pick<Growth, 'page' | 'sidebar'>> => {
  const body = await readBody(site.url + url);
  const html = gunzipSync(body).toString('utf8');
  const tree = findElement(parse(html, { sourceCodeLocationInfo: true }), ({ attrs }) =>
    attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('tree')),
  );
  const { startOffset = 0, endOffset = 0 } = tree?.sourceCodeLocation ?? {};
  return { page: body.length, sidebar: gzipSync(html.slice(startOffset, endOffset), { level: 9 }).length };
};

const measureGuide = async (scale: number, project: string): Promise<Growth> => {
  const [sample] = chooseSamples(readShelf(root));
  if (!sample) throw new Error('There is no page to measure.');
  const load = loadavg()[0] ?? 0;
  const run = await buildGrown(toPlan(guide, project));
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
    rmSync(join(project, 'dist'), { recursive: true });
  }
};

/**
 * Makes, builds and measures the guide at a scale, then peers.
 *
 * @returns what is known so far, after each site
 */
export async function* measureGrowth(scale: number, peers: readonly Variant[]): AsyncGenerator<Growth> {
  say(`Writing the content ${scale} times …`);
  const project = makeCorpus(scale);
  try {
    const growth = await measureGuide(scale, project);
    yield growth;
    if (peers.length === 0) return;
    for await (const measured of measurePeers(project, peers)) yield { ...growth, peers: measured };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** Takes every measurement in the browser, the sites in turn, so that a busy minute of the machine hits all of them. */
import type { Browser } from '@playwright/test';
import { launchBrowser } from '../../src/build/browser.ts';
import { toMedians } from '../numbers.ts';
import { say } from '../progress.ts';
import type { BySite, PageResult, SearchResult } from '../results.ts';
import { variants } from '../variants.ts';
import { toSiteFolder } from './build-sites.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureFirstScreen } from './first-screen.ts';
import type { Sample, Subject } from './pages.ts';
import { measurePaint } from './paint.ts';
import { manners, measureSearch, queries } from './search.ts';
import { serveSite } from './serve-site.ts';

interface Bench {
  readonly browser: Browser;
  readonly subjects: readonly Subject[];
  /** How often each time is taken. */
  readonly runs: number;
}

/** Asks every site the same, one after the other. */
const askEach = async <T>({ subjects }: Bench, ask: (subject: Subject) => Promise<T>): Promise<BySite<T>> => {
  const answers: [string, T][] = [];
  for (const subject of subjects) answers.push([subject.variant.id, await ask(subject)]);
  return Object.fromEntries(answers) as BySite<T>;
};

/** Asks every site the same several times in turn, and gives each one's medians. */
const askInTurn = async <T extends Readonly<Record<keyof T, number>>>(
  bench: Bench,
  ask: (subject: Subject) => Promise<T>,
): Promise<BySite<T>> => {
  const rounds: BySite<T>[] = [];
  for (let run = 0; run < bench.runs; run++) rounds.push(await askEach(bench, ask));
  return askEach(bench, async ({ variant }) => toMedians(rounds.map((round) => round[variant.id])));
};

const measurePage = async (bench: Bench, sample: Sample): Promise<PageResult> => {
  const { browser, runs } = bench;
  say(`${sample.label}: bytes and first screen`);
  const load = await askEach(bench, (subject) => measureFirstLoad(browser, subject, sample));
  const screen = await askEach(bench, (subject) => measureFirstScreen(browser, subject, sample));
  say(`${sample.label}: paint on a slow phone, ${runs} times`);
  const paint = await askInTurn(bench, (subject) => measurePaint(browser, subject, sample));
  return { sample, load, screen, paint };
};

const measureSearches = async (bench: Bench, sample: Sample): Promise<SearchResult[]> => {
  const searches: SearchResult[] = [];
  const searched = { ...bench, subjects: bench.subjects.filter(({ variant }) => variant.search) };
  for (const query of queries)
    for (const manner of manners) {
      say(`Search for “${query}”, ${manner}, ${bench.runs} times`);
      const sites = await askInTurn(searched, (subject) =>
        measureSearch(bench.browser, subject, sample, query, manner),
      );
      searches.push({ query, manner, sites });
    }
  return searches;
};

/** What was measured, and in which browser. */
export interface Measurements {
  readonly browser: string;
  readonly pages: readonly PageResult[];
  readonly searches: readonly SearchResult[];
}

/**
 * Serves the built sites and measures them.
 *
 * @param samples the pages; the search is used from the first
 * @param runs how often each time is taken
 */
export const measureSites = async (samples: readonly Sample[], runs: number): Promise<Measurements> => {
  const browser = await launchBrowser();
  const subjects: Subject[] = [];
  try {
    for (const variant of variants) subjects.push({ variant, site: await serveSite(toSiteFolder(variant)) });
    const bench = { browser, subjects, runs };
    const pages: PageResult[] = [];
    for (const sample of samples) pages.push(await measurePage(bench, sample));
    const [first] = samples;
    const searches = first ? await measureSearches(bench, first) : [];
    return { browser: `Chromium ${browser.version()}`, pages, searches };
  } finally {
    for (const { site } of subjects) await site.close();
    await browser.close();
  }
};

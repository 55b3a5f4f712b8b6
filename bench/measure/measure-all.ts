/** Takes every measurement, the sites in turn, so that a busy minute of the machine hits all of them. */
import type { Browser } from '@playwright/test';
import { toMedians } from '../numbers.ts';
import { say } from '../progress.ts';
import type { BySite, PageResult, SearchResult } from '../results.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureFirstScreen } from './first-screen.ts';
import type { Sample, Subject } from './pages.ts';
import { measurePaint } from './paint.ts';
import { manners, measureSearch, queries, type Search } from './search.ts';

/** Asks every site the same, one after the other. */
const askEach = async <T>(subjects: readonly Subject[], ask: (subject: Subject) => Promise<T>): Promise<BySite<T>> => {
  const answers: [string, T][] = [];
  for (const subject of subjects) answers.push([subject.variant.id, await ask(subject)]);
  return Object.fromEntries(answers) as BySite<T>;
};

/** Asks every site the same several times in turn, and gives each one's medians. */
const askInTurn = async <K extends string>(
  subjects: readonly Subject[],
  runs: number,
  ask: (subject: Subject) => Promise<Readonly<Record<K, number>>>,
): Promise<BySite<Record<K, number>>> => {
  const rounds: BySite<Readonly<Record<K, number>>>[] = [];
  for (let run = 0; run < runs; run++) rounds.push(await askEach(subjects, ask));
  return askEach(subjects, async ({ variant }) => toMedians(rounds.map((round) => round[variant.id])));
};

/** Measures the pages. */
export const measurePages = async (
  browser: Browser,
  subjects: readonly Subject[],
  samples: readonly Sample[],
  runs: number,
): Promise<PageResult[]> => {
  const pages: PageResult[] = [];
  for (const sample of samples) {
    say(`${sample.label}: bytes and first screen`);
    const load = await askEach(subjects, (subject) => measureFirstLoad(browser, subject, sample));
    const screen = await askEach(subjects, (subject) => measureFirstScreen(browser, subject, sample));
    say(`${sample.label}: paint on a slow phone, ${runs} times`);
    const paint = await askInTurn(subjects, runs, async (subject) => ({
      ...(await measurePaint(browser, subject, sample)),
    }));
    pages.push({ sample, load, screen, paint });
  }
  return pages;
};

/** Measures the search from one page. */
export const measureSearches = async (
  browser: Browser,
  subjects: readonly Subject[],
  sample: Sample,
  runs: number,
): Promise<SearchResult[]> => {
  const searches: SearchResult[] = [];
  for (const query of queries)
    for (const manner of manners) {
      say(`Search for “${query}”, ${manner}, ${runs} times`);
      const sites = await askInTurn<keyof Search>(subjects, runs, async (subject) => ({
        ...(await measureSearch(browser, subject, sample, query, manner)),
      }));
      searches.push({ query, manner, sites });
    }
  return searches;
};

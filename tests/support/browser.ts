import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base, expect, type Page, type Response } from '@playwright/test';
import { unzipSync } from 'fflate';
import { serve } from '../../src/build/serve.ts';
import { zipFolder } from '../../src/build/zip-folder.ts';
import { base as folderOfHost, type Host, type HostedSite, startHost } from './hosts.ts';

export { expect };

/** The built site that readers visit: `dist/`, or the folder that `GUIDE_DIST` names. */
export const dist = resolve(process.env['GUIDE_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url)));
if (!existsSync(join(dist, 'index.html')))
  throw new Error(`There is no built site in "${dist}". Run "npm run build", or name a built site in GUIDE_DIST.`);

/** The pages of a folder, as addresses from the site's root without the first slash. */
const toPages = (folder: string): string[] =>
  readdirSync(join(dist, folder))
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => join(folder, name).replaceAll('\\', '/'));

const folders = readdirSync(dist, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
const isOfDomain = (name: string): boolean => /^\d-/.test(name);

/** The pages of all sections, in reading order. */
export const sections: readonly string[] = folders.filter(isOfDomain).sort().flatMap(toPages);

/** @throws when no section has any */
const getSectionWithMost = (what: string, count: (html: string) => number): string => {
  const counts = new Map(sections.map((path) => [path, count(readFileSync(join(dist, path), 'utf8'))]));
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most?.[1]) throw new Error(`No section in "${dist}" has ${what}. The tests of ${what} need one.`);
  return most[0];
};

/** A section like most: with notes in its margin, terms, questions, a section before it and one after it. */
export const section = '1-high-availability/1.2-disaster-recovery.html';
export const sectionWithDiagrams = getSectionWithMost(
  'diagrams',
  (html) => html.split('<figure class="diagram').length - 1,
);
const sectionWithCode = getSectionWithMost('code', (html) => html.split('<pre class="').length - 1);
export const sectionWithManyParts = getSectionWithMost('contents', (html) => {
  const contents = html.split('</nav>').find((part) => part.includes('class="toc"'));
  return (contents?.split('href="#').length ?? 1) - 1;
});

/** The smallest page stands for its folder: what holds on it holds on the others, and it is the quickest. */
const toSmallest = (folder: string): string[] =>
  toPages(folder)
    .sort((a, b) => statSync(join(dist, a)).size - statSync(join(dist, b)).size)
    .slice(0, 1);

/** At least one page of every kind that the site has. */
export const kinds: readonly string[] = [
  ...new Set([
    ...toPages('').filter((path) => !isOfDomain(path) || path.startsWith('1-')),
    ...folders.filter((name) => !isOfDomain(name)).flatMap(toSmallest),
    'glossary/rto.html',
    section,
    sectionWithDiagrams,
    sectionWithCode,
  ]),
];

/** The same built site in the three places where it must work. */
export interface Guide {
  /** Its address at the root of a host. */
  readonly root: string;
  /** Its address in a folder of a host. */
  readonly folder: string;
  /** Its address when it is opened from the disk. */
  readonly disk: string;
}

/** Packs the site as for a release, and unpacks it into a new folder. */
const unpackRelease = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-release-'));
  for (const [path, bytes] of Object.entries(unzipSync(zipFolder(dist, 'guide')))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
};

interface Options {
  /** What the browser may complain of, where a test breaks something on purpose. */
  readonly tolerated: RegExp | undefined;
}

export interface WorkerOptions {
  /** The server that the site stands on; without one it is the project's own. */
  readonly host: Host | undefined;
}

interface Watch {
  /** Fails the test when the browser complains: an error, a breach of the policy, a request to another origin. */
  readonly complaints: string[];
}

const startOurs = async (): Promise<HostedSite> => {
  const [root, folder] = [await serve(dist), await serve(dist, { base: folderOfHost })];
  const stop = async (): Promise<void> => {
    for (const { server } of [root, folder]) {
      server.close();
      server.closeAllConnections();
    }
  };
  return { root: root.url, folder: folder.url, stop };
};

/** Lets ways to a page end when what it loads for studying is there, as a reader waits for it; unless a test says what to wait for. */
const waitForStudy = (page: Page): void => {
  for (const way of ['goto', 'reload', 'goBack'] as const) {
    const go = page[way].bind(page) as (...args: unknown[]) => Promise<Response | null>;
    page[way] = async (...args: unknown[]) => {
      const response = await go(...args);
      const options = args.at(-1);
      if (typeof options !== 'object')
        await page.locator('[data-study][aria-busy=true]').waitFor({ state: 'detached' });
      return response;
    };
  }
};

export const test = base.extend<Options & Watch, WorkerOptions & { guide: Guide; release: string }>({
  host: [undefined, { option: true, scope: 'worker' }],
  guide: [
    async ({ host }, use) => {
      const { root, folder, stop } = await (host ? startHost(host, dist) : startOurs());
      await use({ root, folder, disk: `${pathToFileURL(dist).href}/` });
      await stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  release: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const folder = unpackRelease();
      await use(`${pathToFileURL(join(folder, 'guide')).href}/`);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  page: async ({ page }, use) => {
    waitForStudy(page);
    await use(page);
  },
  baseURL: async ({ guide }, use) => use(guide.root),
  tolerated: [undefined, { option: true }],
  complaints: [
    async ({ context, guide, tolerated }, use) => {
      const complaints: string[] = [];
      const own = [guide.root, guide.folder, 'file:', 'data:', 'blob:'];
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => complaints.push(error.error().message));
      context.on('request', (request) => {
        if (!own.some((start) => request.url().startsWith(start))) complaints.push(`foreign: ${request.url()}`);
      });
      await use(complaints);
      expect(complaints.filter((complaint) => !tolerated?.test(complaint))).toEqual([]);
    },
    { auto: true },
  ],
});

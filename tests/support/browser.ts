import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { serve } from '../../src/build/serve.ts';

export { expect };

/** The built site that readers visit: `dist/`, or the folder that `GUIDE_DIST` names. */
export const dist = resolve(process.env['GUIDE_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url)));
if (!existsSync(join(dist, 'index.html')))
  throw new Error(`There is no built site in "${dist}". Run "npm run build", or name a built site in GUIDE_DIST.`);

/** The pages of all sections, as addresses from the site's root without the first slash. */
export const sections: readonly string[] = readdirSync(dist)
  .filter((name) => /^\d-[\w-]+$/.test(name))
  .sort()
  .flatMap((domain) =>
    readdirSync(join(dist, domain))
      .sort()
      .map((name) => `${domain}/${name}`),
  );

/** @throws when no section has any */
const getSectionWithMost = (what: string, count: (html: string) => number): string => {
  const counts = new Map(sections.map((path) => [path, count(readFileSync(join(dist, path), 'utf8'))]));
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most?.[1]) throw new Error(`No section in "${dist}" has ${what}. The tests of ${what} need one.`);
  return most[0];
};

/** The smallest page of a folder: as good as the others for what holds on all of them, and quicker. */
const getSmallestOf = (folder: string): string => {
  const pages = readdirSync(join(dist, folder)).filter((name) => name.endsWith('.html'));
  const [smallest] = pages.sort((a, b) => statSync(join(dist, folder, a)).size - statSync(join(dist, folder, b)).size);
  return `${folder}/${smallest}`;
};

/** A section like most: with notes in its margin, terms, questions, a section before it and one after it. */
export const section = '1-high-availability/1.2-disaster-recovery.html';
export const sectionWithDiagrams = getSectionWithMost(
  'diagrams',
  (html) => html.split('<figure class="diagram').length - 1,
);
export const sectionWithCode = getSectionWithMost('code', (html) => html.split('<pre class="').length - 1);
export const sectionWithManyParts = getSectionWithMost('contents', (html) => {
  const contents = html.split('</nav>').find((part) => part.includes('class="toc"'));
  return (contents?.split('href="#').length ?? 1) - 1;
});

/** One page of each kind, by what a reader calls it. */
export const kinds: Readonly<Record<string, string>> = {
  'the first page': 'index.html',
  'a domain': '1-high-availability.html',
  'a section with diagrams': sectionWithDiagrams,
  'a section with code': sectionWithCode,
  'a section with margin notes': section,
  'the glossary': 'glossary.html',
  'a term': 'glossary/rto.html',
  'what changed': 'changed.html',
  'what changed in a domain': 'changed/1-high-availability.html',
  'a missing page': '404.html',
  'a domain for print': getSmallestOf('print'),
};

/** The same built site in the three places where it must work. */
export interface Guide {
  /** Its address at the root of a host. */
  readonly root: string;
  /** Its address in a folder of a host. */
  readonly folder: string;
  /** Its address when it is opened from the disk. */
  readonly disk: string;
}

interface Options {
  /** What the browser may complain of, where a test breaks something on purpose. */
  readonly tolerated: RegExp | undefined;
}

interface Watch {
  /** Fails the test when the browser complains: an error, a breach of the policy, a request to another origin. */
  readonly complaints: string[];
}

export const test = base.extend<Options & Watch, { guide: Guide }>({
  guide: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const root = await serve(dist);
      const folder = await serve(dist, { base: '/any/sub/folder/' });
      await use({ root: root.url, folder: folder.url, disk: `${pathToFileURL(dist).href}/` });
      for (const { server } of [root, folder]) {
        server.close();
        server.closeAllConnections();
      }
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ guide }, use) => use(guide.root),
  tolerated: [undefined, { option: true }],
  complaints: [
    async ({ context, guide, tolerated }, use) => {
      const complaints: string[] = [];
      const own = [...Object.values(guide), 'data:', 'blob:'];
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

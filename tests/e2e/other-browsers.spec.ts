import { pathToFileURL } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { findTestProgram, type TestProgramName, toAdvice } from '../../src/build/test-programs.ts';
import { dist, section } from '../support/browser.ts';
import { startFirefox } from '../support/firefox.ts';
import { type Host, type HostedSite, hosts, startHost } from '../support/hosts.ts';
import type { OtherBrowser } from '../support/other-browser.ts';
import { startWebKit } from '../support/webkit.ts';

interface OtherBrowserKind {
  readonly name: string;
  readonly start: () => Promise<OtherBrowser>;
  readonly needs: readonly TestProgramName[];
}

const kinds: readonly OtherBrowserKind[] = [
  { name: 'Firefox', start: startFirefox, needs: ['Firefox'] },
  { name: 'WebKit', start: startWebKit, needs: ['WebKit’s driver', 'the X server for WebKit'] },
];

const server: Host | undefined = hosts.find((host) => findTestProgram(host));

const test = base.extend<object, { hosted: HostedSite }>({
  hosted: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      if (!server) throw new Error('The tests in other browsers need a server.');
      const hosted = await startHost(server, dist);
      await use(hosted);
      await hosted.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const expectRead = (browser: OtherBrowser, expression: string) =>
  expect.poll(() => browser.read(expression), { message: expression, timeout: 20_000 });
const isVisible = (selector: string): string => `Boolean(document.querySelector('${selector}')?.checkVisibility())`;

/** Follows a link to the end of a section, and reads it in the dark theme and answers a question. */
const readSection = async (browser: OtherBrowser, root: string): Promise<void> => {
  await browser.open(`${root}${section}#figures-to-know`);
  const isInView = `((top) => top > 0 && top < innerHeight / 2)(document.querySelector(':target').getBoundingClientRect().top)`;
  await expectRead(browser, isInView).toBe(true);
  await browser.click('[data-theme-switch]');
  await expectRead(browser, 'document.documentElement.dataset.theme').toBe('dark');
  await browser.click('.question .choices label');
  await browser.click('.question .check');
  await expectRead(browser, `document.querySelector('.question [role=status]').textContent`).toMatch(
    /^(?:Right|Wrong)/,
  );
};

/** Goes from the first page to a domain, a section and a term by links. */
const walk = async (browser: OtherBrowser, root: string): Promise<void> => {
  await browser.open(`${root}index.html`);
  await browser.click('.card a');
  await expectRead(browser, 'location.pathname').toMatch(/\/1-[\w-]+\.html$/);
  await expectRead(browser, isVisible('.card a')).toBe(true);
  await browser.click('.card a');
  await expectRead(browser, 'location.pathname').toMatch(/\/1-[\w-]+\/1\.1-[\w-]+\.html$/);
  await expectRead(browser, isVisible('a.term')).toBe(true);
  await browser.click('a.term');
  await expectRead(browser, 'location.pathname').toMatch(/\/glossary\/[\w-]+\.html$/);
};

for (const { name, start, needs } of kinds)
  test.describe(`in ${name}`, () => {
    const missing = needs.find((program) => !findTestProgram(program));
    if (missing) console.log(toAdvice(missing));
    test.skip(missing !== undefined, missing && toAdvice(missing));

    let browser: OtherBrowser;
    test.beforeEach(async () => {
      test.setTimeout(180_000);
      browser = await start();
    });
    test.afterEach(() => browser.close());

    test('a reader reads and searches the guide in a folder of a host', async ({ hosted }) => {
      await walk(browser, hosted.folder);
      expect(await browser.readComplaints()).toEqual([]);
      await readSection(browser, hosted.folder);
      await browser.read(`document.querySelector('a.term').focus()`);
      await expectRead(browser, isVisible('[role=tooltip]')).toBe(true);
      await browser.type('Escape');
      await browser.type('/');
      await expectRead(
        browser,
        `document.activeElement.type ?? document.activeElement.shadowRoot?.activeElement?.type`,
      ).toBe('search');
      await browser.type('RTO');
      await expectRead(browser, `document.querySelector('.pf-summary')?.textContent`).toMatch(/for RTO$/);
      await expectRead(browser, isVisible('[aria-label="Search results"] a')).toBe(true);
      expect(await browser.readComplaints()).toEqual([]);
      await browser.click('[aria-label="Search results"] a');
      await expectRead(browser, 'location.pathname').toMatch(/\/glossary\/rto\.html$/);
    });

    test('a reader reads the guide from the disk', async () => {
      const disk = `${pathToFileURL(dist).href}/`;
      await walk(browser, disk);
      await readSection(browser, disk);
      await browser.type('/');
      await expectRead(browser, `document.querySelector('dialog[open]').textContent`).toContain(
        'Search needs a web server',
      );
      expect(await browser.readComplaints()).toEqual([]);
    });
  });

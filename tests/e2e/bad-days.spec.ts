/** Readers' bad days: a slow or lost network, a browser that blocks things, a host or a cache that has half of what it should. */
import type { Page, Request, Route } from '@playwright/test';
import { answerQuestion } from '../support/answer-question.ts';
import { expect, section, sectionWithDiagrams, test } from '../support/browser.ts';
import { hold } from '../support/hold.ts';
import { fillStorage } from '../support/journal.ts';
import { sumShifts, watchShifts } from '../support/layout-shifts.ts';

const pageScript = /\/_astro\/Page\.[^/]*\.js$/;
const font = /\.woff2$/;
const studyPages = [
  'practice.html',
  'practice/set.html?of=domain:1&size=3&order=k3x9a',
  'practice/cards.html',
  'practice/exam.html',
  'progress.html',
  'offline.html',
];

/** What a reader takes for an endless wait. */
const waits = (page: Page) => page.locator('main').locator('[aria-busy="true"], progress:not([value]):visible');

const expectReadable = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main p').filter({ visible: true }).first()).toBeInViewport();
  await expect(waits(page)).toHaveCount(0);
};

/** The sentence of a page that cannot work says what happened and what a reader can do. */
const expectSentence = async (page: Page, words: RegExp): Promise<void> =>
  expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();

test.describe('on a slow network', () => {
  for (const path of [section, 'practice.html'])
    test(`a reader reads ${path} before its script and its font are there`, async ({ page }) => {
      const held: Route[] = [];
      for (const late of [font, pageScript]) await page.route(late, (route) => void held.push(route));
      await page.goto(path, { waitUntil: 'commit' });
      await expect(page.locator('.footer, footer').last()).toBeAttached();
      await expectReadable(page);
      await expect.poll(() => held.length).toBe(2);
      await Promise.all(held.map((route) => route.continue()));
      await expect(page.getByRole('button', { name: /^Search/ })).toBeVisible();
    });

  test('a reader is told nothing false while a study page waits for its part', async ({ page }) => {
    const release = await hold(page, '**/_astro/cards-*.js');
    await page.goto('practice/cards.html', { waitUntil: 'load' });
    await expect(page.getByRole('button', { name: 'Start' })).toBeDisabled();
    await expect(page.getByRole('alert')).toHaveCount(0);
    release();
    await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
  });
});

test.describe('when the network is lost halfway', () => {
  test.use({ tolerated: /ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to (?:fetch|load)/ });

  for (const path of [section, sectionWithDiagrams, ...studyPages])
    test(`a reader reads ${path} without the script that did not come`, async ({ page }) => {
      await page.route(pageScript, (route) => route.abort());
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(waits(page)).toHaveCount(0);
      if (!path.includes('?')) await expect(page.locator('main').getByText(/\w{3}/).first()).toBeInViewport();
    });

  for (const [path, part] of [
    ['practice.html', 'practice-'],
    [studyPages[1] ?? '', 'practice-set-'],
    ['practice/cards.html', 'cards-'],
    ['practice/exam.html', 'exam-'],
    ['progress.html', 'progress-'],
  ] as const)
    test(`a reader of ${path} is told that its part did not come`, async ({ page }) => {
      await page.route(`**/_astro/${part}*.js`, (route) => route.abort());
      await page.goto(path);
      await expectSentence(page, /could not load what it works with\. You may be offline; reload/);
      await expect(waits(page)).toHaveCount(0);
    });

  test('a reader whose network goes while a page is open reads on, and is told when an answer needs it', async ({
    page,
    context,
  }) => {
    await page.goto('practice/cards.html');
    await expect(page.getByRole('button', { name: 'Start' })).toBeEnabled();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Start' }).click();
    await expectSentence(page, /could not be loaded/);
  });
});

test.describe('in a browser that blocks the storage', () => {
  test.beforeEach(({ context }) =>
    context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    }),
  );
  for (const path of studyPages)
    test(`a reader meets no error on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('main button:visible, main a:visible').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('alert').filter({ hasText: /could not load/ })).toHaveCount(0);
      await expect(waits(page)).toHaveCount(0);
    });
});

test.describe('in a browser whose storage is full', () => {
  for (const path of studyPages)
    test(`a reader meets no error on ${path}`, async ({ page }) => {
      await page.goto('index.html');
      await fillStorage(page);
      await page.goto(path);
      await expect(page.locator('main button:visible, main a:visible').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('alert').filter({ hasText: /could not load/ })).toHaveCount(0);
    });

  test('a reader switches the theme and answers a question', async ({ page }) => {
    await page.goto('index.html');
    await fillStorage(page);
    await page.goto(section);
    await page.getByRole('button', { name: 'Dark or light theme' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', /dark|light/);
    await answerQuestion(page);
  });
});

test.describe('in a browser that blocks fonts', () => {
  test.use({ tolerated: /ERR_BLOCKED_BY_CLIENT|woff2/ });
  for (const path of ['index.html', section])
    test(`a reader reads ${path} at once, and nothing moves`, async ({ page }) => {
      await watchShifts(page);
      await page.route(font, (route) => route.abort('blockedbyclient'));
      await page.goto(path);
      await expectReadable(page);
      await page.evaluate(() => document.fonts.ready);
      expect(await sumShifts(page)).toBeLessThan(0.01);
      const hasFont = await page.evaluate(() =>
        [...document.fonts].some(({ family, status }) => /Next/.test(family) && status === 'loaded'),
      );
      expect(hasFont).toBe(false);
    });
});

test.describe('on an old page after the site was built anew', () => {
  // Every file of the old build that has its version in its name is gone.
  test.use({ tolerated: /404|Failed to (?:fetch|load)|Pagefind|WASM|no known script location|MIME|[Cc]ompressed/ });
  const gone = (route: Route): Promise<void> =>
    route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>Not found</title>' });

  for (const [what, pattern] of [
    ['the search itself', '**/_astro/search-modal-*.js'],
    ['the parts of its index', '**/pagefind/{index,fragment}/*'],
    ['the head of its index', '**/pagefind/*.pf_meta'],
  ] as const)
    test(`a reader who searches is told so when ${what} is gone, instead of waiting`, async ({ page }) => {
      await page.goto(section);
      await page.route(pattern, gone);
      await page.keyboard.press('/');
      // Where the search itself is gone, the sentence comes before there is a box to type in.
      if (what !== 'the search itself') {
        await expect(page.getByRole('searchbox')).toBeFocused();
        await page.keyboard.type('pilot light');
      }
      await expect(page.getByRole('dialog').getByText(/could not be loaded/)).toBeVisible();
      await expect(page.getByText(/^(?:Searching|No results)/).filter({ visible: true })).toHaveCount(0);
    });

  test('a reader who opens a study page from the cache is told to reload', async ({ page }) => {
    await page.route('**/_astro/exam-*.js', gone);
    await page.goto('practice/exam.html');
    await expectSentence(page, /reload it/);
  });
});

test.describe('when the browser has cleared the offline copy but not its service worker', () => {
  test('a reader reads on from the network', async ({ page, context }) => {
    await page.goto('offline.html');
    await page.getByRole('button', { name: 'Keep the guide in this browser' }).click();
    await expect(page.getByText('The whole guide is kept in this browser')).toBeVisible({ timeout: 60_000 });
    await page.reload();
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    const loaded: Request[] = [];
    context.on('request', (request) => {
      if (request.serviceWorker()) loaded.push(request);
    });
    await page.goto(section);
    await expectReadable(page);
    expect(loaded.length).toBeGreaterThan(0);
    await page.goto('offline.html');
    await expect(page.getByRole('button', { name: 'Keep the guide in this browser' })).toBeVisible();
  });
});

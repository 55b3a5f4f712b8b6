import type { Locator, Page } from '@playwright/test';
import { expect, section, test } from '../support/browser.ts';

const toBox = (page: Page): Locator => page.getByRole('searchbox');
const toHits = (page: Page): Locator => page.getByRole('list', { name: 'Search results' }).getByRole('link');
const toPlaces = (page: Page): Locator => page.locator('.pf-result-place');

/** Opens the search by its key and types. */
const ask = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('/');
  await expect(toBox(page)).toBeFocused();
  await page.keyboard.type(words);
};

/** The same, and waits until the answer is to all of the words. */
const search = async (page: Page, words: string): Promise<void> => {
  await ask(page, words);
  await expect(page.locator('.pf-summary')).toHaveText(new RegExp(`for ${words}$`));
};

test('a reader finds something, goes there and sees the words marked, all with the keyboard', async ({ page }) => {
  await page.goto('index.html');
  await search(page, 'pilot light');
  const first = toHits(page).first();
  await expect(first).toBeVisible();
  const path = new URL((await first.getAttribute('href')) ?? '', page.url()).pathname;
  await page.keyboard.press('ArrowDown');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(({ pathname }) => pathname === path);
  const marked = await page.evaluate(() => [...(CSS.highlights.get('search') ?? [])].map(String));
  expect(marked.map((word) => word.toLowerCase())).toEqual(expect.arrayContaining(['pilot', 'light']));
});

test('a reader opens the search with Ctrl+K, and after Escape is where they were', async ({ page }) => {
  await page.goto(section);
  const link = page.getByRole('link', { name: 'Glossary' }).first();
  await link.focus();
  await page.keyboard.press('Control+k');
  await expect(toBox(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(toBox(page)).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press('/');
  await expect(toBox(page)).toBeFocused();
});

test('a reader who clicks the search button has the focus back on it afterwards', async ({ page }) => {
  await page.goto(section);
  const button = page.getByRole('button', { name: /^Search/ });
  await button.click();
  await expect(toBox(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

for (const words of ['RTO', 'rto', 'recovery time objective'])
  test(`a reader who types "${words}" finds its glossary entry first`, async ({ page }) => {
    await page.goto('index.html');
    await search(page, words);
    await expect(toHits(page).first()).toHaveAttribute('href', /\/glossary\/rto\.html/);
  });

test('a reader never clicks a hit that another one has just pushed away: they appear in their order', async ({
  page,
}) => {
  let delay = 600;
  await page.route('**/pagefind/fragment/**', async (route) => {
    // What is asked for first comes last.
    const wait = delay;
    delay = 0;
    await page.waitForTimeout(wait);
    await route.continue();
  });
  await page.goto('index.html');
  await search(page, 'RTO');
  await expect(toHits(page).first()).toBeVisible();
  const shown = await page.locator('.pf-results > li').evaluateAll((hits) => hits.map((hit) => !hit.ariaHidden));
  expect(shown[0]).toBe(true);
  expect(shown.lastIndexOf(true)).toBeLessThan(shown.includes(false) ? shown.indexOf(false) : shown.length);
});

test('a reader who mistypes a word still finds it', async ({ page }) => {
  await page.goto('index.html');
  await search(page, 'pilot ligth');
  await expect(toHits(page).filter({ hasText: 'Pilot light' }).first()).toBeVisible();
});

test('a reader who follows a hit on a heading lands at that heading', async ({ page }) => {
  await page.goto(section);
  const heading = page.locator('.prose > h2[id]').nth(1);
  const id = (await heading.getAttribute('id')) ?? '';
  const name = (await heading.innerText()).replace(/#$/, '').trim();
  await page.goto('index.html');
  await search(page, name);
  await toHits(page)
    .filter({ hasText: new RegExp(`^${name}$`) })
    .click();
  await page.waitForURL(({ hash }) => hash === `#${id}`);
  await expect(heading).toBeInViewport();
});

test('a reader can keep to one kind of hit', async ({ page }) => {
  await page.goto('index.html');
  await search(page, 'recovery');
  await expect(
    toPlaces(page)
      .filter({ hasNotText: /^Question/ })
      .first(),
  ).toBeVisible();
  await page.getByRole('dialog').locator('summary').focus();
  await page.keyboard.press('Enter');
  const kind = page.getByRole('checkbox', { name: /^Question/ });
  await kind.focus();
  await page.keyboard.press('Space');
  await expect(kind).toBeChecked();
  await expect(toPlaces(page).filter({ hasNotText: /^Question/ })).toHaveCount(0);
  await expect(toPlaces(page).first()).toHaveText(/^Question/);
});

test('a reader can keep to one domain, and is told so after the filters are closed', async ({ page }) => {
  await page.goto('index.html');
  await search(page, 'recovery');
  const summary = page.getByRole('dialog').locator('summary');
  await summary.click();
  const domain = page.getByRole('group', { name: 'Domain' }).getByRole('checkbox').first();
  await domain.check();
  await summary.click();
  await expect(domain).toBeHidden();
  await expect(summary).toContainText('1 chosen');
  await expect(toPlaces(page).first()).toHaveText(/· 1\.\d /);
  await expect(toPlaces(page).filter({ hasNotText: /· 1\.\d / })).toHaveCount(0);
});

test('a reader follows a link to a search and sees its results', async ({ page }) => {
  await page.goto('glossary.html?q=RTO');
  await expect(toHits(page).first()).toBeVisible();
  await expect(toBox(page)).toHaveValue('RTO');
});

test('a reader can copy the address of a search, and it is clean again afterwards', async ({ page }) => {
  await page.goto(section);
  const clean = page.url();
  await search(page, 'RTO');
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('RTO');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(clean);
});

test('a reader who does not search loads nothing of the search', async ({ page }) => {
  const parts: string[] = [];
  page.on('request', (request) => {
    const name = /\/pagefind\/|search-modal/.exec(request.url())?.[0];
    if (name) parts.push(name);
  });
  await page.goto(section, { waitUntil: 'networkidle' });
  expect(parts).toEqual([]);
  await page.getByRole('button', { name: /^Search/ }).hover();
  await expect.poll(() => parts).toContain('search-modal');
});

test('a reader who finds nothing is told so', async ({ page }) => {
  await page.goto('index.html');
  await search(page, 'qqxyzzyqq');
  await expect(page.getByRole('dialog').getByText('No results for qqxyzzyqq')).toBeVisible();
});

test.describe('when a part of the search cannot be loaded', () => {
  test.use({ tolerated: /ERR_|Failed to (?:fetch|load)|Pagefind|WASM|no known script location/ });

  const toMessage = (page: Page): Locator => page.getByRole('dialog').getByText(/could not be loaded/);

  for (const part of ['pagefind.js', '*.pf_meta', 'wasm.*', '*.pf_fragment'])
    test(`a reader is told so, instead of waiting for ${part}`, async ({ page }) => {
      await page.route(`**/pagefind/**/${part}`, (route) => route.abort());
      await page.goto(section);
      await ask(page, 'pilot light');
      await expect(toMessage(page)).toBeVisible();
      const other = page.getByRole('dialog').getByText(/Searching|No results|Pagefind/);
      await expect(other.filter({ visible: true })).toHaveCount(0);
    });

  test('a reader who loses the network while searching is told so', async ({ page, context }) => {
    await page.goto(section);
    const engine = page.waitForResponse('**/wasm.*');
    await page.keyboard.press('/');
    await (await engine).finished();
    await context.setOffline(true);
    await page.keyboard.type('pilot light');
    await expect(toMessage(page)).toBeVisible();
  });

  test('a reader who opens the filters without a network is told that they are missing', async ({ page, context }) => {
    await page.goto(section);
    await search(page, 'pilot light');
    await expect(toHits(page).first()).toBeVisible();
    await context.setOffline(true);
    await page.getByRole('dialog').locator('summary').click();
    await expect(page.getByRole('dialog').getByText(/The filters are not here/)).toBeVisible();
    await expect(toHits(page).first()).toBeVisible();
  });

  test('a reader is told so, and can try again when the network is back', async ({ page }) => {
    await page.route('**/search-modal*', (route) => route.abort());
    await page.goto(section);
    await page.keyboard.press('/');
    await expect(toMessage(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.unroute('**/search-modal*');
    await search(page, 'pilot light');
    await expect(toHits(page).first()).toBeVisible();
  });
});

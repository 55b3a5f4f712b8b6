import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { hold } from '../support/hold.ts';

const url = 'practice/cards.html';
const start = new Date('2026-11-23T10:00:00');
const day = 24 * 60 * 60 * 1000;

const front = (page: Page) => page.locator('.card-front');
const back = (page: Page) => page.locator('.card-back');
const startButton = (page: Page) => page.getByRole('button', { name: 'Start' });
const deck = (page: Page, name: string) => page.getByRole('checkbox', { name });

/** Opens the page with one deck chosen, and so many new cards at most. */
const open = async (page: Page, name = '8 Migration', limit = '5'): Promise<void> => {
  await page.goto(url);
  await expect(startButton(page)).toBeEnabled();
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  await deck(page, name).check();
  await page.getByRole('radio', { name: limit, exact: true }).check();
};

/** Turns the card on the screen and grades it, by the keyboard alone. */
const grade = async (page: Page, key: '1' | '2' | '3' | '4'): Promise<void> => {
  await expect(front(page)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(back(page)).toBeFocused();
  await page.keyboard.press(key);
};

interface Review {
  readonly type: string;
  readonly card: string;
  readonly rating: number;
  readonly revision: string;
  readonly due: number;
}

const readReviews = (page: Page): Promise<Review[]> =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('study.1/'))
      .sort()
      .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null')),
  );

/** Puts a review into the storage, as one made then. */
const seed = (page: Page, at: number, review: Omit<Review, 'type'>): Promise<void> =>
  page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    `study.1/${at}-seed`,
    JSON.stringify({ type: 'review', ...review }),
  ] as const);

const findRevision = async (page: Page, id: string): Promise<string> => {
  const index = (await (await page.request.get('cards/index.json')).json()) as Record<string, Record<string, string>>;
  const revision = Object.values(index).flatMap((cards) => cards[id] ?? [])[0];
  if (!revision) throw new Error(`There is no card "${id}".`);
  return revision;
};

/** The first cards of the deck of migration, in the order of the guide. */
const findIds = async (page: Page): Promise<string[]> => {
  const index = (await (await page.request.get('cards/index.json')).json()) as Record<string, Record<string, string>>;
  return Object.keys(index['8-migration'] ?? {});
};

/** The time flows, so that of two reviews one is the later. */
test.beforeEach(({ page }) => page.clock.install({ time: start }));

test('a reader goes through a session with the keyboard alone, and what was not known comes again', async ({
  page,
}) => {
  await open(page);
  await startButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '5 cards left' })).toBeVisible();
  const first = await front(page).textContent();
  await expect(back(page)).toBeHidden();
  await grade(page, '1');
  for (const left of ['4 cards left', '3 cards left', '2 cards left', 'The last card']) {
    const expected = left === 'The last card' ? '2 cards left' : `${Number(left[0]) + 1} cards left`;
    await expect(page.getByRole('heading', { name: expected })).toBeVisible();
    await grade(page, '3');
  }
  await expect(page.getByRole('heading', { name: 'The last card' })).toBeVisible();
  expect(await front(page).textContent()).toBe(first);
  await grade(page, '3');
  await expect(page.getByRole('heading', { name: '5 cards done' })).toBeFocused();
  const summary = page.locator('.set-summary');
  await expect(summary).toContainText('You knew 4 at once, and 1 after another try.');
  await expect(summary).toContainText('The next card is due tomorrow.');
  const reviews = await readReviews(page);
  expect(reviews.map(({ rating }) => rating)).toEqual([1, 3, 3, 3, 3, 3]);
  expect(reviews.map(({ card }) => card)).toEqual([...(await findIds(page)).slice(0, 5), (await findIds(page))[0]]);
});

test('a reader with a thumb turns a card and grades it at the foot of the screen, and nothing moves', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await open(page);
  await startButton(page).click();
  const show = page.getByRole('button', { name: 'Show the answer' });
  const before = [await front(page).boundingBox(), await show.boundingBox()];
  await show.click();
  const grades = page.getByRole('group', { name: 'How well did you know it?' });
  await expect(grades.getByRole('button')).toHaveText([
    /Again\s*in this session/,
    /tomorrow/,
    /in 2 days/,
    /in 8 days/,
  ]);
  expect([await front(page).boundingBox(), await grades.boundingBox()]).toEqual(before);
  for (const button of await grades.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
    expect(box?.y).toBeGreaterThan(350);
  }
  await grades.getByRole('button', { name: 'Easy' }).click();
  await expect(front(page)).toBeFocused();
  expect((await readReviews(page)).map(({ rating }) => rating)).toEqual([4]);
});

test('a card shows the answer, what the notes said, its source and its place in the guide', async ({ page }) => {
  await page.goto('cards/8-migration.html');
  const changed = page
    .locator('.flashcard')
    .filter({ has: page.locator('.card-then') })
    .first();
  const id = (await changed.getAttribute('data-card')) ?? '';
  const then = (await changed.locator('.card-notes').textContent()) ?? '';
  await seed(page, start.getTime() - day, { card: id, rating: 3, revision: await findRevision(page, id), due: 1 });
  await open(page);
  await startButton(page).click();
  await expect(front(page)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(back(page).locator('.card-then')).toContainText(`2016 ${then}`);
  await expect(back(page).getByRole('link', { name: /^Source/ })).toHaveAttribute('href', /^https:/);
  await back(page).locator('.card-place').click();
  await expect(page).toHaveURL(new RegExp(`#then-${id.replace('fact/', '')}$`));
  await expect(page.locator(':target')).toBeInViewport();
});

test('a reload in the middle loses nothing', async ({ page }) => {
  await open(page);
  await startButton(page).click();
  await grade(page, '1');
  await grade(page, '3');
  await expect(page.getByRole('heading', { name: '4 cards left' })).toBeVisible();
  const shown = await front(page).textContent();
  await page.reload();
  await expect(page.getByRole('heading', { name: '4 cards left' })).toBeVisible();
  expect(await front(page).textContent()).toBe(shown);
  for (let card = 0; card < 4; card++) await grade(page, '4');
  await expect(page.getByRole('heading', { name: '5 cards done' })).toBeVisible();
  await page.reload();
  await expect(startButton(page)).toBeVisible();
});

test('a reader who stops keeps what is done, and the rest for another time', async ({ page }) => {
  await open(page);
  await startButton(page).click();
  await grade(page, '3');
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.getByRole('heading', { name: 'Stopped' })).toBeFocused();
  await expect(page.locator('.set-summary')).toContainText('1 card done, 4 left for another time.');
  await page.getByRole('button', { name: 'Back to the decks' }).click();
  await expect(page.locator('.deck-sum')).toHaveText('5 new');
  expect(await readReviews(page)).toHaveLength(1);
});

test('a reader whose finger slipped grades the last card once more', async ({ page }) => {
  await open(page);
  await startButton(page).click();
  const first = await front(page).textContent();
  await grade(page, '4');
  await page.getByRole('button', { name: 'Back to the last card' }).click();
  await expect(back(page)).toBeFocused();
  expect(await front(page).textContent()).toBe(first);
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: '5 cards left' })).toBeVisible();
  const [slip, mended] = await readReviews(page);
  expect(mended?.card).toBe(slip?.card);
  expect(mended?.rating).toBe(1);
});

test('the first page counts the cards that are due, day by day, and is silent to those who have none', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const due = page.locator('[data-study="due"]');
  await page.goto('index.html');
  await page.waitForLoadState('networkidle');
  await expect(due).toBeHidden();
  expect(requests.filter((request) => request.endsWith('index.json'))).toEqual([]);
  await open(page);
  await startButton(page).click();
  for (const key of ['2', '3', '3', '4', '4'] as const) await grade(page, key);
  const counts = async (days: number): Promise<string> => {
    await page.clock.setFixedTime(start.getTime() + days * day);
    const loaded = page.waitForResponse('**/cards/index.json');
    await page.goto('index.html');
    await loaded;
    await page.waitForLoadState('networkidle');
    return (await due.isVisible()) ? ((await due.textContent()) ?? '') : 'none';
  };
  expect(await counts(0)).toBe('none');
  expect(await counts(1)).toBe('1 card is due');
  expect(await counts(2)).toBe('3 cards are due');
  expect(await counts(9)).toBe('5 cards are due');
  await due.click();
  await expect(page).toHaveURL(/practice\/cards\.html$/);
});

test('nothing on the first page moves when it says what is due', async ({ page }) => {
  await page.goto(url);
  const [id = ''] = await findIds(page);
  const review = { card: id, rating: 3, revision: await findRevision(page, id), due: 1 };
  await seed(page, start.getTime() - day, review);
  await page.evaluate(() =>
    localStorage.setItem(
      'place',
      JSON.stringify({ url: '/cues.html', title: 'words that point at an answer, and a few more' }),
    ),
  );
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const deliver = await hold(page, '**/_astro/due-*.js');
    await page.goto('index.html', { waitUntil: 'domcontentloaded' });
    const heading = page.getByRole('heading', { name: 'The eight domains' });
    const before = await heading.boundingBox();
    deliver();
    await expect(page.getByText('1 card is due')).toBeVisible();
    expect(await heading.boundingBox()).toEqual(before);
    await page.unrouteAll({ behavior: 'wait' });
  }
});

test('a card whose answer was revised comes back at once, and says so until it is graded', async ({ page }) => {
  await open(page, '2 Costing');
  const id = Object.keys((await (await page.request.get('cards/index.json')).json())['2-costing'])[3] ?? '';
  await seed(page, start.getTime() - day, { card: id, rating: 4, revision: 'older', due: start.getTime() + 90 * day });
  await page.goto('index.html');
  await expect(page.getByRole('link', { name: '1 card is due' })).toBeVisible();
  await page.goto(url);
  await expect(page.locator('.deck-sum')).toHaveText('1 due, 5 new');
  await startButton(page).click();
  await expect(front(page)).toContainText('The answer was revised since you last saw this card.');
  await grade(page, '3');
  await expect(front(page)).not.toContainText('revised');
  const review = (await readReviews(page)).at(-1);
  expect([review?.card, review?.revision]).toEqual([id, await findRevision(page, id)]);
  await page.goto('index.html');
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[data-study="due"]')).toBeHidden();
});

test('what one tab has asked, another does not ask again', async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await other.clock.install({ time: start });
  await other.goto(url);
  await expect(other.locator('.deck-sum')).toHaveText('5 new');
  await startButton(other).click();
  await startButton(page).click();
  await grade(page, '3');
  await grade(page, '3');
  const shown = await front(page).textContent();
  await other.bringToFront();
  await grade(other, '3');
  await expect(other.getByRole('heading', { name: '3 cards left' })).toBeVisible();
  expect(await front(other).textContent()).toBe(shown);
});

test('the choice of decks is remembered, and the counts follow another tab', async ({ page, context }) => {
  await open(page, '8 Migration', '20');
  await expect(page.locator('.deck-sum')).toHaveText('20 new');
  await page.reload();
  await expect(deck(page, '8 Migration')).toBeChecked();
  await expect(deck(page, 'Glossary')).not.toBeChecked();
  await expect(page.locator('.deck-sum')).toHaveText('20 new');
  const other = await context.newPage();
  await other.clock.install({ time: start });
  await other.goto(url);
  const [id = ''] = await findIds(page);
  await seed(other, start.getTime() - day, { card: id, rating: 3, revision: await findRevision(page, id), due: 1 });
  await expect(page.locator('.deck-sum')).toHaveText('1 due, 20 new');
  await page.getByRole('checkbox', { name: '8 Migration' }).uncheck();
  await expect(page.locator('.deck-sum')).toHaveText('Choose a deck.');
  await expect(startButton(page)).toBeDisabled();
});

test('a reader who has learned a whole deck is told when its next card is due', async ({ page }) => {
  await open(page);
  const ids = await findIds(page);
  const index = (await (await page.request.get('cards/index.json')).json()) as Record<string, Record<string, string>>;
  for (const [place, card] of ids.entries()) {
    const revision = index['8-migration']?.[card] ?? '';
    await seed(page, start.getTime() - day + place, { card, rating: 3, revision, due: start.getTime() + 3 * day });
  }
  await page.reload();
  await expect(page.locator('.deck-sum')).toHaveText(
    'Nothing is due, and nothing is new. The next card is due in 3 days.',
  );
  await expect(startButton(page)).toBeDisabled();
});

test.describe('when the browser keeps nothing', () => {
  test('a session works to its end, and says that it is not kept', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The storage is blocked.', 'SecurityError');
          },
        });
    });
    await open(page);
    await startButton(page).click();
    await grade(page, '1');
    await expect(page.getByText(/does not let the guide keep anything/)).toBeVisible();
    for (let card = 0; card < 5; card++) await grade(page, '3');
    await expect(page.getByRole('heading', { name: '5 cards done' })).toBeVisible();
    await expect(page.locator('.next-due')).toContainText('due tomorrow');
  });
});

test('in a folder of a host a session works, and its links lead into the guide', async ({ page, guide }) => {
  await page.goto(guide.folder + url);
  await startButton(page).click();
  await expect(front(page)).toBeFocused();
  await page.keyboard.press('Space');
  await back(page).locator('.card-place').click();
  await expect(page).toHaveURL(/\/any\/guide\/1-high-availability\/1\.1-[a-z-]+\.html#/);
  await page.goto(guide.folder + url);
  await page.getByRole('button', { name: 'Stop here' }).click();
  await page.getByRole('button', { name: 'Back to the decks' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the deck' }).click();
  expect((await download).suggestedFilename()).toBe('the-annotated-architect.apkg');
});

test.describe('opened from the disk', () => {
  // Browsers refuse to fetch the font early there, and load it when the style asks for it.
  test.use({ tolerated: /^Access to font|woff2/ });
  test('the first page stays silent about cards, and the page of cards says what it needs', async ({ page, guide }) => {
    await page.goto(`${guide.disk}index.html`);
    await page.evaluate(() =>
      localStorage.setItem(
        'study.1/1795390000000-seed',
        '{"type":"review","card":"fact/x","rating":3,"revision":"x","due":1}',
      ),
    );
    await page.reload();
    await expect(page.getByText(/web server/)).toBeHidden();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.goto(guide.disk + url);
    await expect(page.getByRole('alert')).toContainText('needs a web server');
    await page.getByRole('main').getByRole('link', { name: '8 Migration' }).click();
    await expect(page.locator('.flashcard').first()).toBeVisible();
  });
});

test.describe('without the network', () => {
  test.use({ tolerated: /ERR_FAILED/ });
  test('a session says that its cards could not be loaded, and can be started again', async ({ page }) => {
    await open(page);
    await page.route('**/cards/8-*.html', (route) => route.abort());
    await startButton(page).click();
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await page.unrouteAll();
    await startButton(page).click();
    await expect(front(page)).toBeFocused();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`cards can be used by everybody in a ${colorScheme} window: the decks, a front, a back, the end`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    for (const step of ['decks', 'front', 'back', 'end']) {
      if (step === 'front') await startButton(page).click();
      if (step === 'front') await expect(front(page)).toBeFocused();
      if (step === 'back') await page.keyboard.press('Space');
      if (step === 'end') await page.getByRole('button', { name: 'Stop here' }).click();
      expect((await new AxeBuilder({ page }).analyze()).violations, step).toEqual([]);
    }
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader turns the cards of a deck as text, and is shown no form that would do nothing', async ({ page }) => {
    await page.goto(url);
    await expect(page.locator('.deck-form')).toBeHidden();
    await page.getByRole('main').getByRole('link', { name: '8 Migration' }).click();
    const card = page.locator('.flashcard').first();
    await expect(card.locator('.front')).toBeVisible();
    await expect(card.locator('.card-answer')).toBeHidden();
    await card.getByText('Answer', { exact: true }).click();
    await expect(card.locator('.card-answer')).toBeVisible();
  });
});

test('a deck on paper shows every answer', async ({ page }) => {
  await page.goto('cards/8-migration.html');
  await page.emulateMedia({ media: 'print' });
  const answers = page.locator('.card-answer');
  await expect(answers.first()).toBeVisible();
  await expect(answers.last()).toBeVisible();
  await expect(page.getByText('Answer', { exact: true }).first()).toBeHidden();
});

/** What a search costs: bytes from opening it to the first result, and the wait after the last letter. */
import type { Browser, Page } from '@playwright/test';
import type { SearchParts } from '../variants.ts';
import { type Sample, type Subject, settle, toAddress, withPage } from './pages.ts';
import { slowPhone } from './serve-site.ts';

/** What is searched for. */
export const queries = ['pilot light', 'RTO'] as const;

/**
 * How the reader searches: types as soon as there is a box, waits until the box is at rest and then types,
 * or types at once on a slow network.
 */
export const manners = ['at once', 'at rest', 'slow network'] as const;

export type Manner = (typeof manners)[number];

/** One search. */
export interface Search {
  /** Bytes from opening to the first result. */
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds from the last letter to the first result. */
  readonly afterLetter: number;
  /** Milliseconds from opening to the first result. */
  readonly afterOpening: number;
}

/** Milliseconds between two letters of somebody who types fast. */
const pace = 100;

interface Watch {
  letter: number;
  answer: number;
}

/** Runs in the page: notes the last letter, and when the answer to the whole query stands there with a result. */
const watchAnswer = ({ query, parts }: { query: string; parts: SearchParts }): void => {
  const watch: Watch = { letter: 0, answer: 0 };
  Object.assign(window, { benchSearch: watch });
  const check = (): void => {
    const isTyped = document.querySelector<HTMLInputElement>(parts.input)?.value === query;
    const message = parts.message ? document.querySelector(parts.message) : undefined;
    const asked = message?.matches('a[href]') ? new URL(message.getAttribute('href') ?? '', location.href).search : '';
    const isAnswered =
      !parts.message || message?.textContent?.includes(query) || new URLSearchParams(asked).get('q') === query;
    const result = document.querySelector(parts.result);
    if (watch.answer === 0 && isTyped && isAnswered && result?.textContent?.trim() && result.checkVisibility())
      watch.answer = performance.now();
  };
  addEventListener('input', ({ timeStamp }) => Object.assign(watch, { letter: timeStamp, answer: 0 }), true);
  new MutationObserver(check).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
};

const waitForAnswer = async (page: Page): Promise<Watch & { origin: number }> => {
  await page.waitForFunction(() => (window as unknown as { benchSearch: Watch }).benchSearch.answer > 0, undefined, {
    timeout: 60_000,
  });
  return page.evaluate(() => ({
    ...(window as unknown as { benchSearch: Watch }).benchSearch,
    origin: performance.timeOrigin,
  }));
};

/** Searches once from a page, with an empty cache. */
export const measureSearch = (
  browser: Browser,
  subject: Subject,
  sample: Sample,
  query: string,
  manner: Manner,
): Promise<Search> =>
  withPage(browser, { viewport: { width: 1280, height: 800 } }, async (page) => {
    const { site, variant } = subject;
    const { search } = variant;
    if (!search) throw new Error(`${variant.name} has no search.`);
    await page.goto(toAddress(subject, sample));
    await settle(page, subject, sample);
    await page.evaluate(watchAnswer, { query, parts: search });
    site.takeAnswers();
    site.slow = manner === 'slow network' ? slowPhone : undefined;
    try {
      const opened = await page.evaluate(() => performance.now());
      await page.locator(search.button).first().click();
      await page.locator(search.input).first().waitFor({ timeout: 60_000 });
      if (manner === 'at rest') await page.waitForTimeout(2000);
      await page.locator(search.input).first().focus();
      await page.keyboard.type(query, { delay: pace });
      const { letter, answer, origin } = await waitForAnswer(page);
      const answers = site.takeAnswers().filter(({ end }) => end <= origin + answer);
      return {
        bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0),
        requests: answers.length,
        afterLetter: answer - letter,
        afterOpening: answer - opened,
      };
    } finally {
      site.slow = undefined;
    }
  });

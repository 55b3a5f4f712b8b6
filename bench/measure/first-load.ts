/** What a first visit to a page costs: bytes by kind, requests, diagrams drawn. */

import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { phone, type Sample, type Subject, settle, toAddress, withPage } from './pages.ts';
import type { Kind } from './serve-site.ts';

/** A first visit; bytes are compressed, with the heads of the answers. */
export interface FirstLoad {
  readonly html: number;
  readonly style: number;
  readonly script: number;
  readonly font: number;
  readonly other: number;
  readonly total: number;
  /** The part of the total that came before the reader scrolled; some engines then load the pages that links lead to. */
  readonly unscrolled: number;
  readonly requests: number;
  /** Scripts within the HTML, compressed by themselves; they are part of `html`. */
  readonly inlineScript: number;
  readonly drawn: number;
}

const scrollThrough = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
      scrollTo(0, top);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
};

const readInlineScripts = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('script:not([src])')]
      .filter((script) => ['', 'module', 'text/javascript'].includes(script.getAttribute('type') ?? ''))
      .map((script) => script.textContent)
      .join('\n'),
  );

/** Visits a page with an empty cache, waits until all is there, and scrolls to its end. */
export const measureFirstLoad = (browser: Browser, subject: Subject, sample: Sample): Promise<FirstLoad> =>
  withPage(browser, phone, async (page) => {
    const { site, variant } = subject;
    site.takeAnswers();
    const response = await page.goto(toAddress(subject, sample));
    if (!response?.ok()) throw new Error(`${variant.name} has no page ${toAddress(subject, sample)}.`);
    await settle(page, subject, sample);
    const first = site.takeAnswers();
    await scrollThrough(page);
    await page.waitForTimeout(1000);
    const answers = [...first, ...site.takeAnswers()];
    const sum = (kind?: Kind): number =>
      answers.filter((answer) => !kind || answer.kind === kind).reduce((bytes, answer) => bytes + answer.bytes, 0);
    const inline = await readInlineScripts(page);
    return {
      html: sum('html'),
      style: sum('style'),
      script: sum('script'),
      font: sum('font'),
      other: sum('other'),
      total: sum(),
      unscrolled: first.reduce((bytes, answer) => bytes + answer.bytes, 0),
      requests: answers.length,
      inlineScript: inline ? gzipSync(inline, { level: 9 }).length : 0,
      drawn: variant.drawing ? await page.locator(variant.drawing).count() : 0,
    };
  });

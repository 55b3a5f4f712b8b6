/** Whether the text of a phone's first screen is complete in what a server may send before it hears from the reader again. */
import { constants, gunzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { phone, type Sample, type Subject, toAddress, withPage } from './pages.ts';
import { readBody } from './serve-site.ts';

/** Ten segments of 1,460 bytes, TCP's usual first window (RFC 6928). */
const firstWindow = 14_600;

/** The first screen of a page. */
export interface FirstScreen {
  /** Blocks of text that begin on it. */
  readonly blocks: number;
  /** How many of them have arrived to their last letter. */
  readonly complete: number;
}

const toSolid = (text: string): string => text.replaceAll(/\s+/g, '');

const toText = (node: DefaultTreeAdapterTypes.Node): string => {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return 'childNodes' in node ? node.childNodes.map(toText).join('') : '';
};

/** Runs in the page: the texts of the blocks that begin on the first screen. */
const readBlocks = (): string[] =>
  [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, th, td, pre, figcaption, summary)')]
    .filter((block) => {
      const { top, bottom, width } = block.getBoundingClientRect();
      const isFolded = !block.matches('summary') && block.closest('details:not([open])');
      return !isFolded && width > 0 && bottom > 0 && top < innerHeight && block.checkVisibility();
    })
    .map((block) => block.textContent ?? '')
    .filter((text) => text.trim() !== '');

/** Compares the first screen with the first bytes of the page's answer. */
export const measureFirstScreen = async (browser: Browser, subject: Subject, sample: Sample): Promise<FirstScreen> => {
  const address = toAddress(subject, sample);
  const blocks = await withPage(browser, { ...phone, javaScriptEnabled: false }, async (page) => {
    await page.goto(address);
    return page.evaluate(readBlocks);
  });
  subject.site.takeAnswers();
  const body = await readBody(address);
  const [answer] = subject.site.takeAnswers();
  const head = (answer?.bytes ?? 0) - body.length;
  const early = gunzipSync(body.subarray(0, firstWindow - head), { finishFlush: constants.Z_SYNC_FLUSH });
  const text = toSolid(toText(parse(early.toString('utf8'))));
  if (blocks.length === 0) throw new Error(`${address} shows no text on its first screen.`);
  return { blocks: blocks.length, complete: blocks.filter((block) => text.includes(toSolid(block))).length };
};

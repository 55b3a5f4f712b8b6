/** When a reader on a slow phone sees something, and whether it jumps. */
import type { Browser, Page } from '@playwright/test';
import { phone, type Sample, type Subject, settle, toAddress, withPage } from './pages.ts';
import { slowPhone } from './serve-site.ts';

/** Milliseconds from the start of the visit; the shift has no unit. */
export interface Paint {
  readonly first: number;
  readonly largest: number;
  readonly shift: number;
  /** What tasks after the first paint took beyond 50 ms each, until the page is at rest: how long it may not answer a tap. */
  readonly blocked: number;
}

/** Collects paints and shifts in the page from the beginning. */
const watchPaints = (): void => {
  const seen = { first: 0, largest: 0, shift: 0, blocked: 0 };
  const tasks: PerformanceEntry[] = [];
  Object.assign(window, { benchPaints: seen });
  const watch = (type: string, act: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) act(entry);
    }).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.first = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.largest = startTime;
  });
  watch('longtask', (entry) => {
    tasks.push(entry);
    seen.blocked = tasks.reduce(
      (sum, { startTime, duration }) => sum + Math.max(0, startTime + duration - Math.max(startTime, seen.first) - 50),
      0,
    );
  });
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
};

const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowPhone.latency,
    downloadThroughput: slowPhone.speed,
    uploadThroughput: slowPhone.speed,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
};

/** Visits a page as a phone with a slow network and a slow processor, with an empty cache. */
export const measurePaint = (browser: Browser, subject: Subject, sample: Sample): Promise<Paint> =>
  withPage(browser, phone, async (page) => {
    await page.addInitScript(watchPaints);
    await slowDown(page);
    await page.goto(toAddress(subject, sample), { timeout: 120_000 });
    await settle(page, subject, sample);
    const paint = await page.evaluate(() => (window as unknown as { benchPaints: Paint }).benchPaints);
    if (paint.first === 0 || paint.largest === 0)
      throw new Error(`The browser reported no paint of ${toAddress(subject, sample)}.`);
    return paint;
  });

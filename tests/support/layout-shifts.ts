/** What moves in a page by itself. */
import type { Page } from '@playwright/test';

interface Shift {
  /** The share of the window that moved, times how far. */
  readonly value: number;
  /** Whether it may be the answer to what the reader has just done. */
  readonly hadRecentInput: boolean;
}

/** Notes how much the layout of the pages that are opened next shifts, from the start. */
export const watchShifts = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & Shift;
        shifts.push({ value, hadRecentInput });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
};

/** All shifts, after the browser has painted once more. */
export const readShifts = (page: Page): Promise<readonly Shift[]> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return (window as unknown as { shifts: Shift[] }).shifts;
  });

/** The sum of all shifts. */
export const sumShifts = async (page: Page): Promise<number> =>
  (await readShifts(page)).reduce((sum, { value }) => sum + value, 0);

import type { Page } from '@playwright/test';

/**
 * Keeps what a page asks for from arriving.
 *
 * @param pattern the addresses
 * @returns a function that lets all of it arrive
 */
export const hold = async (page: Page, pattern: string): Promise<() => void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(pattern, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
};

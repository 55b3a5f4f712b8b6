import { launch } from 'puppeteer-core';
import { findTestProgram } from '../../src/build/test-programs.ts';
import type { OtherBrowser } from './other-browser.ts';

/**
 * Starts the installed Firefox. Playwright drives only its own build of Firefox, or one newer than Debian's
 * (it sends `emulation.setMediaFeaturesOverride`), so Puppeteer does it, over WebDriver BiDi.
 */
export const startFirefox = async (): Promise<OtherBrowser> => {
  const browser = await launch({ browser: 'firefox', executablePath: findTestProgram('Firefox') ?? 'firefox' });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 720 });
  const complaints: string[] = [];
  // Breaches of the policy come as errors of the page.
  page.on('pageerror', (error) => complaints.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    open: async (url) => void (await page.goto(url)),
    click: (selector) => page.locator(selector).click(),
    type: (text) => (text === 'Escape' ? page.keyboard.press(text) : page.keyboard.type(text)),
    read: (expression) => page.evaluate(expression).catch(() => undefined),
    readComplaints: async () => complaints,
    close: () => browser.close(),
  };
};

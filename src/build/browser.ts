import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findProgram, installPackages, isRoot, isRunnable, tryRun } from './programs.ts';

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
      : [];
  }),
};

const quietSwitches = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the one Chromium that diagrams, PDFs and tests use, installing it if the machine has none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowserPath();
  return chromium.launch({ executablePath, args: browserSwitches() });
}

/** The command-line switches that every Chromium of this project is started with. */
export function browserSwitches(): string[] {
  // Chromium's sandbox refuses to start as root.
  return isRoot ? [...quietSwitches, '--no-sandbox'] : quietSwitches;
}

/** The path of a Chromium that can be run, installing one if the machine has none; throws with what to do if that fails. */
export async function findBrowserPath(): Promise<string> {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) {
    if (isRunnable(asked)) return asked;
    throw new Error(
      `CHROMIUM_PATH is "${asked}", which is not a program that can be run. Correct it, or unset it to let one be found.`,
    );
  }
  const found = findInstalled() ?? (await installWithPlaywright()) ?? (await installWithApt());
  if (found) return found;
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium or Google Chrome, or set CHROMIUM_PATH to the program, then run the command again.',
  );
}

function findInstalled(): string | undefined {
  return findProgram(onPath, usualPlaces[process.platform], findPlaywrightPlaces());
}

function findPlaywrightPlaces(): string[] {
  try {
    return [chromium.executablePath()];
  } catch {
    // Playwright has no Chromium for every system; a system's own may do.
    return [];
  }
}

async function installWithPlaywright(): Promise<string | undefined> {
  console.error('No Chromium found.');
  const isDone = await tryRun('Playwright’s Chromium', 'npx', ['playwright', 'install', 'chromium']);
  return isDone ? findInstalled() : undefined;
}

async function installWithApt(): Promise<string | undefined> {
  return (await installPackages(['chromium'])) ? findInstalled() : undefined;
}

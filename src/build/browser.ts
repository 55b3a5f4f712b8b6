import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';

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

const isRoot = process.getuid?.() === 0;

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
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const places = [
    ...findPlaywrightPlaces(),
    ...onPath.flatMap((name) => folders.map((folder) => join(folder, name + ending))),
    ...(usualPlaces[process.platform] ?? []),
  ];
  return places.find(isRunnable);
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
  const isDone = await tryRun('Playwright’s Chromium', 'npx', ['playwright', 'install', 'chromium']);
  return isDone ? findInstalled() : undefined;
}

async function installWithApt(): Promise<string | undefined> {
  if (!isRoot || !isRunnable('/usr/bin/apt-get')) return undefined;
  const isDone =
    (await tryRun('the package list', 'apt-get', ['update'])) &&
    (await tryRun('Debian’s Chromium', 'apt-get', ['install', '-y', 'chromium']));
  return isDone ? findInstalled() : undefined;
}

function tryRun(what: string, command: string, args: string[]): Promise<boolean> {
  console.error(`No Chromium found. Fetching ${what}: ${command} ${args.join(' ')}`);
  return new Promise((resolve) => {
    // npx is a script on Windows, which only a shell can start.
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

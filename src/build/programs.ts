/** Programs that the machine has, and those that Debian can give it. */
import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isRoot = process.getuid?.() === 0;

export const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The path of the first program that can be run.
 *
 * @param names what it is called on the PATH
 * @param usual full paths to try after the PATH
 * @param preferred full paths to try before it
 */
export const findProgram = (
  names: readonly string[],
  usual: readonly string[] = [],
  preferred: readonly string[] = [],
): string | undefined => {
  // Servers lie where only root's PATH leads.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), '/usr/sbin'];
  const ending = process.platform === 'win32' ? '.exe' : '';
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return [...preferred, ...onPath, ...usual].find(isRunnable);
};

/** Runs a command that gets something, saying so; false when it fails. */
export const tryRun = (what: string, command: string, args: readonly string[]): Promise<boolean> => {
  console.error(`Fetching ${what}: ${command} ${args.join(' ')}`);
  return new Promise((resolve) => {
    // npx is a script on Windows, which only a shell can start.
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
};

/** While this program says 101, Debian starts no service that it installs. https://www.debian.org/doc/debian-policy/ch-opersys.html */
const servicePolicy = '/usr/sbin/policy-rc.d';

/**
 * Installs Debian's packages, without starting their services; false where that cannot be.
 *
 * @param options further options of `apt-get install`
 */
export const installPackages = async (
  packages: readonly string[],
  options: readonly string[] = [],
): Promise<boolean> => {
  if (!isRoot || !isRunnable('/usr/bin/apt-get')) return false;
  const isPolicyOurs = !existsSync(servicePolicy);
  if (isPolicyOurs) writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return (
      (await tryRun('the package list', 'apt-get', ['update'])) &&
      (await tryRun('Debian’s packages', 'apt-get', ['install', '-y', ...options, ...packages]))
    );
  } finally {
    if (isPolicyOurs) rmSync(servicePolicy);
  }
};

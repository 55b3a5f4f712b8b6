import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

type Command = readonly [string, ...string[]];

/** How EPUBCheck is started where it is installed: by its name, or as Debian's archive. */
const commands: readonly Command[] = [['epubcheck'], ['java', '-jar', '/usr/share/java/epubcheck.jar']];

const run = ([program, ...options]: Command, ...more: string[]): string => {
  const { stdout, stderr } = spawnSync(program, [...options, ...more], { encoding: 'utf8' });
  return `${stdout}${stderr}`;
};

const find = (): Command | undefined => commands.find((command) => run(command, '--version').includes('EPUBCheck v'));

const install = (): Command | undefined => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.error('No EPUBCheck found. Fetching Debian’s: apt-get install epubcheck');
  run(['apt-get', 'install', '-y', '--no-install-recommends', 'epubcheck']);
  return find();
};

/** EPUBCheck of the W3C, installed first where that can be done; undefined on a machine that has none. */
export const epubcheck = find() ?? install();

/** What EPUBCheck says of a book; the counts of its messages stand in the last lines. */
export const checkWithEpubcheck = (file: string): string => (epubcheck ? run(epubcheck, file) : '');

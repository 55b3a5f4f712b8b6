/** The servers and browsers that some tests use besides Chromium. Where one cannot be had, its tests are skipped. */
import { findProgram, installPackages } from './programs.ts';

interface TestProgram {
  readonly names: readonly string[];
  /** Where it lies when it is not on the PATH. */
  readonly places?: readonly string[];
  /** The Debian package that has it. */
  readonly package: string;
}

const programs = {
  nginx: { names: ['nginx'], package: 'nginx' },
  // This package has the server without a service.
  Apache: { names: ['apache2'], package: 'apache2-bin' },
  Caddy: { names: ['caddy'], package: 'caddy' },
  // A Python in somebody's own folders cannot be run by nobody.
  Python: { names: [], places: ['/usr/bin/python3', '/opt/homebrew/bin/python3'], package: 'python3' },
  Firefox: {
    names: ['firefox', 'firefox-esr'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    package: 'firefox-esr',
  },
  'WebKit’s driver': { names: ['WebKitWebDriver'], package: 'webkit2gtk-driver' },
  'the X server for WebKit': { names: ['Xvfb'], package: 'xvfb' },
} satisfies Record<string, TestProgram>;

export type TestProgramName = keyof typeof programs;

export const findTestProgram = (name: TestProgramName): string | undefined => {
  const { names, places }: TestProgram = programs[name];
  return findProgram(names, places);
};

/** What to say and do when a program is missing. */
export const toAdvice = (name: TestProgramName): string =>
  `Without ${name} its tests are skipped; on Debian, "apt-get install ${programs[name].package}" installs it.`;

const findMissing = (): TestProgramName[] =>
  (Object.keys(programs) as TestProgramName[]).filter((name) => !findTestProgram(name));

/** Installs what is missing, where that can be, and says what is missing then. */
export const installTestPrograms = async (): Promise<void> => {
  const packages = findMissing().map((name) => programs[name].package);
  if (packages.length > 0) await installPackages(packages, ['--no-install-recommends']);
  for (const name of findMissing()) console.error(toAdvice(name));
};

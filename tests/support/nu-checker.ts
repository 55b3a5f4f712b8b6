import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const jar = fileURLToPath(new URL('../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));

/** Whether this machine can run the Nu HTML checker. */
export const hasJava = spawnSync('java', ['-version']).status === 0;

interface Message {
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
}

/** What one run says of a folder of pages. @throws when the checker itself fails */
const run = (folder: string): Message[] => {
  const options = ['-jar', jar, '--format', 'json', '--exit-zero-always', '--skip-non-html', folder];
  const { stderr } = spawnSync('java', options, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stderr.startsWith('{')) throw new Error(`The Nu HTML checker did not answer: ${stderr.slice(0, 500)}`);
  return (JSON.parse(stderr) as { messages: Message[] }).messages;
};

/**
 * What the Nu HTML checker says of pages, errors and warnings, each with its place. All pages go through one Java process.
 *
 * @param pages HTML by its path
 */
export const checkWithNu = (pages: ReadonlyMap<string, string>): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  try {
    for (const [path, html] of pages) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), html);
    }
    return run(folder).map(({ url = '', lastLine = 0, message, extract = '' }) => {
      const path = decodeURI(url).slice(decodeURI(url).indexOf(folder) + folder.length + 1);
      return `${path}:${lastLine} ${message} ${JSON.stringify(extract)}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

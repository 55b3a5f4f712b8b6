/** Real servers, each a process of its own with the file that `hosting/` has for it; only host, port and folders are filled in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHostFiles } from '../../src/build/host-files.ts';
import { isRoot } from '../../src/build/programs.ts';
import { findTestProgram, type TestProgramName } from '../../src/build/test-programs.ts';

/** The folder of a host in which the guide stands besides the root. */
export const base = '/any/guide/';

/** The servers; all but Python's are set up with a file of `hosting/`. */
export const hosts = ['nginx', 'Apache', 'Caddy', 'Python'] as const satisfies readonly TestProgramName[];
export type Host = (typeof hosts)[number];

interface Place {
  readonly port: number;
  /** The folder that the server shows at its root. */
  readonly site: string;
  /** The folder of the address in which the guide stands. */
  readonly base: string;
  /** A folder for the server's own files. */
  readonly folder: string;
}

/** A file of `hosting/` with other values. @throws when the file does not have a value that is to be replaced */
const fill = (file: string, values: Record<string, string>): string =>
  Object.entries(values).reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`hosting/${file} does not say "${from}", which the tests replace.`);
      return text.replaceAll(from, to);
    },
    readFileSync(new URL(`../../hosting/${file}`, import.meta.url), 'utf8'),
  );

const write = ({ folder }: Place, name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const apacheModules =
  'mpm_event authn_core authz_core autoindex brotli deflate dir filter headers mime negotiation rewrite setenvif';

/** The options with which each server is started at a place. */
const toOptions: Record<Host, (place: Place) => string[]> = {
  nginx: (place) => {
    const guide = fill('nginx.conf', {
      'listen 80;': `listen 127.0.0.1:${place.port};`,
      '/var/www/guide': place.site,
      'location / {': `location ${place.base} {`,
      '/404.html': `${place.base}404.html`,
    });
    const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((what) => `${what}_temp_path ${place.folder}/${what};`)
      .join(' ');
    const http = `include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; ${own} ${guide}`;
    const main = `daemon off; pid ${place.folder}/pid; events { } http { ${http} }`;
    return ['-e', 'stderr', '-c', write(place, 'nginx.conf', main)];
  },
  Apache: (place) => {
    const guide = fill('apache.conf', { '*:80': `127.0.0.1:${place.port}`, '/var/www/guide': place.site });
    const modules = apacheModules
      .split(' ')
      .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
    const main = [
      ...modules,
      `Listen 127.0.0.1:${place.port}`,
      `PidFile ${place.folder}/pid`,
      `ErrorLog ${place.folder}/errors`,
      'ServerName 127.0.0.1',
      'TypesConfig /etc/mime.types',
      guide,
    ];
    return ['-D', 'FOREGROUND', '-d', place.folder, '-f', write(place, 'apache.conf', main.join('\n'))];
  },
  Caddy: (place) => {
    const guide = fill('Caddyfile', {
      'guide.example.org {': `http://127.0.0.1:${place.port} {`,
      '/var/www/guide': place.site,
      'handle /* {': `handle ${place.base}* {`,
      'rewrite * /404.html': `rewrite * ${place.base}404.html`,
    });
    const file = write(place, 'Caddyfile', `{\n\tadmin off\n}\n${guide}`);
    return ['run', '--adapter', 'caddyfile', '--config', file];
  },
  Python: ({ port, site }) => ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', site],
};

/** A port that nothing listens on. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** @throws with what the server said, when it ends or says nothing for ten seconds */
export const waitUntilReady = async (url: string, server: ChildProcess): Promise<void> => {
  let said = '';
  server.stderr?.on('data', (data) => {
    said += data;
  });
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    if (await fetch(url).catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server at ${url} did not start. It said:\n${said}`);
};

interface Started {
  readonly server: ChildProcess;
  /** The server's own files. */
  readonly folder: string;
}

const start = async (host: Host, site: string, at: string, started: Started[]): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-host-'));
  const nobody = 65_534;
  if (isRoot) chownSync(folder, nobody, nobody);
  const place = { port: await findFreePort(), site, base: at, folder };
  const server = spawn(findTestProgram(host) ?? host, toOptions[host](place), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    ...(isRoot && { uid: nobody, gid: nobody }),
  });
  started.push({ server, folder });
  const url = `http://127.0.0.1:${place.port}${at}`;
  await waitUntilReady(url, server);
  return url;
};

/** Endings of all files that the guide has or may come to have. */
export const endings = 'css epub html js json pdf svg txt wasm webmanifest woff2 xml'.split(' ');

/** The built site at the root and in a folder, with a file `sample.*` for every ending. It is copied to where the user nobody can read it. */
const makeSite = (dist: string): string => {
  const site = mkdtempSync(join(tmpdir(), 'guide-site-'));
  chmodSync(site, 0o755);
  cpSync(dist, site, { recursive: true });
  for (const ending of endings) writeFileSync(join(site, `sample.${ending}`), 'Enough to be compressed. '.repeat(50));
  const names = readdirSync(site).filter((name) => name !== '.htaccess' && name !== '_headers');
  mkdirSync(join(site, base), { recursive: true });
  for (const name of names) symlinkSync(join(site, name), join(site, base, name));
  writeHostFiles(join(site, base), `https://guide.example.org${base}`);
  return site;
};

/** A built site on a real server. */
export interface HostedSite {
  /** Its address at the root of the host. */
  readonly root: string;
  /** Its address in a folder of the host. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** Puts a built site on a real server, at the root and in a folder. */
export const startHost = async (host: Host, dist: string): Promise<HostedSite> => {
  const site = makeSite(dist);
  const started: Started[] = [];
  const stop = async (): Promise<void> => {
    for (const { server, folder } of started) {
      if (server.exitCode === null && server.kill()) await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    }
    rmSync(site, { recursive: true, force: true });
  };
  try {
    const root = await start(host, site, '/', started);
    return { root, folder: await start(host, site, base, started), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

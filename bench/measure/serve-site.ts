/** The one server of all measurements: HTTP/1.1, gzip level 9 on text, and a record of every answer's bytes on the wire. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, get, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

export type Kind = 'html' | 'style' | 'script' | 'font' | 'other';

/** An answer of the server. */
interface Answer {
  readonly path: string;
  readonly kind: Kind;
  /** Head and body, as sent. */
  bytes: number;
  /** When its last byte was handed over, in milliseconds since 1970; infinite until then. */
  end: number;
}

/** A site that is being served. */
export interface ServedSite {
  readonly url: string;
  /** The answers since the last call. */
  readonly takeAnswers: () => Answer[];
  /** Makes every answer come over a slow phone network, shared by all connections; undefined for none. */
  slow: Network | undefined;
  readonly close: () => Promise<void>;
}

/** How slow a network is. */
export interface Network {
  /** Milliseconds before an answer begins. */
  readonly latency: number;
  /** Bytes a second. */
  readonly speed: number;
}

/** A phone in a bad place: 1.6 Mbit/s, and 150 ms there and back. */
export const slowPhone: Network = { latency: 150, speed: 1.6e6 / 8 };

const types: Record<string, [string, Kind]> = {
  '.html': ['text/html; charset=utf-8', 'html'],
  '.css': ['text/css; charset=utf-8', 'style'],
  '.js': ['text/javascript; charset=utf-8', 'script'],
  '.mjs': ['text/javascript; charset=utf-8', 'script'],
  '.json': ['application/json', 'other'],
  '.svg': ['image/svg+xml', 'other'],
  '.txt': ['text/plain; charset=utf-8', 'other'],
  '.xml': ['application/xml', 'other'],
  '.woff2': ['font/woff2', 'font'],
  '.png': ['image/png', 'other'],
};

const isText = (type: string): boolean => /^(?:text|application\/(?:json|xml)|image\/svg)/.test(type);

interface File {
  readonly type: string;
  readonly kind: Kind;
  readonly body: Buffer;
}

const findFile = (folder: string, path: string): string | undefined => {
  const name = decodeURIComponent(path);
  if (name.includes('..')) return undefined;
  const places = name.endsWith('/') ? [join(folder, name, 'index.html')] : [join(folder, name)];
  return places.find((place) => existsSync(place) && statSync(place).isFile());
};

const readSite = (folder: string): ((path: string) => File | undefined) => {
  const files = new Map<string, File>();
  return (path) => {
    const known = files.get(path);
    const place = known ? undefined : findFile(folder, path);
    if (!place) return known;
    const [type, kind] = types[extname(place)] ?? (['application/octet-stream', 'other'] as const);
    const content = readFileSync(place);
    const file = { type, kind, body: isText(type) ? gzipSync(content, { level: 9 }) : content };
    files.set(path, file);
    return file;
  };
};

/** Sends slowly: all answers share one line, in pieces of 4 kB. */
const defineLine = () => {
  let free = 0;
  return async (response: ServerResponse, body: Buffer, { latency, speed }: Network): Promise<void> => {
    await wait(latency);
    for (let from = 0; from < body.length; from += 4096) {
      const piece = body.subarray(from, from + 4096);
      free = Math.max(free, performance.now()) + (piece.length / speed) * 1000;
      await wait(Math.max(0, free - performance.now()));
      response.write(piece);
    }
    response.end();
  };
};

/** Serves a built site on a free port of this machine. */
export const serveSite = async (folder: string): Promise<ServedSite> => {
  const read = readSite(folder);
  const sendSlowly = defineLine();
  let answers: Answer[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = read(path);
    const answer: Answer = { path, kind: file?.kind ?? 'other', bytes: 0, end: Number.POSITIVE_INFINITY };
    answers.push(answer);
    const { socket } = request;
    const before = socket.bytesWritten;
    response.once('finish', () => {
      answer.bytes = socket.bytesWritten - before;
      answer.end = performance.timeOrigin + performance.now();
    });
    if (!file) {
      response.writeHead(404, { 'Content-Length': 0 }).end();
      return;
    }
    const { type, body } = file;
    const coding = isText(type) ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {};
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      'Cache-Control': 'max-age=600',
      ...coding,
    });
    if (site.slow) void sendSlowly(response, body, site.slow);
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site: ServedSite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeAnswers: () => {
      const taken = answers;
      answers = [];
      return taken;
    },
    slow: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
};

/** The bytes of an address as a browser receives them, without the head. */
export const readBody = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    get(url, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('end', () => resolve(Buffer.concat(pieces)));
    }).once('error', reject);
  });

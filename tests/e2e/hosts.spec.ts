import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { caching, headers } from '../../src/build/headers.ts';
import { dist, expect, section, test } from '../support/browser.ts';
import { endings } from '../support/hosts.ts';

/** The types that browsers, readers of books and the WebAssembly compiler want; some have an older name that does as well. */
const types: Record<string, RegExp> = {
  css: /^text\/css; charset=utf-8$/,
  epub: /^application\/epub\+zip$/,
  html: /^text\/html; charset=utf-8$/,
  js: /^(?:text|application)\/javascript; charset=utf-8$/,
  json: /^application\/json(?:; charset=utf-8)?$/,
  pdf: /^application\/pdf$/,
  svg: /^image\/svg\+xml(?:; charset=utf-8)?$/,
  txt: /^text\/plain; charset=utf-8$/,
  wasm: /^application\/wasm$/,
  webmanifest: /^application\/manifest\+json(?:; charset=utf-8)?$/,
  woff2: /^font\/woff2$/,
  xml: /^(?:text|application)\/xml(?:; charset=utf-8)?$/,
};
const texts = ['css', 'html', 'js', 'json', 'svg', 'txt', 'xml'];

const findFile = (folder: string, ending: string): string =>
  `${folder}/${readdirSync(join(dist, folder)).find((name) => name.endsWith(ending))}`;
const script = findFile('_astro', '.js');
const fragment = findFile('pagefind/fragment', '.pf_fragment');

for (const place of ['root', 'folder'] as const) {
  test(`every file at the ${place} has its type`, async ({ guide }) => {
    for (const ending of endings) {
      const { headers: answer } = await fetch(`${guide[place]}sample.${ending}`);
      expect.soft(answer.get('content-type')?.toLowerCase(), ending).toMatch(types[ending] ?? /none/);
    }
    const { headers: answer } = await fetch(guide[place] + fragment);
    expect(answer.get('content-type') ?? 'none').toMatch(/^(?:none|application\/(?:octet-stream|x-gzip))$/);
    expect(answer.get('content-encoding')).toBeNull();
  });

  test(`text at the ${place} is compressed`, async ({ guide }) => {
    for (const ending of texts) {
      const { headers: answer } = await fetch(`${guide[place]}sample.${ending}`);
      expect.soft(answer.get('content-encoding') ?? '', ending).toMatch(/^(?:gzip|br|zstd)$/);
      expect.soft(answer.get('vary') ?? '', ending).toMatch(/accept-encoding/i);
    }
  });

  test(`hashed files at the ${place} are kept for a year, pages are asked for again`, async ({ guide }) => {
    const hashed = await fetch(guide[place] + script);
    expect(hashed.headers.get('cache-control')).toBe(caching.hashed);
    const page = await fetch(guide[place] + section);
    expect(page.headers.get('cache-control')).toBe(caching.other);
    const since = { etag: page.headers.get('etag'), modified: page.headers.get('last-modified') };
    const again = await fetch(guide[place] + section, {
      // Node asks itself for nothing but what is new when it sees these fields, so it is told to keep no answers.
      cache: 'no-store',
      headers: since.etag ? { 'if-none-match': since.etag } : { 'if-modified-since': since.modified ?? '' },
    });
    expect(again.status).toBe(304);
    const gone = await fetch(`${guide[place]}_astro/gone.js`);
    expect(gone.headers.get('cache-control') ?? 'no-cache').toBe('no-cache');
  });

  test(`every answer at the ${place} has the fields that protect readers`, async ({ guide }) => {
    for (const path of ['', section, script, fragment, 'no/such/page.html']) {
      const { headers: answer } = await fetch(guide[place] + path);
      for (const { name, value } of headers) expect.soft(answer.get(name), `${name} of /${path}`).toBe(value);
    }
  });

  test(`what is not there is answered with the guide’s own page at the ${place}`, async ({ guide }) => {
    const folders = readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const listings = folders
      .map(({ name }) => `${name}/`)
      .filter((path) => !existsSync(join(dist, path, 'index.html')));
    for (const path of ['no/such/page.html', '_headers', '.htaccess', ...listings]) {
      const answer = await fetch(guide[place] + path);
      expect.soft(answer.status, path).toBe(404);
      expect.soft(await answer.text(), path).toContain('There is no page here');
    }
  });
}

import { dirname, join, relative } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { findPageUrl, toAbsoluteUrl, toRelativeUrl } from '../../../src/lib/urls.ts';
import { fc, segment } from '../../support/properties.ts';

/** Few names, so that pages share folders. */
const name = fc.oneof(fc.constantFrom('a', 'b', '1.2-c'), segment);
const path = fc
  .array(name, { maxLength: 4 })
  .chain((folders) => name.map((page) => `/${[...folders, `${page}.html`].join('/')}`));
const rest = fc.constantFrom('', '#a', '?q=1/2', '?a=b#c/d', '#?', '?');
const folder = fc.array(segment, { maxLength: 3 }).map((parts) => `https://host.example/${parts.join('/')}`);

describe('an address', () => {
  test('that is made relative leads from its page to where it led before, in any folder', () => {
    fc.assert(
      fc.property(folder, path, path, rest, (site, from, to, more) => {
        const base = site.replace(/\/?$/, '');
        expect(new URL(toRelativeUrl(from, to + more), base + from).href).toBe(new URL(base + to + more).href);
        expect(toRelativeUrl(from, to + more)).not.toMatch(/^\/|^[^./#]/);
      }),
    );
  });

  test('that is made whole stands below the folder of the site', () => {
    fc.assert(
      fc.property(folder, path, (site, url) => {
        expect(toAbsoluteUrl(new URL(site), url)).toBe(
          `${site.replace(/\/?$/, '')}${url === '/index.html' ? '/' : url}`,
        );
      }),
    );
  });

  test('of a page belongs to one file only, and other files have none', () => {
    const file = fc.tuple(
      fc.constantFrom('domains', 'guides', 'glossary', 'exams', 'x'),
      fc.array(segment, { maxLength: 3 }),
      fc.constantFrom('index.mdx', 'facts.yaml', 'a.md', 'b.md', 'a.mmd'),
    );
    fc.assert(
      fc.property(fc.array(file, { maxLength: 20 }), (files) => {
        const paths = [...new Set(files.map(([top, folders, name]) => [top, ...folders, name].join('/')))];
        const urls = paths.flatMap((one) => findPageUrl(one) ?? []);
        expect(urls.every((url) => /^\/[a-z0-9./-]+\.html$/.test(url))).toBe(true);
        for (const one of paths.filter((other) => /\.(?:yaml|mmd)$/.test(other)))
          expect(findPageUrl(one)).toBeUndefined();
      }),
    );
  });
});

test('a way between two files leads there', () => {
  fc.assert(
    fc.property(path, path, (from, to) => {
      expect(join(dirname(from), relative(dirname(from), to))).toBe(to);
    }),
  );
});

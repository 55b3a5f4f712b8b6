import { rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import type { Root } from 'mdast';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLinks } from '../../../src/build/checks/links.ts';
import { type Library, readLibrary } from '../../../src/build/content.ts';
import type { Issue } from '../../../src/build/issue.ts';
import { collections, findPageUrl } from '../../../src/lib/urls.ts';
import { makeProject } from '../../support/project.ts';
import { fc, line } from '../../support/properties.ts';

let folder = '';
let library: Library;
beforeAll(() => {
  folder = makeProject();
  library = readLibrary(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const from = 'domains/1-example/1.1-first/index.mdx';

/** What is told of a link in the first section. */
const check = (url: string): Issue[] => {
  const root: Root = { type: 'root', children: [{ type: 'link', url, children: [] }] };
  const texts = library.texts.map((text) =>
    text.path === from ? { ...text, root } : { ...text, root: { type: 'root', children: [] } as Root },
  );
  return checkLinks({ ...library, texts });
};

const way = fc
  .array(
    fc.constantFrom(
      '..',
      '.',
      '1.1-first',
      '1.2-second',
      '1-example',
      'domains',
      'glossary',
      'alpha.md',
      'index.mdx',
      'facts.yaml',
      '',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('/'));
const anchor = fc.constantFrom('', '#', '#how-fast-it-goes', '#where-it-ends', '#questions', '#x', '#a#b');
const url = fc.oneof(
  line,
  fc.tuple(way, anchor).map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom(
        'javascript:',
        'data:',
        'JAVASCRIPT:',
        'http://',
        '//',
        'https://',
        'https:',
        ' https://',
        'file:///',
        '\tjavascript:',
      ),
      line,
    )
    .map((parts) => parts.join('')),
);

describe('any link', () => {
  test('that nothing is told of leads to a page of the guide or to an address with https', () => {
    fc.assert(
      fc.property(url, (address) => {
        const issues = check(address);
        expect(issues.length).toBeLessThanOrEqual(1);
        if (issues.length > 0) return;
        if (/^https:/.test(address)) {
          expect(new URL(address).protocol).toBe('https:');
          return;
        }
        const [path = ''] = address.split('#');
        const isCollection = collections.some(([page]) => page === path);
        const target = path === '' ? from : join(dirname(from), path);
        expect(isCollection || (library.paths.includes(target) && findPageUrl(target) !== undefined)).toBe(true);
        // As a browser reads it, on the page.
        expect(new URL(address, 'https://guide.example/a/b.html').origin).toBe('https://guide.example');
      }),
      { numRuns: 1000 },
    );
  });

  test('to a page, with an anchor that the page has, is sound', () => {
    for (const { path, headings } of library.texts)
      for (const anchor of ['', ...headings.map(({ slug }) => `#${slug}`)])
        expect(check(`${relative(dirname(from), path)}${anchor}`)).toEqual([]);
  });

  test('that is told names the nearest page as a link from here would', () => {
    fc.assert(
      fc.property(url, (address) => {
        const [, suggested] = /Did you mean "([^"]+)"\?/.exec(check(address)[0]?.hint ?? '') ?? [];
        if (suggested?.startsWith('.')) expect(check(suggested)).toEqual([]);
      }),
    );
  });
});

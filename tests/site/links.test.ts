import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';
import { attribute, dist, pages } from '../support/dist.ts';

const byPath = new Map(pages.map((page) => [page.path, page]));

/** All addresses of a page that lead into the site, with the file that each leads to. */
const toTargets = (page: (typeof pages)[number]): { url: string; file: string; anchor: string }[] =>
  page.elements.flatMap((element) =>
    ['href', 'src', 'action'].flatMap((name) => {
      const url = attribute(element, name);
      if (url === undefined || /^(?:https?:|data:|mailto:)/.test(url)) return [];
      const [, path = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?#?(.*)$/.exec(url) ?? [];
      return [
        { url, file: path === '' ? page.path : join(dirname(page.path), path), anchor: decodeURIComponent(anchor) },
      ];
    }),
  );

test('every link inside the site leads to a file, and every anchor to an element', () => {
  const broken = pages.flatMap((page) =>
    toTargets(page)
      .filter(({ file, anchor }) => {
        const target = byPath.get(file);
        return !existsSync(join(dist, file)) || (anchor !== '' && target !== undefined && !target.ids.has(anchor));
      })
      .map(({ url }) => `${page.path} → ${url}`),
  );
  expect(broken).toEqual([]);
});

test('every address is relative, so that the site stands in any folder', () => {
  const rooted = pages.flatMap((page) =>
    toTargets(page)
      .filter(({ url }) => url.startsWith('/') && page.path !== '404.html')
      .map(({ url }) => `${page.path} → ${url}`),
  );
  expect(rooted).toEqual([]);
});

test('every page can be reached from the first', () => {
  const reached = new Set(['index.html']);
  for (const path of reached)
    for (const { file } of toTargets(byPath.get(path) ?? { path, html: '', elements: [], ids: new Set() }))
      if (byPath.has(file)) reached.add(file);
  const unreached = pages.map(({ path }) => path).filter((path) => !reached.has(path) && path !== '404.html');
  expect(unreached).toEqual([]);
});

test('no page names an address twice as an id', () => {
  const repeated = pages.flatMap((page) => {
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${page.path} #${id}`);
  });
  expect(repeated).toEqual([]);
});

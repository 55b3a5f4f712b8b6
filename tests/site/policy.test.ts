import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attribute, dist, pages, textOf } from '../support/dist.ts';

const toPolicy = (page: (typeof pages)[number]): string =>
  attribute(
    page.elements.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy') ??
      page.elements[0]!,
    'content',
  ) ?? '';

test('every page has a policy without unsafe-inline that names its inline scripts and styles', () => {
  for (const page of pages) {
    const policy = toPolicy(page);
    expect(policy, page.path).toContain("default-src 'none'");
    expect(policy, page.path).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
    for (const script of page.elements.filter(
      ({ tagName, attrs }) =>
        tagName === 'style' ||
        (tagName === 'script' && !attrs.some(({ name, value }) => name === 'src' || value === 'application/json')),
    )) {
      const hash = createHash('sha256').update(textOf(script)).digest('base64');
      expect(policy, page.path).toContain(`'sha256-${hash}'`);
    }
  }
});

test('no page has styles or handlers in attributes, which the policy would refuse', () => {
  const refused = pages.flatMap((page) =>
    page.elements
      .filter(({ attrs }) => attrs.some(({ name }) => name === 'style' || /^on[a-z]+$/.test(name)))
      .map(({ tagName }) => `${page.path} <${tagName}>`),
  );
  expect(refused).toEqual([]);
});

test('no page loads anything from another host', () => {
  const loading = new Set([
    'script',
    'link',
    'img',
    'iframe',
    'source',
    'video',
    'audio',
    'object',
    'embed',
    'use',
    'image',
  ]);
  const foreign = pages.flatMap((page) =>
    page.elements
      .filter(({ tagName }) => loading.has(tagName))
      .flatMap((element) => attribute(element, 'src') ?? attribute(element, 'href') ?? [])
      .filter((url) => /^(?:https?:)?\/\//.test(url))
      .map((url) => `${page.path} ${url}`),
  );
  expect(foreign).toEqual([]);
  for (const { path, elements } of pages)
    for (const style of elements.filter(({ tagName }) => tagName === 'style'))
      expect(textOf(style), path).not.toMatch(/url\(["']?(?:https?:)?\/\//);
});

test('nothing false is said of the address of the site when it is not known', () => {
  const claims = pages
    .filter(({ html }) => /rel="canonical"|property="og:|twitter:card/.test(html))
    .map(({ path }) => path);
  expect(claims).toEqual([]);
  expect(readFileSync(join(dist, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
});

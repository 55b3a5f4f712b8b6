import { describe, expect, test } from 'vitest';
import { findPageUrl, toAbsoluteUrl, toRelativeUrl } from '../../src/lib/urls.ts';

describe('a link from one page to another', () => {
  test.each([
    ['/index.html', '/glossary.html', './glossary.html'],
    ['/index.html', '/1-a/1.2-b.html', './1-a/1.2-b.html'],
    ['/1-a/1.2-b.html', '/1-a/1.3-c.html', './1.3-c.html'],
    ['/1-a/1.2-b.html', '/1-a.html', '../1-a.html'],
    ['/1-a/1.2-b.html', '/glossary/rpo.html#x', '../glossary/rpo.html#x'],
    ['/1-a/1.2-b.html', '/1-ab/x.html', '../1-ab/x.html'],
    ['/1-a/1.2-b.html', '/1-a/1.2-b.html#here', '#here'],
    ['/1-a/1.2-b.html', '/', '../'],
    ['/index.html', '/', './'],
    ['/index.html', '/a.html?q=1/2#/3', './a.html?q=1/2#/3'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(toRelativeUrl(from, to)).toBe(expected);
    expect(new URL(toRelativeUrl(from, to), `https://host/any/sub${from}`).href).toBe(`https://host/any/sub${to}`);
  });
});

test('a content file becomes a page, and only files of the content model do', () => {
  expect(findPageUrl('domains/1-a/1.2-b/index.mdx')).toBe('/1-a/1.2-b.html');
  expect(findPageUrl('domains/1-a/index.mdx')).toBe('/1-a.html');
  expect(findPageUrl('guides/how/index.mdx')).toBe('/guides/how.html');
  expect(findPageUrl('glossary/rpo.md')).toBe('/glossary/rpo.html');
  expect(findPageUrl('domains/1-a/1.2-b/facts.yaml')).toBeUndefined();
});

test('a whole address keeps the folder in which the site stands', () => {
  expect(toAbsoluteUrl(new URL('https://host/guide'), '/glossary.html')).toBe('https://host/guide/glossary.html');
  expect(toAbsoluteUrl(new URL('https://host/guide/'), '/index.html')).toBe('https://host/guide/');
});

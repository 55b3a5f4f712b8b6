import { describe, expect, test } from 'vitest';
import { finishPage } from '../../src/build/finish.ts';

const page = (body: string): string =>
  `<!doctype html><html lang="en" data-root="/"><head><title>x</title></head><body>${body}</body></html>`;
const finish = (body: string): string => finishPage(page(body), '/1-a/1.2-b.html');

describe('a finished page', () => {
  test('has addresses relative to itself', () => {
    expect(finish('<a href="/glossary.html#x">y</a>')).toContain('<a href="../glossary.html#x">');
    expect(finish('<script src="/_astro/a.js"></script>')).toContain('src="../_astro/a.js"');
    expect(finish('')).toContain('data-root="../"');
  });

  test('leaves other addresses, and text that looks like one, alone', () => {
    for (const body of [
      '<a href="https://x.example/">y</a>',
      '<a href="//x.example/">y</a>',
      '<a href="#here">y</a>',
      '<pre>href="/x"</pre>',
    ])
      expect(finish(body)).toContain(body);
  });

  test('that stands for missing addresses names its own from the root, which may be a folder', () => {
    expect(finishPage(page('<a href="/glossary.html">y</a>'), '/404.html')).toContain('href="/glossary.html"');
    expect(finishPage(page('<a href="/glossary.html">y</a>'), '/404.html', '/guide')).toContain(
      'href="/guide/glossary.html"',
    );
  });

  test('has its style in the page, with addresses relative to it, and by its hash in the policy', () => {
    const html = finish("<style>a { src: url('/_astro/f.woff2') }</style>");
    expect(html).toContain("url('../_astro/f.woff2')");
    expect(html).toMatch(/style-src 'self' 'sha256-[A-Za-z0-9+/]{43}='/);
  });

  test('names its inline scripts in its policy, and nothing that is unsafe', () => {
    const html = finish('<script>let a = 1;</script>');
    expect(html).toMatch(/<head><meta http-equiv="Content-Security-Policy" content="[^"]*'sha256-[A-Za-z0-9+/]{43}='/);
    expect(html).not.toContain('unsafe-inline');
  });
});

import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { finishPage } from '../../../src/build/finish.ts';
import { toSearchRecords } from '../../../src/build/search-records.ts';
import { toVisible } from '../../../src/lib/hidden-characters.ts';
import { toHtmlText } from '../../../src/lib/text.ts';
import { attribute, elementsOf, textOf } from '../../support/dist.ts';
import { fc, line, segment } from '../../support/properties.ts';

const words = line.map(toVisible);
const address = fc.oneof(
  fc
    .tuple(fc.array(segment, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '#a', '?a=1&b="2"', "?'<>"))
    .map(([parts, rest]) => `/${parts.join('/')}.html${rest}`),
  fc.constantFrom('https://example.com/a', '#here', '//example.com/', 'a.html', '/'),
  words,
);
const url = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}.html`);

/** Scripts and styles hold anything but their own end. */
const raw = words.map((code) => code.replaceAll(/<\/?(?:script|style)|<!--/gi, ''));

const element = fc.oneof(
  fc.tuple(address, words).map(([href, text]) => `<a class="x" href="${toHtmlText(href)}">${toHtmlText(text)}</a>`),
  fc
    .tuple(fc.constantFrom('src', 'data-root', 'title'), address)
    .map(([name, value]) => `<img ${name}='${toHtmlText(value).replaceAll("'", '&#39;')}'>`),
  raw.map((code) => `<script>${code}</script>`),
  raw.map((code) => `<style>a{b:url("/x.woff2")}${code}</style>`),
  words.map((text) => `<p>${toHtmlText(text)}</p>`),
  words.map((text) => `<pre>href="/${toHtmlText(text)}"</pre>`),
  words.map((text) => `<!-- href="/x" ${text.replaceAll('-', '')} -->`),
);
const html = fc
  .tuple(words, fc.array(element, { maxLength: 6 }))
  .map(
    ([title, body]) =>
      `<!doctype html><html data-root="/"><head><title>${toHtmlText(title)}</title></head><body>${body.join('\n')}</body></html>`,
  );

const toPolicy = (page: DefaultTreeAdapterTypes.Document): string | undefined => {
  const meta = elementsOf(page).find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
  return meta && attribute(meta, 'content');
};

describe('any page, once it is finished', () => {
  test('leads from every link to where it led before, in any folder', () => {
    fc.assert(
      fc.property(html, url, (page, own) => {
        const [before, after] = [page, finishPage(page, own)].map((source) =>
          elementsOf(parse(source))
            .filter(({ tagName }) => tagName !== 'meta')
            .map((one) => attribute(one, 'href') ?? attribute(one, 'src')),
        );
        for (const [index, target] of before!.entries()) {
          const now = after![index];
          if (target === undefined || !/^\/(?!\/)/.test(target)) expect(now).toBe(target);
          else
            expect(new URL(now!, `https://host.example/sub${own}`).href).toBe(
              new URL(`/sub${target}`, 'https://host.example').href,
            );
        }
      }),
    );
  });

  test('has the words and the elements that it had, and its policy', () => {
    fc.assert(
      fc.property(html, url, (page, own) => {
        const [before, after] = [page, finishPage(page, own)].map((source) => parse(source));
        const shown = (document: DefaultTreeAdapterTypes.Document): string[][] =>
          elementsOf(document)
            .filter(({ tagName }) => tagName !== 'meta')
            .map((one) => [one.tagName, ['html', 'head', 'body', 'style'].includes(one.tagName) ? '' : textOf(one)]);
        expect(shown(after!)).toEqual(shown(before!));
        expect(toPolicy(after!)).toContain("default-src 'none'");
      }),
    );
  });

  test('names each of its scripts and styles in its policy, by the hash of what browsers read', () => {
    fc.assert(
      fc.property(html, url, (page, own) => {
        const document = parse(finishPage(page, own));
        const policy = toPolicy(document) ?? '';
        const inline = elementsOf(document).filter(({ tagName }) => tagName === 'script' || tagName === 'style');
        for (const one of inline.filter((of) => textOf(of) !== ''))
          expect(policy).toContain(`'sha256-${createHash('sha256').update(textOf(one)).digest('base64')}'`);
        expect(policy).not.toMatch(/unsafe-inline|["<>]/);
      }),
    );
  });
});

describe('the search records of any page', () => {
  const prose = fc.array(
    fc.oneof(
      words.map((text) => `<p>${toHtmlText(text)}</p>`),
      words.map((text) => toHtmlText(text)),
      fc
        .tuple(segment, words)
        .map(([id, text]) => `<h2 id="${id}">${toHtmlText(text)}<a class="anchor" href="#${id}">#</a></h2>`),
      words.map((text) => `<span class="then">${toHtmlText(text)}</span>`),
    ),
    { maxLength: 6 },
  );

  test('hold its words as text, its names as they were written, and no elements but its own', () => {
    fc.assert(
      fc.property(words, words, prose, (title, domain, parts) => {
        const page = `<article data-search="Section" data-title="${toHtmlText(title)}" data-domain-name="${toHtmlText(domain)}"><div class="prose">${parts.join('')}</div></article>`;
        for (const { html: record } of toSearchRecords(page, '/a.html')) {
          const elements = elementsOf(parse(record));
          expect(
            new Set(elements.map(({ tagName }) => tagName)).difference(
              new Set(['html', 'head', 'body', 'span', 'p', 'h2']),
            ),
          ).toEqual(new Set());
          const metas = elements.flatMap((one) => attribute(one, 'data-pagefind-meta') ?? []);
          expect(metas.some((meta) => meta === `page:${title}` || meta === `title:${title}`)).toBe(true);
          // Parsed twice, so that nothing changes on the way to the search engine.
          expect(serialize(parse(record))).toBe(serialize(parse(serialize(parse(record)))));
        }
      }),
    );
  });
});

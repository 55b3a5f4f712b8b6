import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { toVisible } from '../../../src/lib/hidden-characters.ts';
import { type LinkMap, toPart } from '../../../src/lib/paper.ts';
import { renderRunningHeads } from '../../../src/lib/running-heads.ts';
import { toHtmlText } from '../../../src/lib/text.ts';
import { attribute, elementsOf, textOf } from '../../support/dist.ts';
import { fc, line, text } from '../../support/properties.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const words = line.map(toVisible);
const href = fc.oneof(
  fc.constantFrom(
    '#a',
    '/1-a/1.1-b.html',
    '/1-a/1.1-b.html#c',
    '/1-a.html',
    '/2-b/2.1-c.html#d',
    '/guides/x.html',
    'https://example.com/?a=1&b="2"',
  ),
  words,
);

/** Rendered HTML: any elements that pages have, with any text and any attributes in them. */
const html: fc.Arbitrary<string> = fc
  .letrec<{ node: string; element: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      words.map(toHtmlText),
      tie('element'),
      fc.tuple(href, words).map(([to, name]) => `<a href="${toHtmlText(to)}">${toHtmlText(name)}</a>`),
    ),
    element: fc
      .tuple(
        fc.constantFrom('p', 'a', 'b', 'code', 'h2', 'span', 'svg', 'td'),
        fc.dictionary(
          fc.constantFrom('id', 'class', 'href', 'title', 'aria-labelledby', 'for'),
          fc.oneof(href, words),
          {
            maxKeys: 3,
          },
        ),
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(([name, attributes, children]) => {
        const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${toHtmlText(value)}"`);
        return `<${name}${written.join('')}>${children.join('')}</${name}>`;
      }),
  }))
  .node.map((source) => serialize(parseFragment(source)));

const book = (name: string, site: string | undefined): LinkMap => ({
  parts: new Map([
    ['/1-a.html', 'domain'],
    ['/1-a/1.1-b.html', '1.1'],
  ]),
  others: new Map([
    ['/2-b/2.1-c.html', `2.1 ${name}`],
    ['/guides/x.html', name],
  ]),
  site,
});

/** The shape of HTML without its links, which paper changes. */
const toShape = (nodes: readonly Node[]): string =>
  nodes
    .map((node) =>
      'tagName' in node
        ? node.tagName === 'a' || node.tagName === 'span'
          ? toShape(node.childNodes)
          : `<${node.tagName}>${toShape(node.childNodes)}</>`
        : '',
    )
    .join('');

describe('any page on paper', () => {
  test('has the elements that it has on screen, and no others', () => {
    fc.assert(
      fc.property(
        html,
        line.map(toVisible),
        fc.constantFrom(undefined, 'https://guide.example/sub/'),
        (page, name, site) => {
          const [before, after] = [page, toPart(page, '1.1', book(name, site))].map((source) => parseFragment(source));
          expect(toShape(after!.childNodes)).toBe(toShape(before!.childNodes));
        },
      ),
    );
  });

  test('has the words that it has on screen, and the names of pages that nobody can turn to', () => {
    fc.assert(
      fc.property(html, words, (page, name) => {
        const [before, after] = [page, toPart(page, '1.1', book(name, undefined))].map((source) =>
          textOf(parseFragment(source)),
        );
        const mentions = [` (2.1 ${name})`, ` (2.1)`, ` (${name})`, ' (1.1)', ` (2.1 )`];
        const without = (words: string): string =>
          mentions.reduce((all, mention) => all.replaceAll(mention, ''), words);
        expect(without(after!)).toBe(without(before!));
      }),
    );
  });

  test('has ids of its own, and every link in it leads to one, or to another host', () => {
    fc.assert(
      fc.property(html, words, (page, name) => {
        for (const element of elementsOf(parseFragment(toPart(page, '1.1', book(name, undefined))))) {
          const id = attribute(element, 'id');
          for (const one of id?.match(/[^ \t\n\f\r]+/g) ?? []) expect(one).toMatch(/^1\.1-/);
          const to = attribute(element, 'href');
          if (element.tagName === 'a' && to !== undefined) expect(to).not.toMatch(/^\//);
        }
      }),
    );
  });
});

/** Reads a CSS string as browsers do (https://drafts.csswg.org/css-syntax/#consume-string-token); undefined where it is broken. */
const readString = (css: string): { value: string; rest: string } | undefined => {
  const [written, body = ''] = /^"((?:[^"\\\n\r\f]|\\(?:[0-9a-f]{1,6}[ \t\n]?|[^\n\r\f0-9a-f]))*)"/i.exec(css) ?? [];
  if (written === undefined) return undefined;
  const value = body.replaceAll(/\\(?:([0-9a-f]{1,6})[ \t\n]?|(.))/giu, (_, code: string | undefined, sign: string) => {
    if (code === undefined) return sign;
    const point = Number.parseInt(code, 16);
    return point === 0 ? '\ufffd' : String.fromCodePoint(point);
  });
  return { value, rest: css.slice(written.length) };
};

test('any title in the running heads is one CSS string, which browsers read as it was written', () => {
  fc.assert(
    fc.property(text, text, fc.array(line, { maxLength: 3 }), (title, series, chapters) => {
      const css = renderRunningHeads({
        title,
        series,
        chapters: chapters.map((words, index) => ({ id: `1.${index}`, head: words })),
      });
      const read: string[] = [];
      let rest = css;
      for (let at = rest.search(/content: "/); at >= 0; at = rest.search(/content: "/)) {
        expect(rest.slice(0, at)).toMatch(/^[\s\w@{}:.;="[\]-]*$/);
        const string = readString(rest.slice(at + 'content: '.length));
        expect(string).toBeDefined();
        read.push(string!.value);
        rest = string!.rest;
      }
      expect(rest).toMatch(/^[\s\w@{}:.;="[\]-]*$/);
      expect(read).toEqual([title, series, ...chapters].map((words) => words.replaceAll('\u0000', '\ufffd')));
    }),
  );
});

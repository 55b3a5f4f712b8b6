import { parseFragment } from 'parse5';
import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/build/content.ts';
import { findHiddenCharacters, toEscaped, toVisible } from '../../../src/lib/hidden-characters.ts';
import { findNearest, toSuggestion } from '../../../src/lib/nearest.ts';
import {
  toDate,
  toFirstSentence,
  toHeading,
  toHtmlText,
  toMarkdownText,
  toPieces,
  toPlainText,
  toShort,
  toSortName,
} from '../../../src/lib/text.ts';
import { textOf } from '../../support/dist.ts';
import { fc, line, text } from '../../support/properties.ts';

describe('any text', () => {
  test('is cut at its backticks without losing anything else', () => {
    fc.assert(
      fc.property(line, (words) => {
        const pieces = toPieces(words);
        expect(pieces.map((piece) => (piece.code ? `\`${piece.text}\`` : piece.text)).join('')).toBe(words);
        expect(pieces.map((piece) => piece.text).join('')).toBe(toPlainText(words));
        expect(pieces.filter((piece) => piece.text === '')).toEqual([]);
      }),
    );
  });

  test('comes back from HTML as it was, between tags and in attributes', () => {
    fc.assert(
      fc.property(line, (words) => {
        const visible = toVisible(words);
        const [element] = parseFragment(`<p title="${toHtmlText(visible)}">${toHtmlText(visible)}</p>`).childNodes;
        expect(element && textOf(element)).toBe(visible);
        expect(element && 'attrs' in element && element.attrs).toEqual([{ name: 'title', value: visible }]);
      }),
    );
  });

  test('comes back from Markdown as it was', () => {
    fc.assert(
      fc.property(line, (words) => {
        const visible = toVisible(words).replaceAll(/\s+/g, ' ').trim();
        const root = markdownToMdast(`- [${toMarkdownText(visible)}](./a.html): ${toMarkdownText(visible)}`);
        expect(toText(root as Parameters<typeof toText>[0])).toBe(`${visible}: ${visible}`.trim());
      }),
    );
  });

  test('has no hidden characters once they are written out or blanked, and keeps its lines', () => {
    fc.assert(
      fc.property(text, (words) => {
        for (const shown of [toEscaped(words), toVisible(words)]) {
          expect(findHiddenCharacters(shown)).toEqual([]);
          expect(shown.split('\n')).toHaveLength(words.split('\n').length);
          expect(toEscaped(shown)).toBe(shown);
        }
      }),
    );
  });

  test('begins with its first sentence, and is never cut inside a character', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(words.trim().startsWith(toFirstSentence(words))).toBe(true);
        expect(toShort(words).isWellFormed()).toBe(words.isWellFormed() || toShort(words) === words);
        expect([...toShort(words)].length).toBeLessThanOrEqual(80);
        expect(toHeading(words).toUpperCase()).toBe(words.toUpperCase());
        expect(words.toUpperCase().endsWith(toSortName(words).toUpperCase())).toBe(true);
      }),
    );
  });
});

test('every date of the calendar is written with its year last', () => {
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(date, fc.constantFrom(4, 7, 10), (when, length) => {
      const iso = when.toISOString().slice(0, length);
      expect(toDate(iso)).toMatch(/^(?:(?:[1-9]\d? )?[A-Z][a-z]+ )?\d{4}$/);
      expect(toDate(iso).endsWith(iso.slice(0, 4))).toBe(true);
    }),
  );
});

test('the nearest name is one of the valid ones, and a valid name is its own', () => {
  fc.assert(
    fc.property(line, fc.array(line, { maxLength: 5 }), (name, valid) => {
      const nearest = findNearest(name, valid);
      expect(nearest === undefined || valid.includes(nearest)).toBe(true);
      expect(findNearest(name, [...valid, name])).toBe(name);
      expect(toSuggestion(name, valid)).toMatch(/^(?:Did you mean "|No valid name)/);
    }),
  );
});

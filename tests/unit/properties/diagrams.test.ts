import { parseFragment } from 'parse5';
import type { XastElement } from 'svgo';
import { describe, expect, test } from 'vitest';
import { toCleanSvg } from '../../../src/build/diagrams/clean-svg.ts';
import { isStale, toDigest } from '../../../src/build/diagrams/digest.ts';
import { findLeftovers } from '../../../src/build/diagrams/find-leftovers.ts';
import { prepareSource } from '../../../src/build/diagrams/prepare-source.ts';
import { toProblem, toSyntaxProblem } from '../../../src/build/diagrams/problem.ts';
import { findAll, toElement, toNumber, toOffset, toPlainText, toText } from '../../../src/build/diagrams/svg-tree.ts';
import { toVisible } from '../../../src/lib/hidden-characters.ts';
import { toHtmlText } from '../../../src/lib/text.ts';
import { attribute, elementsOf, textOf } from '../../support/dist.ts';
import { broken, fc, line, text } from '../../support/properties.ts';

const toWords = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

/** Words of a label, without what Mermaid's codes would mean. */
const label = line
  .map((words) => toWords(toVisible(words).replaceAll(/[&#]/g, '')) || 'A')
  .filter((words) => !/ﬂ|¶/.test(words));

/** Mermaid escapes the title and the description once more than the rest. */
const escapeSigns = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What Mermaid gives for one node with these words on it. */
const toMermaidSvg = (words: string, title: string, description: string): string =>
  `<svg id="any" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 250 100" aria-roledescription="flowchart-v2" onload="x()">` +
  `<title>${toHtmlText(escapeSigns(title))}</title><desc>${toHtmlText(escapeSigns(description))}</desc><style>a{fill:red}</style>` +
  `<g class="root"><g class="nodes"><g class="node default" id="any-A" transform="translate(50, 50)">` +
  `<rect class="basic label-container" style="fill:red" x="-40" y="-20" width="80" height="40"/><g class="label"><text>` +
  `<tspan class="text-outer-tspan row"><tspan class="text-inner-tspan">${toHtmlText(words)}</tspan></tspan></text></g></g></g></g></svg>`;

describe('any words on a drawing', () => {
  test('reach the page as they were written, in nothing but shapes and text', () => {
    fc.assert(
      fc.property(label, label, label, (words, title, description) => {
        const svg = toCleanSvg(toMermaidSvg(words, title, description), { name: 'any', digest: '0' });
        expect(findLeftovers(svg, 'any')).toEqual([]);
        const elements = elementsOf(parseFragment(svg));
        const read = (name: string): string[] =>
          elements.filter(({ tagName }) => tagName === name).map((one) => toWords(textOf(one)));
        expect([...read('title'), ...read('desc'), ...read('text')]).toEqual([title, description, words]);
      }),
    );
  });

  test('are what a block of text says, in as many lines', () => {
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('d-text', 'd-label-text'),
        (lines, name) => {
          const block = toText(name, { lines, size: 16, middle: { x: 1.26, y: -3 } });
          expect(toPlainText(block)).toBe(lines.join(' '));
          const rows = findAll(block, ({ attributes }) => attributes['y'] !== undefined);
          expect(rows).toHaveLength(lines.length > 1 ? lines.length : 0);
          expect([block, ...rows].every(({ attributes }) => /^-?\d*\.?\d?$/.test(attributes['x'] ?? '0'))).toBe(true);
        },
      ),
    );
  });
});

describe('any drawing', () => {
  const sound = toCleanSvg(toMermaidSvg('A', 'B', 'C'), { name: 'any', digest: '0' });

  test('is found clean only when browsers see in it what the guide draws', () => {
    fc.assert(
      fc.property(fc.oneof(broken(sound), text), (svg) => {
        const leftovers = findLeftovers(svg, 'any');
        if (leftovers.length > 0) return;
        for (const element of elementsOf(parseFragment(`<div>${svg}</div>`)).slice(1)) {
          expect(['svg', 'title', 'desc', 'g', 'rect', 'circle', 'path', 'text', 'tspan']).toContain(element.tagName);
          for (const { name } of element.attrs) expect(name).not.toMatch(/^on|style|href|src/);
          expect(attribute(element, 'id') ?? 'any-').toMatch(/^any-/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('has numbers and places, whatever its attributes hold', () => {
    fc.assert(
      fc.property(line, fc.double({ noNaN: true, min: -1e6, max: 1e6 }), (value, number) => {
        const element = {
          type: 'element',
          name: 'g',
          attributes: { x: value, transform: value },
          children: [],
        } satisfies XastElement;
        expect(Object.values(toOffset(element)).every((place) => typeof place === 'number')).toBe(true);
        expect(toNumber(toElement('g', { x: number }), 'x')).toBeCloseTo(number, 0);
      }),
    );
  });
});

describe('any source', () => {
  const source = fc.oneof(
    text,
    broken('flowchart LR\naccTitle: a\naccDescr: b\n%% c\nA["one > two"] -->|"three"| B{{four}}\n'),
  );

  test('is as many lines long for Mermaid, and preparing it twice changes nothing more', () => {
    fc.assert(
      fc.property(source, (written) => {
        const prepared = prepareSource(written);
        expect(prepared.split('\n')).toHaveLength(written.split('\n').length);
        expect(prepareSource(prepared)).toBe(prepared);
        // Nothing but "<", ">" and comments is touched.
        const rest = (of: string): string => of.replaceAll(/^[ \t]*%%(?!\{).*$/gm, '').replaceAll(/#[lg]t;|[<>]/g, '');
        expect(rest(prepared)).toBe(rest(written));
      }),
    );
  });

  test('has a digest of its own, whatever system ended its lines', () => {
    fc.assert(
      fc.property(source, source, (one, other) => {
        const unix = (of: string): string => of.replaceAll('\r\n', '\n');
        expect(toDigest(one) === toDigest(other)).toBe(unix(one) === unix(other));
        expect(isStale(unix(one).replaceAll('\n', '\r\n'), `<svg data-digest="${toDigest(one)}">`)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('that Mermaid refuses is told to be wrong on one of its lines', () => {
    const refusal = fc.oneof(
      line,
      fc.integer({ min: 0, max: 20 }).map((at) => `Parse error on line ${at}:\n...x\n---^`),
    );
    fc.assert(
      fc.property(source, refusal, (written, message) => {
        const problem = toSyntaxProblem(message, written);
        expect(toProblem(problem)).toBe(problem);
        if (problem.line !== undefined) {
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(written.split('\n').length);
        }
        expect(problem.message).not.toContain('\n');
      }),
    );
  });
});

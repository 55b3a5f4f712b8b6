import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tones } from '../../src/build/epub/drawings.ts';

const css = ['tokens', 'prose']
  .map((name) => readFileSync(new URL(`../../src/styles/${name}.css`, import.meta.url), 'utf8'))
  .join('');

/** The light and the dark color of a token. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    [light!, dark!],
  ]),
);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

const papers = ['paper', 'paper-raised', 'paper-sunk'];
const inks = ['ink', 'ink-soft', 'accent', 'changed', 'retired', 'added'];

test.each(inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const)))(
  '%s is readable on %s in both themes',
  (ink, paper) => {
    for (const theme of [0, 1])
      expect(contrast(tokens.get(ink)![theme]!, tokens.get(paper)![theme]!)).toBeGreaterThanOrEqual(4.5);
  },
);

test.each(papers.slice(0, 2))('lines that matter stand out from %s in both themes', (paper) => {
  for (const theme of [0, 1])
    expect(contrast(tokens.get('line-strong')![theme]!, tokens.get(paper)![theme]!)).toBeGreaterThanOrEqual(3);
});

test('highlighted code is readable in both themes', () => {
  const colors = [...css.matchAll(/\.tok-[^{]+\{\s*color: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  expect(colors.length).toBeGreaterThan(3);
  for (const [, light, dark] of colors) {
    expect(contrast(light!, tokens.get('paper-raised')![0]!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark!, tokens.get('paper-raised')![1]!)).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(Object.keys(tones))(
  'in the book, lines in the tone "%s" stand out from white, sepia and black paper',
  (tone) => {
    for (const paper of ['#ffffff', '#f4ecd8', '#161c26', '#000000'])
      expect(contrast(tones[tone]!, paper)).toBeGreaterThanOrEqual(3);
  },
);

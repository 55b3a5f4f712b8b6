/** Drawings for e-readers: they carry their own paint, and can be read on any paper, by day and by night. */
import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { optimize } from 'svgo';
import { cutLines } from './cut-lines.ts';

/** Tones of middle lightness, so that lines in them stand out from white paper as well as from black. */
export const tones: Readonly<Record<string, string>> = {
  accent: '#3478b4',
  added: '#2f8659',
  retired: '#c4542f',
  changed: '#9a6f14',
};

/** What stands for a token of src/styles/tokens.css where nobody knows the paper: the reader's own ink, and no fill. */
const toValue = (token: string): string => {
  if (token.startsWith('paper')) return 'none';
  if (token.startsWith('font')) return 'sans-serif';
  return tones[token] ?? 'currentColor';
};

const sheet = readFileSync(new URL('../../styles/diagrams.css', import.meta.url), 'utf8')
  .replaceAll(/\/\*.*?\*\//gs, '')
  .replaceAll(/var\(--([\w-]+)\)/g, (_, token: string) => toValue(token));

/** Writes the style sheet's paint into the drawing: readers drop style sheets, or put their own in place of them. */
const paint = (svg: string): string =>
  optimize(svg.replace('>', `><style>${sheet}</style>`), {
    js2svg: { indent: 0, pretty: true },
    plugins: [
      { name: 'inlineStyles', params: { onlyMatchedOnce: false, removeMatchedSelectors: false } },
      'convertStyleToAttrs',
    ],
  }).data;

/** The site's drawing as one for the book. */
export const toDrawing = (svg: string): string => {
  const $ = load(paint(svg), { xml: true });
  $('style').remove();
  cutLines($);
  $('text').removeAttr('paint-order stroke stroke-width stroke-linejoin');
  $('*').removeAttr('data-digest class');
  return $.xml();
};

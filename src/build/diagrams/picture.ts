/** The picture of the project for those who work on it: drawn like the guide's diagrams, but to stand alone in a file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagram } from '../content.ts';

const name = 'architecture';

const read = (file: string): string => readFileSync(new URL(`../../styles/${file}`, import.meta.url), 'utf8');

/**
 * The picture's source and what was drawn of it.
 *
 * @param root the project's folder
 */
export const readPicture = (root: string): Diagram => {
  const file = `src/${name}.mmd`;
  const drawing = join(root, `src/${name}.svg`);
  return {
    id: name,
    file,
    source: readFileSync(join(root, file), 'utf8'),
    svg: existsSync(drawing) ? readFileSync(drawing, 'utf8') : undefined,
  };
};

/** Gives the picture's drawing the style sheets that pages have; those of other diagrams stay as they are. */
export const addStyle = (svg: string, id: string): string => {
  if (id !== name) return svg;
  const sheet = `${read('tokens.css')}${read('diagrams.css')}.d-drawing{background:var(--paper)}`
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ');
  return svg.replace('</svg>', () => `<style>${sheet}</style>\n</svg>`);
};

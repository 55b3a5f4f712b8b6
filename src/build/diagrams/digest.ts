import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { font, mermaidConfig, rendererVersion } from './theme.ts';

/** A short hash of all that decides how a source is drawn: the source, the theme, Mermaid's and the renderer's version. */
export function toDigest(source: string): string {
  const unix = source.replaceAll('\r\n', '\n');
  const all = JSON.stringify([
    unix,
    mermaidConfig,
    font,
    readVersion('mermaid'),
    readVersion(font.package),
    rendererVersion,
  ]);
  return createHash('sha256').update(all).digest('hex').slice(0, 16);
}

/** Whether a drawing was made from another source, theme or version than the present one. */
export function isStale(source: string, svg: string): boolean {
  return /\bdata-digest="([^"]*)"/.exec(svg)?.[1] !== toDigest(source);
}

function readVersion(packageName: string): string {
  const file = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}

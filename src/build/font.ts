/** `npm run font`: cuts the font for the screen down to the letters and weights that pages use, and writes it to `src/styles/`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const whole = createRequire(import.meta.url).resolve(
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
);
const target = 'src/styles/atkinson-hyperlegible-next.woff2';

/** All of ASCII, the letters of names from western Europe, and the signs of technical prose. Others come from the reader's own font. */
const letters = [
  ...Array.from({ length: 95 }, (_, place) => String.fromCodePoint(32 + place)),
  ...'àáâäãåçèéêëìíîïñòóôöõøùúûüß°±²³µ½©®§\u00a0–—‘’“”„…•·×÷−→←≤≥≈✓€™',
].join('');

const source = readFileSync(whole);
const font = await subsetFont(source, letters, {
  targetFormat: 'woff2',
  variationAxes: { wght: { min: 400, max: 700 } },
});
writeFileSync(target, font);
console.error(`${target}  ${(font.length / 1000).toFixed(1)} kB of ${(source.length / 1000).toFixed(1)} kB`);

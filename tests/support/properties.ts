import fc from 'fast-check';

/** The same cases in every run; another `SEED` tries others, and `RUNS` more of them. A failure prints both with the smallest case. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 2016), numRuns: Number(process.env['RUNS'] ?? 200) });

export { fc };

/** What programs read as their own: markup, scripts, codes, and signs of Markdown, YAML and CSS. */
const signs = [
  ...['<script>alert(1)</script>', '"><svg onload=alert(1)>', "' onclick='alert(1)", '</title>', '<!--', '-->', ']]>'],
  ...['{{ 7 * 7 }}', '$\u007b1}', '{', '}', '&amp;', '&lt;', '&#60;', '&', '<', '>', '"', "'", '`', '``', '\\', '\\"'],
  ...['[x](javascript:alert(1))', '[', ']', '(', ')', '*', '_', '#', '- ', ': ', ' #', '---', '+++', '|', '~~', '::'],
  ...['url(/x)', '/*', '*/', ';', '@page', '__proto__', 'constructor', 'toString', 'S3', 'AZs', '1', '2026-02-30'],
  ...[
    'é',
    'ß',
    'İ',
    '😀',
    '👩‍👩‍👧',
    'שלום',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u0000',
    '\u0007',
    '\u2028',
    '\u00a0',
    '\ufffd',
  ],
  ...[' ', '  ', '\t', 'a', 'word', 'Words'],
];

/** A line of anything: signs that mean something to programs, and any characters between them. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...signs) }, fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join('').replaceAll(/[\r\n]/g, ' '));

/** Lines of anything. */
export const text: fc.Arbitrary<string> = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

/** A sound text in which some places are replaced by anything. */
export const broken = (sound: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(sound.length), fc.nat(8), fc.oneof(line, fc.constantFrom('', '\n', '\r\n', '\t', '\n\n'))), {
      minLength: 1,
      maxLength: 4,
    })
    .map((edits) =>
      edits
        .reduce((all, [at, length, instead]) => all.slice(0, at) + instead + all.slice(at + length), sound)
        .toWellFormed(),
    );

/** A path segment of a page's address. */
export const segment: fc.Arbitrary<string> = fc.stringMatching(/^[a-z0-9]{1,3}(?:[.-][a-z0-9]{1,3}){0,2}$/);

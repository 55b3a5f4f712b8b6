/** `npm run epub`, after a build: makes the guide one book for e-readers, and links it from the home page. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { slug } from 'github-slugger';
import { site } from '../site.ts';
import { flatten } from './epub/book.ts';
import { packBook } from './epub/pack-book.ts';
import { readBook } from './epub/read-book.ts';
import { step } from './step.ts';

const folder = 'dist';
const home = join(folder, 'index.html');
const path = `epub/${slug(site.title)}.epub`;
const file = join(folder, path);

/** Stops with what is wrong. */
const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};

/** The home page with a link to the book in the place that it keeps for it, `<li data-epub hidden></li>`. */
const withLink = (html: string, size: number): string => {
  const item = `<li data-epub><a href="./${path}" type="application/epub+zip">The whole guide as a book for e-readers (EPUB, ${(size / 1e6).toFixed(1)} MB)</a></li>`;
  const linked = html.replace(/<li data-epub\b[^>]*>.*?<\/li>/s, () => item);
  if (!linked.includes(item))
    fail(
      `${home} has no place for the link to the book. Put <li data-epub hidden></li> back into src/pages/index.astro.`,
    );
  return linked;
};

if (!existsSync(home)) fail('dist/ holds no pages to make a book of. Run `npm run build` first.');
const book = await step('Chapters', () => readBook(folder));
const bytes = await step('EPUB', () => packBook(book));
const html = withLink(readFileSync(home, 'utf8'), bytes.length);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, bytes);
writeFileSync(home, html);
const chapters = flatten(book.chapters);
const figures = chapters.flatMap((chapter) => chapter.figures);
console.error(
  `${file}: ${chapters.length} chapters, ${figures.length} diagrams, ${(bytes.length / 1e6).toFixed(1)} MB, linked from the home page.`,
);

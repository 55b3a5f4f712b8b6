/** The documents around the chapters: cover, title page, the list of diagrams. */

import { toDate } from '../../lib/text.ts';
import { site } from '../../site.ts';
import { type Chapter, escapeXml, flatten, toPlainChapter } from './book.ts';
import { figuresFile } from './chapter.ts';

/** The cover's picture, as libraries and readers' shelves show it. */
export const coverImage = 'cover.png';

/** The first page. */
export const toCover = (): Chapter =>
  toPlainChapter({
    file: 'cover.xhtml',
    title: 'Cover',
    type: 'cover',
    body: `<img class="cover" src="${coverImage}" alt="${escapeXml(site.title)}"/>`,
  });

const toWebLine = (address: string | undefined): string =>
  address ? `\n<p>Newer editions: <a href="${escapeXml(address)}">${escapeXml(address)}</a></p>` : '';

/**
 * The page that says what the book is, how it is read and what it is not.
 *
 * @param checked the day on which the newest facts were checked, as in `2026-11-22`
 * @param address where the site stands, if that is known
 */
export const toTitlePage = (checked: string, address: string | undefined): Chapter =>
  toPlainChapter({
    file: 'title.xhtml',
    title: 'About this book',
    type: 'titlepage',
    body: `<h1>${escapeXml(site.title)}</h1>
<p class="summary">${escapeXml(site.tagline)}.</p>
<p>${escapeXml(site.disclaimer)} No exam dumps: all questions are written from the guide’s own facts.</p>
<p>The text says what is true today. A note below a paragraph says what the course notes of ${site.notesYear} said and since when that
changed; its number leads to the source, at the end of the section.</p>
<p>Terms lead to the <a href="glossary.xhtml">glossary</a>, and each of its entries back to the sections that use it. The questions at the
end of a section have their answers on a page of their own. Every drawing is also <a href="${figuresFile}">told in words</a>.</p>
<p>Facts were last checked against their sources on ${toDate(checked)}.</p>${toWebLine(address)}`,
  });

/** The diagrams in order, each with its place and with what it shows in words. */
export const toFigureList = (chapters: readonly Chapter[]): Chapter => {
  const sections = flatten(chapters)
    .filter(({ figures }) => figures.length > 0)
    .map(({ file, title, figures }) => {
      const items = figures.map(
        ({ id, caption, words }) =>
          `<dt id="words-${id}"><a href="${file}#${id}">${escapeXml(caption)}</a></dt>\n<dd>${escapeXml(words)}</dd>`,
      );
      return `<h2>${escapeXml(title)}</h2>\n<dl>${items.join('\n')}</dl>`;
    });
  const summary = 'Every diagram, with the way to it and with what it shows in words.';
  return toPlainChapter({
    file: figuresFile,
    title: 'Diagrams',
    type: 'loi',
    body: `<h1>Diagrams</h1>\n<p class="summary">${summary}</p>\n${sections.join('\n')}`,
  });
};

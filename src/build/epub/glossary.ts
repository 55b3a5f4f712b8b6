/** The glossary of the book: one document a letter, behind one that lists the letters. */
import { basename } from 'node:path/posix';
import { type Chapter, escapeXml, type Places, toId, toPlainChapter } from './book.ts';
import { type findLetters, readPage } from './built-site.ts';
import { fitLinks } from './fit-links.ts';

type Letters = ReturnType<typeof findLetters>;

const toLetterFile = (letter: string): string => `glossary-${letter.slice(0, 1).toLowerCase()}.xhtml`;
const toTermId = (url: string): string => toId(basename(url, '.html'));

/** Where each term stands in the book, by the address of its page. */
export const findTermFiles = (letters: Letters): [string, string][] =>
  letters.flatMap(({ letter, terms }) =>
    terms.map((url): [string, string] => [url, `${toLetterFile(letter)}#${toTermId(url)}`]),
  );

/** A term with its other names, its definition, and its links to other terms and to the sections that use it. */
const toTerm = (folder: string, url: string, places: Places): string => {
  const $ = readPage(folder, url);
  fitLinks($, url, places);
  const names = $('.meta > li').first().text();
  const rows = $('.term-links > div')
    .toArray()
    .map((row) => {
      const links = $(row).find('a').toArray();
      return `<p class="links"><b>${$(row).find('dt').text()}:</b> ${links.map((link) => $.xml(link)).join(', ')}</p>`;
    });
  return [
    `<dt id="${toTermId(url)}"><dfn>${escapeXml($('h1').text().trim())}</dfn>`,
    ...$('.status')
      .toArray()
      .map((status) => ` <span class="status">(${$(status).text().trim()})</span>`),
    `</dt>\n<dd>${names && `<p class="names">${escapeXml(names)}</p>`}`,
    $.xml($('[data-definition]').contents().toArray()),
    ...rows,
    '</dd>',
  ].join('');
};

const toLetter = (folder: string, { letter, terms }: Letters[number], places: Places): Chapter =>
  toPlainChapter({
    file: toLetterFile(letter),
    title: letter,
    type: 'glossary',
    body: `<h1>Glossary: ${letter}</h1>\n<dl>\n${terms.map((url) => toTerm(folder, url, places)).join('\n')}\n</dl>`,
  });

/** Makes the glossary. */
export const toGlossary = (folder: string, letters: Letters, places: Places): Chapter => {
  const $ = readPage(folder, '/glossary.html');
  const title = $('h1').text();
  const links = letters.map(({ letter }) => `<li><a href="${toLetterFile(letter)}">${letter}</a></li>`);
  const opening = toPlainChapter({
    file: 'glossary.xhtml',
    title,
    type: 'glossary',
    body: `<h1>${title}</h1>\n<p class="summary">${escapeXml($('.summary').text())}</p>\n<ul class="letters">${links.join('\n')}</ul>`,
  });
  return { ...opening, below: letters.map((each) => toLetter(folder, each, places)) };
};

import type { CheerioAPI } from 'cheerio';
import { placeAnswers } from './answers.ts';
import { type Chapter, type Figure, type Places, toFile } from './book.ts';
import { toDrawing } from './drawings.ts';
import { fitLinks } from './fit-links.ts';
import { citeSources, placeNotes } from './notes.ts';
import { labelCells } from './tables.ts';

/** What a page has for screens only. */
const forScreens = 'script, style, template, form, button, nav, .anchor, .needs-js, .rule, [hidden]';

/** What holds a part of the page together on screens only. */
const boxes = 'article, .prose, .table-box, .canvas, .prose section, .prose section > div';

/** The document that tells all drawings in words. */
export const figuresFile = 'figures.xhtml';

/** Puts drawings for e-readers in place of the site's, and links each to its description in words. */
const placeDrawings = ($: CheerioAPI): Figure[] =>
  $('figure.diagram')
    .toArray()
    .map((element) => {
      const drawing = $(element).find('svg');
      const id = $(element).attr('id') ?? '';
      const caption = $(element).find('figcaption').text().trim();
      const words = drawing.find('desc').first().text().trim();
      drawing.replaceWith(toDrawing($.xml(drawing)));
      $(element).find('figcaption').text(`${caption} `).append(`<a href="${figuresFile}#words-${id}">In words</a>`);
      return { id, caption, words };
    });

/** Takes away what says nothing in a book: attributes for scripts, the colors of code, boxes. */
const simplify = ($: CheerioAPI): void => {
  for (const box of $(boxes).toArray().reverse()) $(box).replaceWith($(box).contents());
  for (const code of $('pre code').toArray()) $(code).text($(code).text());
  for (const title of $('.card h2').toArray())
    $(title).replaceWith($('<p class="title"></p>').append($(title).contents()));
  for (const element of $('main *').toArray())
    for (const name of Object.keys(element.attribs))
      if (name.startsWith('data-') || name === 'tabindex') delete element.attribs[name];
};

/**
 * Makes a page of the site a chapter.
 *
 * @param $ the page; it is changed
 * @param url its address from the root of the site
 * @param below the chapters that stand below it in the contents
 */
export const toChapter = ($: CheerioAPI, url: string, places: Places, below: readonly Chapter[] = []): Chapter => {
  const checked = $('.page-head time').attr('datetime');
  const title = ($('main article').attr('data-title') ?? $('main h1').text()).trim();
  $(forScreens).remove();
  fitLinks($, url, places);
  citeSources($);
  placeNotes($);
  placeAnswers($);
  labelCells($);
  const figures = placeDrawings($);
  simplify($);
  const parts = $('main h2[id]')
    .toArray()
    .map((heading) => ({ id: $(heading).attr('id') ?? '', title: $(heading).text().replaceAll(/\s+/g, ' ').trim() }));
  const body = $.xml($('main').contents().toArray());
  const type = below.length > 0 ? 'part' : 'chapter';
  return { file: toFile(url), title, type, body, parts, figures, checked, below };
};

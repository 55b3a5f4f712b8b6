import type { CheerioAPI } from 'cheerio';

/** What can hold a note at its end. */
const blocks = 'p, li, td, th, dd, .pitfall, .cue, .retired-note';

/** Puts the numbers of a page's sources in place of links to them, because few e-readers open the web. */
export const citeSources = ($: CheerioAPI): void => {
  const items = $('ol.sources > li').toArray();
  const addresses = items.map((item) => $(item).find('a').attr('href'));
  for (const [index, item] of items.entries()) $(item).attr('id', `source-${index + 1}`);
  for (const link of $('a.source, .then a').toArray()) {
    const number = addresses.indexOf($(link).attr('href')) + 1;
    if (number > 0) $(link).removeAttr('aria-label').attr('href', `#source-${number}`).text(`[${number}]`);
  }
};

/** Puts each margin note in a box below the paragraph, or at the end of the item or the cell, in which it stands. */
export const placeNotes = ($: CheerioAPI): void => {
  for (const element of $('.then').toArray()) {
    const note = $(element);
    const when = note.find('.when');
    const source = when.find('a').remove();
    when.text(`(${when.text().replace(/ · $/, '')}) `).append(source);
    note.find('b').first().prepend('Notes of ').append(':');
    when.before(' ');
    const box = $('<aside class="then" role="note"><p></p></aside>').attr('id', note.attr('id') ?? null);
    box.find('p').append(note.contents());
    const block = note.closest(blocks);
    if (block.is('p')) block.nextUntil(':not(aside.then)').addBack().last().after(box);
    else if (block.length > 0) block.append(box);
    else note.before(box);
    note.remove();
  }
};

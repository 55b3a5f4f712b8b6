import type { CheerioAPI } from 'cheerio';

/** Tables with fewer columns fit every screen. */
const manyColumns = 3;

/** Says in each cell of a wide table to which column it belongs, so that narrow screens can show its rows one below the other. */
export const labelCells = ($: CheerioAPI): void => {
  for (const element of $('.figures table:not([class])').toArray()) {
    const topic = $(element).find('th').first();
    $(element).before($('<h3></h3>').text(topic.text().trim()));
    topic.text('Question');
  }
  for (const element of $('table').toArray()) {
    const heads = $(element).find('thead th').toArray();
    if (heads.length < manyColumns) continue;
    $(element).addClass('records');
    for (const cell of $(element).find('tbody tr > :not(:first-child)').toArray()) {
      const [head] = $(heads[$(cell).index()]).text().trim().split(',');
      if ($(cell).text().trim() === '–') $(cell).addClass('nothing');
      if (head) $(cell).prepend($('<span class="column"></span>').text(/\W$/.test(head) ? `${head} ` : `${head}: `));
    }
  }
};

import type { Progress } from '../../../lib/progress.ts';
import { toTally } from '../../../lib/tally.ts';
import { create } from '../../create.ts';
import { root } from '../../root.ts';
import { studyIndex } from '../study-index.ts';
import { createBar, createKey } from './create-bar.ts';
import { createTable } from './create-table.ts';

const createCell = (text: string, bar: HTMLElement): HTMLElement =>
  create('span', { className: 'bar-under' }, create('span', { textContent: text }), bar);

/** How far a reader is in each domain and in the guides. */
export const createDomains = (progress: Progress): HTMLElement => {
  const rows = studyIndex.sheets.map(({ id, number, title }) => {
    const { pages, read, questions, right, wrong } = toTally(
      studyIndex.pages.filter(({ sheet }) => sheet === id),
      progress,
    );
    const name = number ? create('a', { href: `${root}${id}.html`, textContent: `${number} ${title}` }) : title;
    return [
      name,
      createCell(`${read} of ${pages}`, createBar(pages, { read })),
      createCell(`${right + wrong} of ${questions}`, createBar(questions, { right, wrong })),
      String(right),
      String(wrong),
    ];
  });
  const heads = ['Domain', 'Read', 'Answered', createKey('right', 'Right'), createKey('wrong', 'Wrong')];
  const table = createTable('Sections read, and questions by their last answer', heads, rows);
  table.className = 'domains';
  for (const [at, { number }] of studyIndex.sheets.entries())
    if (number) table.tBodies[0]?.rows[at]?.setAttribute('data-domain', number);
  return create('section', {}, create('h2', { id: 'domains', textContent: 'Domain by domain' }), table);
};

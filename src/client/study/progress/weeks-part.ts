import { toDay } from '../../../lib/duration.ts';
import type { Progress } from '../../../lib/progress.ts';
import { toWeeks } from '../../../lib/weeks.ts';
import { create } from '../../create.ts';
import { createBar, createKey } from './create-bar.ts';
import { createTable } from './create-table.ts';

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** What a reader did in each of the last weeks. */
export const createWeeks = (progress: Progress, now: Date): HTMLElement => {
  const weeks = toWeeks(progress, now).map((week) => ({ ...week, all: week.right + week.wrong + week.reviews }));
  const most = Math.max(...weeks.map(({ all }) => all));
  const heading = create('h2', { id: 'weeks', textContent: 'Week by week' });
  if (most === 0)
    return create('section', {}, heading, create('p', {}, 'No answers and no cards in the last twelve weeks.'));
  const rows = weeks.map(({ start, right, wrong, reviews, all }) => [
    create('time', { dateTime: toDay(start), textContent: dayAndMonth.format(start) }),
    String(right),
    String(wrong),
    String(reviews),
    create(
      'span',
      { className: 'bar-cell' },
      create('span', { textContent: String(all) }),
      createBar(most, { right, wrong, cards: reviews }),
    ),
  ]);
  const heads = [
    'Week from',
    createKey('right', 'Right'),
    createKey('wrong', 'Wrong'),
    createKey('cards', 'Cards'),
    'All',
  ];
  const table = createTable('Answers to questions and cards reviewed in the last twelve weeks', heads, rows);
  table.className = 'weeks';
  return create('section', {}, heading, table);
};

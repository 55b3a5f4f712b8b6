import { toDay } from '../../../lib/duration.ts';
import { type Obstacle, type Preview, previewFile } from '../../../lib/progress-file.ts';
import type { StudyEvent } from '../../../lib/study-events.ts';
import { toCount, toDate } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { bringIn, isBlocked, readEvents } from '../../journal.ts';
import { createTable } from './create-table.ts';
import { tell } from './tell.ts';

/** The entries of a file as they would stand in the storage. */
type Entries = ReadonlyMap<string, string>;

const obstacles: Record<Obstacle, (count: number) => string> = {
  'other-format': (count) => `${toCount(count, 'entry', 'entries')} in the format of a later version of the guide`,
  'later-kind': (count) =>
    `${toCount(count, 'entry', 'entries')} of a kind that a later version of the guide has added`,
  damaged: (count) => toCount(count, 'damaged entry', 'damaged entries'),
  foreign: (count) => `${toCount(count, 'entry', 'entries')} that the guide does not know`,
  taken: (count) => `${toCount(count, 'event')} whose place here is taken by a damaged entry: remove that one first`,
};

const kinds: Record<StudyEvent['type'], string> = {
  read: 'Marks on sections',
  answer: 'Answers',
  review: 'Card reviews',
  exam: 'Exams',
};

const createCounts = ({ fresh, present }: Preview): HTMLElement =>
  createTable(
    'Events in the file',
    ['Kind', 'New', 'Here already'],
    Object.entries(kinds).map(([type, label]) => [
      label,
      ...[fresh, present].map((events) => events.filter((event) => event.type === type).length.toLocaleString('en-US')),
    ]),
  );

const toSpan = ({ fresh, present }: Preview): string => {
  const days = [...fresh, ...present].map(({ at }) => toDay(new Date(at))).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return first === last ? `on ${toDate(first)}` : `from ${toDate(first)} to ${toDate(last)}`;
};

/** Brings in what is new by now, and says what became of it. */
const accept = (place: HTMLElement, entries: Entries): void => {
  const { fresh } = previewFile(entries, readEvents());
  const taken = bringIn(fresh);
  const reason = isBlocked()
    ? 'This browser does not let the guide keep anything.'
    : `The browser’s storage for this site is full: it took ${taken.toLocaleString('en-US')} of ${toCount(fresh.length, 'event')}.`;
  if (taken === fresh.length) tell(place, `${toCount(taken, 'event was', 'events were')} brought in.`, 'status');
  else tell(place, `${reason} Nothing was brought in, and what was here is as it was.`, 'alert');
};

const createActions = (place: HTMLElement, entries: Entries, count: number): HTMLElement => {
  if (count === 0) return create('p', {}, 'There is nothing new in it.');
  const bring = create('button', { className: 'button', textContent: `Bring in ${toCount(count, 'event')}` });
  bring.addEventListener('click', () => accept(place, entries));
  const leave = create('button', { className: 'check', textContent: 'Leave it' });
  leave.addEventListener('click', () => tell(place, 'Nothing was brought in.', 'status'));
  return create('p', { className: 'set-actions' }, bring, leave);
};

/** Shows what a file would change, before anything is changed. */
export const showPreview = (place: HTMLElement, name: string, entries: Entries): void => {
  const preview = previewFile(entries, readEvents());
  const { fresh, present, left } = preview;
  const heading = create('h3', { tabIndex: -1, textContent: `What “${name}” would change` });
  const known = [createCounts(preview), create('p', {}, `They were made ${toSpan(preview)}.`)];
  const stay = [...left].map(([reason, count]) => create('li', {}, obstacles[reason](count)));
  place.replaceChildren(
    heading,
    ...(fresh.length + present.length > 0 ? known : []),
    ...(stay.length > 0 ? [create('p', {}, 'These stay in the file:'), create('ul', {}, ...stay)] : []),
    createActions(place, entries, fresh.length),
  );
  heading.focus();
};

import { type Fault, type Reading, toFault } from '../../../lib/reading.ts';
import { toCount } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { findHeld, isBlocked, measureStorage } from '../../journal.ts';

/** How many unreadable entries are shown with their text; the saved file has them all. */
const most = 20;

const reasons: Record<Fault, (count: number) => string> = {
  damaged: (count) => `${toCount(count, 'entry is', 'entries are')} damaged, and not counted.`,
  'later-kind': (count) =>
    `${toCount(count, 'entry is', 'entries are')} of a kind that a later version of the guide has added, and left alone. Reload the page to get the newest version.`,
  'other-format': (count) =>
    `${toCount(count, 'entry is', 'entries are')} in the format of a later version of the guide, and left alone. Reload the page to get the newest version.`,
};

/** The keys of the entries with a fault. */
export const findFaulty = ({ unreadable }: Reading, fault: Fault): string[] =>
  [...unreadable].flatMap(([key, text]) => (toFault(key, text) === fault ? key : []));

const createUnreadable = (reading: Reading, remove: () => void): (Node | string)[] => {
  if (reading.unreadable.size === 0) return [];
  const found = (['damaged', 'later-kind', 'other-format'] as const).map(
    (fault) => [fault, findFaulty(reading, fault).length] as const,
  );
  const shown = [...reading.unreadable].slice(0, most);
  const hidden = reading.unreadable.size - shown.length;
  const button = create('button', { className: 'check', textContent: 'Remove the damaged entries' });
  button.addEventListener('click', remove);
  return [
    create('p', {}, 'Some of what this browser keeps for the guide cannot be read:'),
    create('ul', {}, ...found.flatMap(([fault, count]) => (count > 0 ? create('li', {}, reasons[fault](count)) : []))),
    create(
      'details',
      {},
      create('summary', { textContent: 'Show these entries' }),
      create(
        'ul',
        { className: 'entries' },
        ...shown.map(([key, text]) =>
          create('li', {}, create('code', { textContent: `${key} ${text.slice(0, 120)}` })),
        ),
        ...(hidden > 0 ? [create('li', {}, `and ${hidden} more`)] : []),
      ),
    ),
    create('p', {}, 'They are part of the file when you save your progress.'),
    ...(found.some(([fault, count]) => fault === 'damaged' && count > 0) ? [create('p', {}, button)] : []),
  ];
};

const toWarnings = (): string[] => {
  if (isBlocked())
    return [
      'This browser does not let the guide keep anything: what you do counts until you leave the page on which you do it. Allow this site to store data in the browser’s settings; a private window may refuse it.',
    ];
  const held = findHeld().size;
  const share = measureStorage();
  return [
    ...(held > 0
      ? [
          `The browser’s storage for this site is full. ${toCount(held, 'entry is', 'entries are')} kept in this tab only: save your progress to a file before you close it.`,
        ]
      : []),
    ...(share > 0.8
      ? [
          `${Math.round(share * 100)} % of what browsers keep for a site is in use. Save your progress to a file from time to time.`,
        ]
      : []),
  ];
};

/**
 * Says what is wrong with the storage.
 *
 * @param remove called when the reader wants damaged entries to go
 * @returns undefined when all is well
 */
export const createStorageNotes = (reading: Reading, remove: () => void): HTMLElement | undefined => {
  const notes = [
    ...toWarnings().map((text) => create('p', { textContent: text })),
    ...createUnreadable(reading, remove),
  ];
  return notes.length > 0
    ? create('section', { className: 'storage-notes', ariaLabel: 'About the storage' }, ...notes)
    : undefined;
};

import type { Reading } from '../../../lib/reading.ts';
import { keyPrefix, type StudyEvent } from '../../../lib/study-events.ts';
import { toCount } from '../../../lib/text.ts';
import { forget, readEvents } from '../../journal.ts';
import { showNotice } from '../../notice.ts';
import { forgetSitting } from '../exam/kept-sitting.ts';
import { confirmLoss } from './confirm-loss.ts';
import { findFaulty } from './storage-part.ts';

const toSum = ({ events, unreadable }: Reading): string => {
  const count = (type: StudyEvent['type']): number => events.filter((event) => event.type === type).length;
  const damaged = [...unreadable.keys()].filter((key) => key.startsWith(keyPrefix)).length;
  return [
    toCount(count('read'), 'mark on sections', 'marks on sections'),
    toCount(count('answer'), 'answer'),
    toCount(count('review'), 'card review'),
    toCount(count('exam'), 'exam'),
    ...(damaged > 0 ? [`${toCount(damaged, 'entry', 'entries')} that cannot be read`] : []),
  ].join(', ');
};

const isOurs = (key: string): boolean => key.startsWith(keyPrefix);

/** Asks, and then deletes all that the reader did. Settings stay, and so do entries in a later version's format. */
export const askToReset = (): void => {
  const reading = readEvents();
  const later = findFaulty(reading, 'other-format').length;
  const rest = `The theme that you chose and the page where you stopped stay${later > 0 ? `, and ${toCount(later, 'entry', 'entries')} of a later version of the guide` : ''}.`;
  confirmLoss(
    {
      title: 'Delete all of your progress?',
      sentences: [
        `This deletes from this browser: ${toSum(reading)}.`,
        'It cannot be taken back without a file.',
        rest,
      ],
      consent: 'Yes, delete all of it',
      label: 'Delete my progress',
      keep: 'Keep my progress',
    },
    () => {
      const { events, unreadable } = readEvents();
      forget([...events.map(({ key }) => key), ...unreadable.keys()].filter(isOurs));
      // An exam that was begun is progress too.
      forgetSitting();
      showNotice('Your progress was deleted from this browser.');
      document.getElementById('nothing')?.focus();
    },
  );
};

/** Asks, and then removes the entries that are damaged. */
export const askToRemoveDamaged = (): void => {
  const damaged = findFaulty(readEvents(), 'damaged');
  confirmLoss(
    {
      title: `Remove ${toCount(damaged.length, 'damaged entry', 'damaged entries')}?`,
      sentences: ['The guide cannot read them. A saved file keeps them as they are.'],
      consent: 'Yes, remove them',
      label: 'Remove',
      keep: 'Keep them',
    },
    () => {
      forget(damaged);
      showNotice(`${toCount(damaged.length, 'damaged entry was', 'damaged entries were')} removed.`);
    },
  );
};

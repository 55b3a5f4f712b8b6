import { toDay } from '../../../lib/duration.ts';
import { fileFormat, toProgressFile } from '../../../lib/progress-file.ts';
import { toCount } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { readEvents } from '../../journal.ts';

/**
 * Hands all that is kept to the browser's downloads.
 *
 * @returns what to tell the reader
 */
export const saveFile = (): string => {
  const reading = readEvents();
  const now = new Date();
  const name = `${fileFormat}-${toDay(now)}.json`;
  const url = URL.createObjectURL(new Blob([toProgressFile(reading, now)], { type: 'application/json' }));
  create('a', { href: url, download: name }).click();
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  const { events, unreadable } = reading;
  const rest = unreadable.size > 0 ? ` and ${toCount(unreadable.size, 'entry', 'entries')} that cannot be read` : '';
  return `${toCount(events.length, 'event')}${rest} went to your downloads as “${name}”.`;
};

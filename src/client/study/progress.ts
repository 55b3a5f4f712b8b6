/** The page of a reader's progress: adds up all events, and lets them be saved, brought in and deleted. */
import { toProgress } from '../../lib/progress.ts';
import { keepHeld, readEvents, watchEvents } from '../journal.ts';
import { createDomains } from './progress/domains-part.ts';
import { createEmpty } from './progress/empty-part.ts';
import { createExams } from './progress/exams-part.ts';
import { openFile } from './progress/open-file.ts';
import { createOverview } from './progress/overview-part.ts';
import { askToRemoveDamaged, askToReset } from './progress/reset.ts';
import { saveFile } from './progress/save-file.ts';
import { showParts } from './progress/show-parts.ts';
import { createStorageNotes } from './progress/storage-part.ts';
import { createWeak } from './progress/weak-part.ts';
import { createWeeks } from './progress/weeks-part.ts';

const place = document.querySelector<HTMLElement>('.progress');
const find = <Found extends HTMLElement = HTMLElement>(selector: string): Found | undefined =>
  place?.querySelector<Found>(selector) ?? undefined;

const show = (): void => {
  keepHeld();
  const reading = readEvents();
  const progress = toProgress(reading.events);
  const now = new Date();
  const report = find('.progress-report');
  const parts =
    reading.events.length === 0
      ? [createEmpty()]
      : [
          createOverview(progress),
          createWeeks(progress, now),
          createDomains(progress),
          createWeak(progress),
          ...(progress.exams.length > 0 ? [createExams(progress)] : []),
        ];
  if (report) showParts(report, [createStorageNotes(reading, askToRemoveDamaged) ?? [], parts].flat());
  for (const part of place?.querySelectorAll<HTMLElement>('[data-if-kept]') ?? [])
    part.hidden = reading.events.length + reading.unreadable.size === 0;
};

const start = (): void => {
  if (!place) return;
  place.hidden = false;
  show();
  watchEvents(show);
  const output = find('output');
  find('[data-act=save]')?.addEventListener('click', () => {
    if (output) output.textContent = saveFile();
  });
  find('[data-act=reset]')?.addEventListener('click', askToReset);
  const input = find<HTMLInputElement>('[type=file]');
  const preview = find('.file-preview');
  find('[data-act=open]')?.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file && preview) void openFile(preview, file);
    // The same file can be chosen again.
    input.value = '';
  });
};

start();

import { type FileProblem, fileFormat, maxFileSize, parseProgressFile } from '../../../lib/progress-file.ts';
import { showPreview } from './file-preview.ts';
import { tell } from './tell.ts';

/** Why a file cannot be used, behind its name. */
const problems: Record<FileProblem | 'too-large' | 'unreadable', string> = {
  'no-json': 'is no file of this guide, or only a part of one: its text is not whole JSON.',
  'other-program': `is a file of another program: files of this guide begin with the format “${fileFormat}”.`,
  'later-version':
    'was saved by a later version of the guide. Reload this page to get the newest version, then choose the file again.',
  damaged: 'is a file of this guide, but it is damaged: its version or its list of events is missing.',
  'too-large': `is too large: files of this guide have at most ${maxFileSize / 1_000_000} MB.`,
  unreadable: 'could not be read. It may have been moved or deleted since you chose it.',
};

const readText = async (file: File): Promise<string | undefined> => {
  try {
    return await file.text();
  } catch {
    return undefined;
  }
};

/** Reads a file that a reader chose, and shows what it would change or why it cannot be used. */
export const openFile = async (place: HTMLElement, file: File): Promise<void> => {
  const refuse = (problem: keyof typeof problems): void =>
    tell(place, `“${file.name}” ${problems[problem]} Nothing was changed.`, 'alert');
  if (file.size > maxFileSize) return refuse('too-large');
  const text = await readText(file);
  if (text === undefined) return refuse('unreadable');
  const entries = parseProgressFile(text);
  if (typeof entries === 'string') return refuse(entries);
  showPreview(place, file.name, entries);
};

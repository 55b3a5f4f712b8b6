/** The exam that is being sat, kept in this browser under one key; the key's number is the version of its format. */
import { type ExamSitting, parseSitting } from '../../../lib/exam-sitting.ts';
import { tellUnkept } from '../../journal.ts';
import { readSetting, writeSetting } from '../../storage.ts';

const key = 'exam.1';

let isKept = false;

const remove = (): void => {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage that is blocked holds nothing.
  }
};

/** The kept exam. One that cannot be read is set aside under another key. */
export const findSitting = (): { readonly sitting?: ExamSitting; readonly isDamaged: boolean } => {
  const text = readSetting(key);
  const sitting = text === null ? undefined : parseSitting(text);
  if (sitting) return { sitting, isDamaged: false };
  if (text === null) return { isDamaged: false };
  writeSetting(`${key}.damaged`, text);
  remove();
  return { isDamaged: true };
};

/** Whether another tab has gone on with the exam that this tab was sitting. */
export const isTakenOver = ({ turn }: ExamSitting): boolean => {
  const kept = isKept ? parseSitting(readSetting(key) ?? '') : undefined;
  return kept !== undefined && kept.turn > turn;
};

/** Keeps the exam as it stands; where that fails, the reader is told once, and it goes on in this tab. */
export const keepSitting = (sitting: ExamSitting): void => {
  isKept = writeSetting(key, JSON.stringify(sitting));
  if (!isKept) tellUnkept();
};

/** Ends what is kept. */
export const forgetSitting = (): void => {
  isKept = false;
  remove();
};

/** Whether leaving the page would lose the exam. */
export const isLost = (): boolean => !isKept;

/** Calls back when another tab kept the exam, or ended it. */
export const watchSitting = (onKept: (sitting: ExamSitting) => void, onEnded: () => void): void =>
  addEventListener('storage', ({ key: changed, newValue }) => {
    if (changed !== key) return;
    const sitting = parseSitting(newValue ?? '');
    if (newValue === null) onEnded();
    else if (sitting) onKept(sitting);
  });

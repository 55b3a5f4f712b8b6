import { countTime, type ExamSitting, hasSlept, toTimeLeft } from '../../../lib/exam-sitting.ts';
import { isLost, isTakenOver, keepSitting } from './kept-sitting.ts';

/** An exam whose clock runs; every change of it is kept at once. */
export interface RunningSitting {
  readonly get: () => ExamSitting;
  /** Counts the time up to now, then changes what the function says. */
  readonly change: (next: (counted: ExamSitting) => ExamSitting) => void;
  readonly stop: () => void;
  /** Aborted when it stops. */
  readonly signal: AbortSignal;
}

/** What can happen to a running exam without the reader. */
export interface SittingListener {
  readonly onChange: (sitting: ExamSitting) => void;
  readonly onAsleep: () => void;
  readonly onTakenOver: () => void;
  readonly onOver: () => void;
}

/** Lets the clock of an exam run in this tab. */
export const runSitting = (
  kept: ExamSitting,
  { onChange, onAsleep, onTakenOver, onOver }: SittingListener,
): RunningSitting => {
  const controller = new AbortController();
  let sitting: ExamSitting = { ...kept, at: Date.now() };
  keepSitting(sitting);

  const change: RunningSitting['change'] = (next) => {
    sitting = next(countTime(sitting, Date.now()));
    keepSitting(sitting);
    onChange(sitting);
  };
  const tick = (): void => {
    if (isTakenOver(sitting)) onTakenOver();
    else if (hasSlept(sitting, Date.now())) onAsleep();
    else {
      change((counted) => counted);
      if (toTimeLeft(sitting) === 0) onOver();
    }
  };
  const timer = setInterval(tick, 1000);
  addEventListener('beforeunload', (event) => isLost() && event.preventDefault(), { signal: controller.signal });
  const stop = (): void => {
    clearInterval(timer);
    controller.abort();
  };
  return { get: () => sitting, change, stop, signal: controller.signal };
};

import { performance } from 'node:perf_hooks';

const started = performance.now();

/** Says on one line what is being done, with the minutes since the start. */
export const say = (text: string): void => {
  const seconds = Math.round((performance.now() - started) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  process.stderr.write(`${clock.padStart(6)}  ${text}\n`);
};

/** Bytes as kB of 1,000 bytes. */
export const toKb = (bytes: number): string => (bytes / 1000).toFixed(1);

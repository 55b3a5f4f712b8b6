/** Watches how much memory a process and all that it starts use. Linux only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The most memory used, in MiB. */
export interface Peak {
  /** The largest single process. */
  readonly largest: number;
  /** All processes at one time; pages that they share count once each, so it is an upper bound. */
  readonly tree: number;
}

const readChildren = (pid: number): number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // The process is over.
    return [];
  }
};

const readTree = (pid: number): number[] => [pid, ...readChildren(pid).flatMap(readTree)];

const readMemory = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

/**
 * Starts watching.
 *
 * @returns a function that ends the watch and gives the peak, undefined on systems without /proc
 */
export const watchMemory = (pid: number): (() => Peak | undefined) => {
  if (!existsSync('/proc/self/status')) return () => undefined;
  const peak = { largest: 0, tree: 0 };
  const sample = (): void => {
    const sizes = readTree(pid).map(readMemory);
    peak.largest = Math.max(peak.largest, ...sizes);
    peak.tree = Math.max(
      peak.tree,
      sizes.reduce((sum, size) => sum + size, 0),
    );
  };
  const timer = setInterval(sample, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
};

/** Watches what a process and all that it starts use of the machine. Linux only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What a process and its descendants used. */
export interface Usage {
  /** MiB of the largest single process. */
  readonly largest: number;
  /** MiB of all processes at one time; pages that they share count once each, so it is an upper bound. */
  readonly tree: number;
  /** Seconds of processor time of all of them; other work on the machine hardly changes it. */
  readonly cpu: number;
}

/** Processor time in /proc is counted in hundredths of a second on every Linux of today. */
const ticks = 100;

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process is over.
    return '';
  }
};

const readTasks = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
};

const readChildren = (pid: number): number[] =>
  readTasks(pid).flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number));

const readTree = (pid: number): number[] => [pid, ...readChildren(pid).flatMap(readTree)];

const readMemory = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** The process's own time and that of its children that are over: fields 14 to 17 of its `stat`, see proc(5). */
const readCpu = (pid: number): number => {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / ticks;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Starts watching.
 *
 * @returns a function that ends the watch and gives the usage, undefined on systems without /proc
 */
export const watchProcess = (pid: number): (() => Usage | undefined) => {
  if (!existsSync('/proc/self/status')) return () => undefined;
  const usage = { largest: 0, tree: 0, cpu: 0 };
  const timer = setInterval(() => {
    const tree = readTree(pid);
    const sizes = tree.map(readMemory);
    usage.largest = Math.max(usage.largest, ...sizes);
    usage.tree = Math.max(usage.tree, sum(sizes));
    usage.cpu = Math.max(usage.cpu, sum(tree.map(readCpu)));
  }, 100);
  return () => {
    clearInterval(timer);
    return usage;
  };
};

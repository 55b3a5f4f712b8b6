/** The middle value; of an even number the mean of the two in the middle. */
export const toMedian = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  const high = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return (low + high) / 2;
};

/** The median of each field over several runs; all fields are numbers. */
export const toMedians = <T extends Readonly<Record<keyof T, number>>>(runs: readonly T[]): T => {
  const keys = Object.keys(runs[0] ?? {}) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, toMedian(runs.map((run) => run[key]))])) as T;
};

import { performance } from 'node:perf_hooks';

/** Runs one step of a program and says how long it took. */
export const step = async <T>(name: string, run: () => Promise<T> | T): Promise<T> => {
  const start = performance.now();
  process.stderr.write(`${name} … `);
  const result = await run();
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
};

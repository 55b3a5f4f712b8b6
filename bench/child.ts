import { type ChildProcess, spawn } from 'node:child_process';

/** A program that ran to its end. */
export interface Finished {
  readonly code: number | null;
  /** What ended it from outside. */
  readonly signal: NodeJS.Signals | null;
  /** What it printed. */
  readonly output: string;
}

/** What to run. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Record<string, string>;
  /** Called as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs a program to its end. It ends with the benchmark, however that ends. */
export const runChild = async ({ program, args, cwd, env, onStart }: Command): Promise<Finished> => {
  // npm is a script on Windows, which only a shell can start.
  const shell = process.platform === 'win32' && program === 'npm';
  const child = spawn(program, args, {
    cwd,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const kill = (): void => void child.kill();
  process.once('exit', kill);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => output.push(String(data)));
  try {
    const end = await new Promise<Pick<Finished, 'code' | 'signal'>>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal }));
      onStart?.(child);
    });
    return { ...end, output: output.join('') };
  } finally {
    process.off('exit', kill);
  }
};

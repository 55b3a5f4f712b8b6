/** A lock that tells other tabs that an exam is open. Where browsers have no locks, the second tab shows it once it goes on. */

const name = 'exam';

let release = (): void => {};

/** Takes the lock, also from another tab. Locks need a secure origin, and are refused where storage is blocked. */
export const holdLock = async (): Promise<void> => {
  release();
  try {
    await navigator.locks?.request(
      name,
      { steal: true },
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
  } catch {
    // Another tab has taken it; that tab says so through the kept exam.
  }
};

export const releaseLock = (): void => release();

/**
 * Whether another tab holds the lock. The page that this one replaces, by a reload say, may hold it for a moment longer; so a lock
 * counts as held only when it cannot be had within a second.
 */
export const isOpenElsewhere = async (): Promise<boolean> => {
  try {
    await navigator.locks?.request(name, { signal: AbortSignal.timeout(1000) }, () => {});
    return false;
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError';
  }
};

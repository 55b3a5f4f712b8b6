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
 * Waits until no other tab holds the lock.
 *
 * @returns whether that is known; at once false where there are no locks, or where they are refused with the storage
 */
export const waitForOthers = async (): Promise<boolean> => {
  try {
    await navigator.locks.request(name, () => {});
    return true;
  } catch {
    return false;
  }
};

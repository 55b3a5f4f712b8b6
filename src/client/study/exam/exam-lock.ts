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

/** Waits until no other tab holds the lock; not at all where the browser has no locks. */
export const waitForOthers = async (): Promise<void> => {
  try {
    await navigator.locks?.request(name, () => {});
  } catch {
    // Refused where storage is blocked.
  }
};

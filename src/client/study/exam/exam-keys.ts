/** What the keys of an exam do. */
export interface ExamKeys {
  readonly choose: (place: number) => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly flag: () => void;
}

/** Says which keys there are. */
export const keysText = 'Keys: 1 to 6 choose, n or → next, p or ← previous, f flag, Enter next.';

/**
 * Listens to the keys of an exam as long as the focus is in it. Up and down still move between the choices, and what a key has
 * done here the keys of the whole site leave alone.
 */
export const listenToExamKeys = (
  place: HTMLElement,
  { choose, next, previous, flag }: ExamKeys,
  signal: AbortSignal,
): void => {
  const actions: Readonly<Record<string, () => void>> = {
    n: next,
    ArrowRight: next,
    p: previous,
    ArrowLeft: previous,
    f: flag,
    Enter: next,
  };
  place.addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey, altKey, metaKey, target } = event;
      if (ctrlKey || altKey || metaKey || (key === 'Enter' && (target as Element).closest('button, a'))) return;
      const act = /^[1-6]$/.test(key) ? () => choose(Number(key) - 1) : actions[key];
      if (!act) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
};

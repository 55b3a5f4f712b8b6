import { showDialog } from './dialog.ts';

/** The keys of the site, as the help dialog lists them. */
const keys: readonly (readonly [string, string])[] = [
  ['/ or Ctrl+K', 'Search'],
  ['j or →', 'Next page'],
  ['k or ←', 'Previous page'],
  ['1 to 6, Enter', 'Choose and check, in a question'],
  ['Space, 1 to 4', 'Turn and grade, at a flashcard'],
  ['?', 'This list'],
  ['Esc', 'Close what is open'],
];

/** Whether the keyboard is busy with something else than reading. */
const isBusy = (event: KeyboardEvent): boolean => {
  const target = event.target as Element;
  return (
    event.defaultPrevented ||
    event.altKey ||
    document.querySelector('dialog[open], :popover-open:not(.term-preview)') !== null ||
    target.closest('input, textarea, select, [contenteditable], pagefind-modal') !== null
  );
};

const follow = (rel: string): void => document.querySelector<HTMLAnchorElement>(`.turn a[rel=${rel}]`)?.click();

const showHelp = (): void => {
  const list = document.createElement('dl');
  for (const [key, action] of keys) {
    const [term, meaning] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = key;
    meaning.textContent = action;
    list.append(term, meaning);
  }
  showDialog('Keys', list);
};

/** Listens to the site's keys, except while the reader types or a dialog is open. */
export const listenToKeys = (openSearch: () => void): void => {
  document.addEventListener('keydown', (event) => {
    if (isBusy(event)) return;
    const isControl = event.ctrlKey || event.metaKey;
    // Arrows scroll a table or a diagram that has the focus.
    const isScroller = (event.target as Element).matches('[tabindex="0"]');
    const actions: Record<string, (() => void) | undefined> = isControl
      ? { k: openSearch }
      : {
          '/': openSearch,
          '?': showHelp,
          j: () => follow('next'),
          k: () => follow('prev'),
          ArrowRight: isScroller ? undefined : () => follow('next'),
          ArrowLeft: isScroller ? undefined : () => follow('prev'),
        };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
};

/** The door to the search: loads the engine when it is wanted, and says so where it cannot work. */
import { showDialog } from './dialog.ts';
import { load } from './load.ts';
import modalUrl from './search-modal.ts?worker&url';

interface Engine extends HTMLElement {
  open(query: string): void;
}

let engine: Promise<Engine> | undefined;

/** Starts loading the search; a failed attempt is not remembered. */
const loadEngine = (): Promise<Engine> => {
  engine ??= load(modalUrl).then(() => document.createElement('guide-search') as Engine);
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
};

/** Says in a dialog why there is no search, and what to do. */
const explain = (text: string): void => {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  showDialog('Search', paragraph);
};

/** Opens the search, with a query if there is one. */
export const openSearch = async (query = ''): Promise<void> => {
  if (location.protocol === 'file:') {
    explain(
      'Search needs a web server: browsers do not let a page that was opened as a file read the index. In the folder of the guide run "npx sirv-cli ." or "python3 -m http.server" and open the address that it prints. The glossary works without.',
    );
    return;
  }
  try {
    (await loadEngine()).open(query);
  } catch {
    explain(
      'The search could not be loaded. You may be offline; try again when the network is back. The glossary and the contents work without it.',
    );
  }
};

/** Lets the search button open the search, warms up when it is pointed at, and opens a search that is in the address (`?q=…`). */
export const prepareSearch = (): void => {
  const button = document.querySelector('[data-open="search"]');
  button?.addEventListener('click', () => void openSearch());
  if (location.protocol !== 'file:')
    for (const event of ['pointerenter', 'focus'])
      button?.addEventListener(
        event,
        () =>
          void loadEngine().then(
            () => undefined,
            () => undefined,
          ),
        { once: true },
      );
  const query = new URLSearchParams(location.search).get('q');
  if (query) void openSearch(query);
};

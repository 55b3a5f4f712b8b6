import type { Instance, PagefindInput, PagefindSearchResult } from '@pagefind/component-ui';

/** Milliseconds from a letter to its search. A word of one letter, with which nobody means much, is given time to grow. */
const patience = { word: 40, letter: 300 } as const;

/** As many hits are loaded while the reader types; the others wait until no letter has come for so many milliseconds. */
const eager = { hits: 3, rest: 200 } as const;

/** Hands hits out in their order, so that none appears above one that the reader is about to click. */
const showInOrder = (hits: PagefindSearchResult['results'], rest: Promise<unknown>): void => {
  let earlier = (): Promise<unknown> => Promise.resolve();
  for (const [place, hit] of hits.entries()) {
    const { data } = hit;
    const before = earlier;
    let loaded: ReturnType<typeof data> | undefined;
    const load: typeof data = async () => {
      if (place >= eager.hits) await rest;
      const [shown] = await Promise.all([data(), before().catch(() => undefined)]);
      return shown;
    };
    hit.data = () => {
      loaded ??= load();
      return loaded;
    };
    earlier = hit.data;
  }
};

/** Saves what would be loaded for the beginnings of words on the way to the word that the reader means. */
export const paceSearch = (instance: Instance, box: PagefindInput): void => {
  let timer: number | undefined;
  box.addEventListener(
    'input',
    ({ target }) => {
      clearTimeout(timer);
      box.debounce = /(?:^|\s)\S$/.test((target as HTMLInputElement).value) ? patience.letter : patience.word;
    },
    // Before the box itself hears of it.
    true,
  );
  instance.on('results', (found) => {
    clearTimeout(timer);
    const rest = new Promise((resolve) => {
      timer = window.setTimeout(resolve, eager.rest);
    });
    showInOrder((found as PagefindSearchResult).results, rest);
  });
};

import type { Instance, PagefindInput, PagefindSearchResult } from '@pagefind/component-ui';

/** Milliseconds from a letter to its search. A word of one letter, with which nobody means much, is given time to grow. */
const patience = { word: 40, letter: 300 } as const;

/** As many hits are loaded while the reader types; the others wait until no letter has come for so many milliseconds. */
const eager = { hits: 3, rest: 200 } as const;

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
    for (const hit of (found as PagefindSearchResult).results.slice(eager.hits)) {
      const { data } = hit;
      hit.data = async () => {
        await rest;
        return data();
      };
    }
  });
};

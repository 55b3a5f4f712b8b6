import filterUrl from './filter.ts?worker&url';
import { load } from './load.ts';

/** Loads the filter of a long table where there is one; from disk, where nothing can be loaded, its form goes. */
export const prepareFilter = (): void => {
  const form = document.querySelector<HTMLElement>('[data-filter]');
  if (!form) return;
  if (location.protocol === 'file:') form.hidden = true;
  else load(filterUrl).catch(() => undefined);
};

import type { Instance, PagefindSearchResult } from '@pagefind/component-ui';
import { root } from './root.ts';

/** Whether the site has no such part of the index: after another build, those that an open page knows are gone. */
const isIndexGone = (): boolean =>
  performance
    .getEntriesByType('resource')
    .some(
      (entry) =>
        entry.name.startsWith(`${root}pagefind/index/`) && (entry as PerformanceResourceTiming).responseStatus >= 400,
    );

/** Whether the reader can be shown what was found. Pagefind also finds nothing when its index cannot be fetched. */
const isComplete = async ({ results: [first] }: PagefindSearchResult): Promise<boolean> => {
  try {
    if (first) await first.data();
    else if (isIndexGone()) return false;
    else await fetch(`${root}pagefind/pagefind-entry.json`, { cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
};

/** A sentence that stands in the dialog while the search does not work, instead of a wait without end or a false "no results". */
export const createFailure = (instance: Instance): HTMLElement => {
  const failure = document.createElement('p');
  failure.className = 'search-failure';
  failure.setAttribute('role', 'alert');
  const tell = (isFailed: boolean): void => {
    failure.textContent = isFailed
      ? 'The search could not be loaded. You may be offline: when the network is back, reload this page. The glossary and the contents work without it.'
      : '';
  };
  instance.on('error', () => tell(true));
  instance.on('results', (found) => {
    if (instance.searchTerm) void isComplete(found as PagefindSearchResult).then((isWhole) => tell(!isWhole));
  });
  void instance.triggerLoad().catch(() => tell(true));
  return failure;
};

import type { FilterSelection, Instance } from '@pagefind/component-ui';
import { create } from './create.ts';

const name = 'Kind and domain';
const failure = 'The filters are not here. You may be offline: when the network is back, reload this page.';

/** Lets the reader keep to kinds and domains. The filters list every record, so they are loaded when they are first opened. */
export const createFilters = (instance: Instance): HTMLElement => {
  const summary = create('summary', {}, name);
  const problem = create('p', { role: 'alert' });
  const filters = create('details', { className: 'search-filters' }, summary, problem);
  filters.append(create('pagefind-filter-pane', { expanded: true }));
  const tell = (): void => {
    problem.textContent = Object.keys(instance.availableFilters ?? {}).length > 0 ? '' : failure;
  };
  filters.addEventListener(
    'toggle',
    () => {
      // The instance has it from slim-search.
      Object.assign(instance, { areFiltersWanted: true });
      instance.on('filters', tell);
      instance.on('results', () => instance.searchTerm && tell());
      instance.triggerFilters(instance.searchFilters);
    },
    { once: true },
  );
  instance.on('search', (_, selection) => {
    const { length } = Object.values(selection as FilterSelection).flat();
    summary.textContent = length > 0 ? `${name}: ${length} chosen` : name;
  });
  return filters;
};

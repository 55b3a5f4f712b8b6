/** The search itself: Pagefind's Component UI in a dialog, loaded when it is wanted. */
import {
  configureInstance,
  getInstanceManager,
  type PagefindFilterPane,
  type PagefindInput,
  type PagefindKeyboardHints,
  type PagefindModal,
  type PagefindModalBody,
  type PagefindModalFooter,
  type PagefindModalHeader,
  type PagefindResults,
  type PagefindSummary,
} from '@pagefind/component-ui';
import { create } from './create.ts';
import { root } from './root.ts';
import { createFailure } from './search-failure.ts';
import { createFilters } from './search-filters.ts';
import { createHit } from './search-hit.ts';
import { paceSearch } from './search-pace.ts';

declare global {
  interface HTMLElementTagNameMap {
    'pagefind-filter-pane': PagefindFilterPane;
    'pagefind-input': PagefindInput;
    'pagefind-keyboard-hints': PagefindKeyboardHints;
    'pagefind-modal': PagefindModal;
    'pagefind-modal-body': PagefindModalBody;
    'pagefind-modal-footer': PagefindModalFooter;
    'pagefind-modal-header': PagefindModalHeader;
    'pagefind-results': PagefindResults;
    'pagefind-summary': PagefindSummary;
  }
}

configureInstance('default', {
  bundlePath: `${root}pagefind/`,
  baseUrl: root,
  highlightParam: 'highlight',
  // A name of a glossary entry comes first, then titles and headings.
  ranking: { metaWeights: { title: 5, names: 20, label: 0, page: 0, kind: 0 } },
});
const instance = getInstanceManager().getInstance('default');

/** What stands in the dialog. Each component is connected once, so they are made after the dialog itself. */
const toParts = (): HTMLElement[] => {
  const box = create('pagefind-input', { placeholder: 'A term, a service, a figure …' });
  paceSearch(instance, box);
  return [
    create('pagefind-modal-header', {}, box),
    create(
      'pagefind-modal-body',
      {},
      createFailure(instance),
      createFilters(instance),
      create('pagefind-summary', { defaultMessage: 'Type to search the text, the questions and the glossary.' }),
      create('pagefind-results', { hideSubResults: true, maxResults: 20, resultTemplate: createHit }),
    ),
    create('pagefind-modal-footer', {}, create('pagefind-keyboard-hints')),
  ];
};

let modal: PagefindModal | undefined;

/** Keeps the query in the address, so that a search can be linked. */
const rememberQuery = (query: string): void => {
  const url = new URL(location.href);
  if (query) url.searchParams.set('q', query);
  else url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
};

/** Opens the dialog, with a query if there is one. */
const openModal = (query: string): void => {
  if (!modal) {
    modal = create('pagefind-modal');
    document.body.append(modal);
    const dialog = modal.querySelector('dialog');
    dialog?.replaceChildren(...toParts());
    instance.on('search', (term) => dialog?.open && rememberQuery(String(term)));
    dialog?.addEventListener('close', () => rememberQuery(''));
  }
  // The box takes a query only while the reader is not in it.
  if (query) instance.triggerSearch(query);
  modal.open();
};

/** How pages reach the search: its bundle has an address of its own, so that page scripts need not be modules. */
customElements.define(
  'guide-search',
  class extends HTMLElement {
    open = openModal;
  },
);

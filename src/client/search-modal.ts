/** The search itself: Pagefind's Component UI in a dialog, loaded when it is wanted. */
import { configureInstance, getInstanceManager, type PagefindInput } from '@pagefind/component-ui';
import { root } from './root.ts';
import { createFailure } from './search-failure.ts';
import { paceSearch } from './search-pace.ts';

configureInstance('default', {
  bundlePath: `${root}pagefind/`,
  baseUrl: root,
  highlightParam: 'highlight',
  // One file less to fetch; the index is small enough for the page's own thread.
  noWorker: true,
  // A name of a glossary entry comes first, then titles and headings.
  ranking: { metaWeights: { title: 5, names: 20, label: 0, page: 0, kind: 0 } },
});
const instance = getInstanceManager().getInstance('default');

/** A hit: its heading, the page that it stands in, what kind it is, the words around the match. */
const resultTemplate = `<li class="pf-result">
  <p class="pf-result-title"><a class="pf-result-link" href="{{ meta.url | default(url) | safeUrl }}">{{ meta.title | default(meta.label) }}</a></p>
  <p class="pf-result-place">{{ meta.kind }}{{#if meta.page}} · {{ meta.page }}{{/if}}</p>
  <p class="pf-result-excerpt">{{+ excerpt +}}</p>
</li>`;

const create = (
  name: string,
  attributes: Record<string, string> = {},
  children: readonly Element[] = [],
): HTMLElement => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** What stands in the dialog. Each component is connected once, so they are made after the dialog itself. */
const toParts = (): HTMLElement[] => {
  const template = create('script', { type: 'text/pagefind-template' });
  template.textContent = resultTemplate;
  const box = create('pagefind-input', { placeholder: 'A term, a service, a figure …' }) as PagefindInput;
  paceSearch(instance, box);
  return [
    create('pagefind-modal-header', {}, [box]),
    create('pagefind-modal-body', {}, [
      createFailure(instance),
      create('pagefind-filter-pane'),
      create('pagefind-summary', { 'default-message': 'Type to search the text, the questions and the glossary.' }),
      create('pagefind-results', { 'hide-sub-results': '', 'max-results': '20' }, [template]),
    ]),
    create('pagefind-modal-footer', {}, [create('pagefind-keyboard-hints')]),
  ];
};

let modal: (HTMLElement & { open(): void }) | undefined;

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
    modal = create('pagefind-modal') as HTMLElement & { open(): void };
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

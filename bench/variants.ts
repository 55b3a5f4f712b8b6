/** The sites that are compared. */

/** How the search of a site is used: CSS selectors. */
export interface SearchParts {
  readonly button: string;
  readonly input: string;
  /** The line that names the query once it is answered. */
  readonly message: string;
  readonly result: string;
}

/** One of the sites. */
export interface Variant {
  readonly id: 'guide' | 'browser' | 'build-time';
  readonly name: string;
  /** Matches each diagram that is drawn. */
  readonly drawing: string;
  readonly search: SearchParts;
  /** The address of a page of the guide on this site. */
  readonly toUrl: (url: string) => string;
}

const starlightSearch: SearchParts = {
  button: 'button[data-open-modal]',
  input: '.pagefind-ui__search-input',
  message: '.pagefind-ui__message',
  result: '.pagefind-ui__result-link',
};

const toFolder = (url: string): string => url.replace(/\.html$/, '/');

export const guide: Variant = {
  id: 'guide',
  name: 'The guide',
  drawing: 'figure.diagram .canvas > svg',
  search: {
    button: '[data-open="search"]',
    input: 'pagefind-input input',
    message: 'pagefind-summary',
    result: '.pf-result-link',
  },
  toUrl: (url) => url,
};

export const peers: readonly Variant[] = [
  {
    id: 'browser',
    name: 'Starlight, Mermaid in the browser',
    drawing: 'pre.mermaid > svg',
    search: starlightSearch,
    toUrl: toFolder,
  },
  {
    id: 'build-time',
    name: 'Starlight, Mermaid at build time',
    drawing: 'main img[src^="data:image/svg"]',
    search: starlightSearch,
    toUrl: toFolder,
  },
];

export const variants: readonly Variant[] = [guide, ...peers];

/** The sites that are compared. */

/** How the search of a site is used: CSS selectors. */
export interface SearchParts {
  readonly button: string;
  readonly input: string;
  /** What names the query, as text or in a link, once it is answered; left out where results appear only after the last letter. */
  readonly message?: string;
  readonly result: string;
}

/** What a site is built with. */
export type EngineId = 'guide' | 'starlight' | 'vitepress' | 'docusaurus' | 'bare';

/** One of the sites. */
export interface Variant {
  readonly id: 'guide' | 'browser' | 'build-time' | 'vitepress' | 'docusaurus' | 'bare';
  readonly engine: EngineId;
  readonly name: string;
  /** Matches each diagram that is drawn; left out where none is. */
  readonly drawing?: string;
  /** Left out where there is no search. */
  readonly search?: SearchParts;
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
const toSame = (url: string): string => url;

export const guide: Variant = {
  id: 'guide',
  engine: 'guide',
  name: 'The guide',
  drawing: 'figure.diagram .canvas > svg',
  search: {
    button: '[data-open="search"]',
    input: 'pagefind-input input',
    message: 'pagefind-summary',
    result: '.pf-result-link',
  },
  toUrl: toSame,
};

export const peers: readonly Variant[] = [
  {
    id: 'browser',
    engine: 'starlight',
    name: 'Starlight, Mermaid in the browser',
    drawing: 'pre.mermaid > svg',
    search: starlightSearch,
    toUrl: toFolder,
  },
  {
    id: 'build-time',
    engine: 'starlight',
    name: 'Starlight, Mermaid at build time',
    drawing: 'main img[src^="data:image/svg"]',
    search: starlightSearch,
    toUrl: toFolder,
  },
  {
    id: 'vitepress',
    engine: 'vitepress',
    name: 'VitePress',
    drawing: 'div.mermaid > svg',
    search: { button: '.DocSearch-Button', input: '#localsearch-input', result: '#localsearch-list a.result' },
    toUrl: toSame,
  },
  {
    id: 'docusaurus',
    engine: 'docusaurus',
    name: 'Docusaurus',
    drawing: '.docusaurus-mermaid-container > svg',
    search: {
      button: 'input.navbar__search-input',
      input: 'input.navbar__search-input',
      message: '.navbar__search a[href*="search/?q="]',
      result: '.navbar__search [role="option"]',
    },
    toUrl: toFolder,
  },
  { id: 'bare', engine: 'bare', name: 'Bare HTML, the limit', toUrl: toSame },
];

/** The peers that are sites to read and search; bare HTML is a limit, not a site. */
export const rivals: readonly Variant[] = peers.filter(({ id }) => id !== 'bare');

export const variants: readonly Variant[] = [guide, ...peers];

/** What readers may be sent, and why that much. A budget stands at most 15 % above its figure, so that what was saved stays saved. */

export interface Budget {
  /** What a reader is sent, in words. */
  readonly what: string;
  /** Bytes at most, compressed as hosts send them; of requests, how many. */
  readonly most: number;
  /** Why it may be that much. Whoever raises the budget says it anew. */
  readonly why: string;
}

/** A budget of files of the built site. */
export interface FileBudget extends Budget {
  /** Which files, by their path below `dist/`. */
  readonly files: RegExp;
  /** A bound above which the budget itself is never raised. */
  readonly never?: number;
}

/** The largest page of each kind. Every page on screen is of one kind; about 8.5 kB of each are the style sheet. */
export const pageBudgets: readonly FileBudget[] = [
  {
    what: 'the home page',
    files: /^index\.html$/,
    most: 13_500,
    why: 'Eight domains and ways in; the first answer of a host holds about 14 kB.',
  },
  {
    what: 'the page of a domain',
    files: /^\d-[^/]+\.html$/,
    most: 12_800,
    why: 'A list of its sections and little prose.',
  },
  {
    what: 'a section',
    files: /^\d-[^/]+\//,
    most: 57_500,
    why: 'The longest ones have nine diagrams in the page, which take no further request.',
  },
  {
    what: 'a guide',
    files: /^guides\//,
    most: 26_000,
    why: 'A section without many diagrams.',
  },
  {
    what: 'a term',
    files: /^glossary\//,
    most: 12_400,
    why: 'A paragraph, and links to each section that uses the term.',
  },
  {
    what: 'a list of the whole guide',
    files: /^(?:changed|cues|exams|services|glossary)\.html$|^(?:changed|exams)\//,
    most: 64_000,
    why: 'All facts that changed, or all terms: complete, so that the browser’s own search finds everything.',
  },
  {
    what: 'a sheet of questions',
    files: /^practice\/(?:\d[^/]*|guides)\.html$/,
    most: 38_500,
    why: 'All questions of the largest domain, with the reasons for every choice.',
  },
  {
    what: 'a deck of cards as text',
    files: /^cards\/(?!glossary)[^/]+\.html$/,
    most: 38_000,
    why: 'All cards of the largest domain, both sides.',
  },
  {
    what: 'the deck of the glossary as text',
    files: /^cards\/glossary\.html$/,
    most: 92_000,
    why: 'Hundreds of terms on one page, to be printed; sessions load the index and the cards that are asked.',
  },
  {
    what: 'a page to study with',
    files: /^practice(?:\/(?:set|cards|exam))?\.html$|^(?:progress|offline)\.html$/,
    most: 20_800,
    why: 'They carry the index of all pages and questions, 6 kB, which saves a request before anything works.',
  },
  {
    what: 'the page for missing addresses',
    files: /^404\.html$/,
    most: 11_200,
    why: 'A sentence and the tree.',
  },
];

/** Each file that pages load, now or later. Every script is of one budget. */
export const loadedBudgets: readonly FileBudget[] = [
  {
    what: 'the script of every page',
    files: /^_astro\/Page\.astro[^/]*\.js$/,
    most: 6000,
    never: 6000,
    why: 'The promise of the README: a plain page ships at most 6 kB of script.',
  },
  {
    what: 'the font',
    files: /^_astro\/atkinson-hyperlegible-next\.[^/]*\.woff2$/,
    most: 16_000,
    why: 'One variable file with the characters that the content uses.',
  },
  {
    what: 'the script of cards',
    files: /^_astro\/cards-[^/]*\.js$/,
    most: 9700,
    why: 'A session, its schedule (FSRS) and the journal.',
  },
  {
    what: 'the script of cards that are due',
    files: /^_astro\/due-[^/]*\.js$/,
    most: 1650,
    why: 'The first page counts what is due from the journal.',
  },
  {
    what: 'the script of exams',
    files: /^_astro\/exam-[^/]*\.js$/,
    most: 10_000,
    why: 'Draws, times, keeps and grades an exam, and shows its result.',
  },
  {
    what: 'the script of sets',
    files: /^_astro\/practice-set-[^/]*\.js$/,
    most: 4900,
    why: 'Asks one question after the other and adds them up.',
  },
  {
    what: 'the script of the practice page',
    files: /^_astro\/practice-(?!set-)[^/]*\.js$/,
    most: 2150,
    why: 'A form that counts the questions of a set.',
  },
  {
    what: 'the script of progress',
    files: /^_astro\/progress-[^/]*\.js$/,
    most: 8200,
    why: 'Adds the journal up, and saves, reads and deletes it.',
  },
  {
    what: 'the scripts of the offline copy',
    files: /^_astro\/offline-[^/]*\.js$|^sw\.js$/,
    most: 4350,
    why: 'The page, the news of a newer version and the service worker; readers without a copy load none of it.',
  },
  {
    what: 'the script of previews of terms',
    files: /^_astro\/term-preview-[^/]*\.js$/,
    most: 870,
    why: 'Fetches a definition when a reader points at a term.',
  },
  {
    what: 'the script that filters a long table',
    files: /^_astro\/filter-[^/]*\.js$/,
    most: 558,
    why: 'Narrows the list of changes by words, domain and status.',
  },
  {
    what: 'the index of cards',
    files: /^cards\/index\.json$/,
    most: 23_200,
    why: 'Id and revision of every card, loaded when a reader opens the cards or has learned some.',
  },
  {
    what: 'the search without its index',
    files: /^_astro\/search-modal-[^/]*\.js$|^pagefind\/pagefind\.js$|^pagefind\/wasm\./,
    most: 101_000,
    why: 'The dialog, 13 kB, and Pagefind’s engine, of which the WebAssembly alone is 72 kB.',
  },
  {
    what: 'the whole search index',
    files: /^pagefind\/(?:(?:fragment|index|filter)\/|pagefind-entry|[^/]*\.pf_meta$)/,
    most: 1_700_000,
    why: 'On the host’s disk: a reader loads the few files that a search touches, see search-bytes.spec.ts.',
  },
  {
    what: 'the offline copy',
    files: /^offline\//,
    most: 3_700_000,
    why: 'The whole guide with its search, loaded once by those who ask for it; the page names the size.',
  },
];

/** A budget of the requests of a page before a reader does anything. */
export interface RequestBudget extends Budget {
  /** The page, below the site's address. */
  readonly page: string;
}

/** The page itself, its font and its script are three. The icon is not counted: browsers ask for it when all else is done. */
export const requestBudgets: readonly RequestBudget[] = [
  {
    what: 'requests of a section',
    page: '1-high-availability/1.2-disaster-recovery.html',
    most: 3,
    why: 'No more than every page needs: style sheet and diagrams stand in it.',
  },
  {
    what: 'requests of the first page',
    page: 'index.html',
    most: 4,
    why: 'The script that counts due cards, too.',
  },
  {
    what: 'requests of the practice page',
    page: 'practice.html',
    most: 4,
    why: 'The script of its form, too.',
  },
  {
    what: 'requests of the cards',
    page: 'practice/cards.html',
    most: 5,
    why: 'Their script and the index of cards, too.',
  },
  {
    what: 'requests of an exam',
    page: 'practice/exam.html',
    most: 4,
    why: 'Its script, too; the questions come when it is started.',
  },
  {
    what: 'requests of the progress page',
    page: 'progress.html',
    most: 4,
    why: 'Its script, too.',
  },
];

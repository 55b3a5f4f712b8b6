import type { PagefindResultData } from '@pagefind/component-ui';
import { create } from './create.ts';

/** A hit: its heading, what kind it is, the page that it stands in, the words around the match. */
export const createHit = ({ url, excerpt, meta }: PagefindResultData): HTMLElement =>
  create(
    'li',
    { className: 'pf-result' },
    create(
      'p',
      { className: 'pf-result-title' },
      create('a', { className: 'pf-result-link', href: url, textContent: meta['title'] ?? meta['label'] ?? '' }),
    ),
    create('p', { className: 'pf-result-place' }, [meta['kind'], meta['page']].filter(Boolean).join(' · ')),
    // The engine has escaped the text and marked its words.
    create('p', { className: 'pf-result-excerpt', innerHTML: excerpt }),
  );

import { create } from '../../create.ts';
import { root } from '../../root.ts';
import { studyIndex } from '../study-index.ts';

/** What stands here before a reader has done anything: what will be here, and where to begin. */
export const createEmpty = (): HTMLElement => {
  const [first] = studyIndex.pages;
  const begin = first
    ? ['Start with ', create('a', { href: `${root}${first.id}.html`, textContent: first.title }), ', or ']
    : [];
  return create(
    'section',
    {},
    create('h2', { id: 'nothing', tabIndex: -1, textContent: 'Nothing here yet' }),
    create(
      'p',
      {},
      'Mark a section as read at its end, answer a question, review a card or sit an exam, and this page adds it up: what you have read and answered, domain by domain and week by week, and what is worth reading again.',
    ),
    create(
      'p',
      {},
      ...begin,
      create('a', { href: `${root}practice.html`, textContent: 'begin with practice' }),
      '. If you have a file with your progress from another browser, bring it in below.',
    ),
  );
};

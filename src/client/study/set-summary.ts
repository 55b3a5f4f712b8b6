import { type SetRequest, toSetQuery } from '../../lib/practice-set.ts';
import { toSeed } from '../../lib/shuffle.ts';
import { create } from '../create.ts';
import { forgetSitting, type Sitting } from './set-sitting.ts';

/** A missed question, with the link to the part of the guide that explains it. */
const createMiss = (question: HTMLElement): HTMLElement => {
  const link = question.querySelector<HTMLAnchorElement>('.answer a');
  const item = create('li', {}, question.querySelector('.stem')?.textContent?.trim() ?? '', ' ');
  if (link) item.append(create('a', { href: link.href, textContent: link.textContent ?? '' }));
  return item;
};

/** What a set came to: how many were right, each miss with what to read, and where to go on. */
export const createSummary = (
  name: string,
  request: SetRequest,
  { ids, outcomes }: Sitting,
  questions: ReadonlyMap<string, HTMLElement>,
): HTMLElement => {
  const missed = ids.flatMap((id, place) => (outcomes[place] ? [] : (questions.get(id) ?? [])));
  const right = ids.length - missed.length;
  const summary = create(
    'section',
    { className: 'set-summary' },
    create('h2', { tabIndex: -1, textContent: `${right} of ${ids.length} right` }),
  );
  if (missed.length === 0) summary.append(create('p', {}, `Nothing to read again in ${name}.`));
  else summary.append(create('p', {}, 'Read these again:'), create('ol', {}, ...missed.map(createMiss)));
  const again = toSetQuery({ ...request, only: 'wrong', order: toSeed(Math.random()) });
  const fresh = toSetQuery({ ...request, order: toSeed(Math.random()) });
  summary.append(
    create(
      'p',
      { className: 'set-actions' },
      ...(missed.length > 0
        ? [create('a', { className: 'button', href: again, textContent: 'Ask those that I got wrong' })]
        : []),
      create('a', { href: fresh, textContent: 'The same set in another order' }),
      create('a', { href: location.search, textContent: 'The same order again', onclick: forgetSitting }),
      create('a', { href: '../practice.html', textContent: 'Another set' }),
    ),
  );
  return summary;
};

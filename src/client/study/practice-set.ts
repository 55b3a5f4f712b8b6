/** A practice set: one question after the other in the order that the address names, and at the end what to read again. */
import { findPart, parseSetRequest, selectQuestions, toSetQuery } from '../../lib/practice-set.ts';
import { toProgress } from '../../lib/progress.ts';
import { toSeed } from '../../lib/shuffle.ts';
import { create } from '../create.ts';
import { readEvents } from '../journal.ts';
import { makeAnswerable, type QuestionAnswered } from '../question.ts';
import { loadQuestions } from './load-questions.ts';
import { findSitting, keepSitting, type Sitting } from './set-sitting.ts';
import { createSummary } from './set-summary.ts';
import { studyIndex } from './study-index.ts';

const player = document.querySelector<HTMLElement>('.player');
const asked = parseSetRequest(new URLSearchParams(location.search));
const request = { ...asked, order: asked.order ?? toSeed(Math.random()) };
const part = findPart(studyIndex, request.of);

/** The way to the next question; on the last one to the summary. */
const createNext = (isLast: boolean, act: () => void): HTMLButtonElement => {
  const next = create('button', {
    type: 'button',
    className: 'button',
    textContent: isLast ? 'See the result' : 'Next question',
  });
  next.addEventListener('click', act);
  return next;
};

/** Shows the question that comes next, or the summary when none is left. */
const show = (place: HTMLElement, questions: ReadonlyMap<string, HTMLElement>, sitting: Sitting): void => {
  keepSitting(sitting);
  const id = sitting.ids[sitting.outcomes.length];
  const original = id === undefined ? undefined : questions.get(id);
  if (!id || !original) {
    place.replaceChildren(createSummary(part?.name ?? '', request, sitting, questions));
    place.querySelector('h2')?.focus();
    return;
  }
  const number = sitting.outcomes.length + 1;
  const total = sitting.ids.length;
  const heading = create('h2', {
    tabIndex: -1,
    className: 'player-count',
    textContent: `Question ${number} of ${total}`,
  });
  const bar = create('progress', { max: total, value: number - 1, ariaLabel: 'Questions answered' });
  const list = create('ol', { className: 'questions' }, original.cloneNode(true));
  const question = list.firstElementChild as HTMLElement;
  place.replaceChildren(heading, bar, list);
  makeAnswerable(question);
  const goOn = (right: boolean): void => show(place, questions, { ...sitting, outcomes: [...sitting.outcomes, right] });
  question.addEventListener('question-answered', ({ detail }: CustomEventInit<QuestionAnswered>) => {
    const right = detail?.right ?? false;
    keepSitting({ ...sitting, outcomes: [...sitting.outcomes, right] });
    bar.value = number;
    const next = createNext(number === total, () => goOn(right));
    question.querySelector('.check')?.replaceWith(next);
    // Enter goes on from the result, which has the focus after an answer.
    question.querySelector('.result')?.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') next.click();
    });
  });
  heading.focus({ preventScroll: number === 1 });
};

const start = async (place: HTMLElement): Promise<void> => {
  place.hidden = false;
  if (!part) {
    place.append(
      create('p', {}, 'The guide has no such part: the address of this set is damaged, or the part has moved.'),
    );
    return;
  }
  const title = document.querySelector('h1');
  if (title) title.textContent = part.name;
  const query = toSetQuery(request);
  history.replaceState(history.state, '', query);
  const ids = selectQuestions(part, request, toProgress(readEvents().events));
  const sitting = findSitting(query) ?? { query, ids, outcomes: [] };
  if (sitting.ids.length === 0) {
    const back = create('a', { href: '../practice.html', textContent: 'Choose another set' });
    place.append(create('p', {}, 'No question fits: you have seen them all, or got none of them wrong. ', back, '.'));
    return;
  }
  place.append(create('p', { role: 'status' }, 'Loading the questions …'));
  show(place, await loadQuestions(part.pages), sitting);
};

if (player)
  start(player).catch(() =>
    player.replaceChildren(
      create(
        'p',
        { role: 'alert' },
        'The questions could not be loaded. You may be offline; reload this page when the network is back.',
      ),
    ),
  );

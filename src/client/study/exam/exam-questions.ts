import type { Offer } from '../../../lib/exam-sitting.ts';
import { toRevision } from '../../../lib/revision.ts';
import { create } from '../../create.ts';
import { readChoices, toLetter } from '../../question-choices.ts';
import { loadQuestions } from '../load-questions.ts';
import { studyIndex } from '../study-index.ts';
import { createButton, createHeading, showView } from './view.ts';

/** Question elements by their ids. */
export type Questions = ReadonlyMap<string, HTMLElement>;

/** Questions stay loaded, so that an exam that was paused goes on without the network. */
let loaded: Questions = new Map();

/**
 * Loads what is not loaded yet.
 *
 * @returns at least those of the questions that the guide has
 * @throws when the network fails
 */
export const getQuestions = async (ids: readonly string[]): Promise<Questions> => {
  const missing = new Set(ids.filter((id) => !loaded.has(id)));
  const pages = studyIndex.pages.filter(({ questions }) => questions.some((id) => missing.has(id)));
  if (pages.length > 0) loaded = new Map([...loaded, ...(await loadQuestions(pages))]);
  return loaded;
};

/** Which choices of a question are right; none where the guide does not have it. */
export const getChoices = (questions: Questions, id: string): { correct: boolean }[] => {
  const question = questions.get(id);
  return question ? readChoices(question) : [];
};

/** What a question offers to choose from; undefined where the guide does not have it. */
export const findOffer = (questions: Questions, id: string): Offer | undefined => {
  const texts = [...(questions.get(id)?.querySelectorAll('.choices > li') ?? [])].map(({ textContent }) => textContent);
  const letters = getChoices(questions, id).flatMap(({ correct }, place) => (correct ? toLetter(place) : []));
  if (letters.length === 0) return undefined;
  return { choose: letters.length, revision: toRevision(...texts, ...letters) };
};

/** Loads questions and goes on; where that fails, the reader can try again. */
export const withQuestions = async (ids: readonly string[], goOn: (questions: Questions) => void): Promise<void> => {
  showView('loading', create('p', { role: 'status' }, 'Loading the questions …'));
  const questions = await getQuestions(ids).catch(() => undefined);
  if (questions) return goOn(questions);
  showView(
    'waiting',
    createHeading('The questions could not be loaded'),
    create('p', {}, 'You may be offline. The clock stands still.'),
    createButton('Try again', 'button', () => void withQuestions(ids, goOn)),
  );
};

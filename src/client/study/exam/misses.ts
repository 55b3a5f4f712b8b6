import { toDuration } from '../../../lib/duration.ts';
import type { ExamAnswer } from '../../../lib/study-events.ts';
import { create } from '../../create.ts';
import { makeChoosable } from '../../question-choices.ts';
import { showReasons } from '../../question-reasons.ts';
import { findOffer, type Questions } from './exam-questions.ts';
import { toMissId } from './result-tables.ts';

/** A question with what was chosen and the reasons for every choice. */
const createReasons = (original: HTMLElement, chosen: readonly number[]): HTMLElement => {
  const question = original.cloneNode(true) as HTMLElement;
  const link = question.querySelector('.answer a')?.cloneNode(true);
  const choosable = makeChoosable(question);
  if (choosable) {
    for (const place of chosen) choosable.inputs[place]?.setAttribute('checked', '');
    showReasons(question, choosable, chosen);
    if (link) choosable.form.append(create('p', { className: 'actions' }, link));
  }
  return create('ol', { className: 'questions' }, question);
};

/** What was chosen, where the question still offers the same. */
const findChosen = ({ question, chosen, revision }: ExamAnswer, questions: Questions): readonly number[] | string => {
  if (chosen === undefined) return 'your choice was not kept';
  const isRevised = revision !== undefined && revision !== findOffer(questions, question)?.revision;
  if (isRevised && questions.has(question)) return 'the question has been revised since, so your choice is not shown';
  return chosen;
};

const describe = ({ domain, seconds }: ExamAnswer, chosen: readonly number[] | string): string => {
  const note = typeof chosen === 'string' ? chosen : chosen.length === 0 ? 'left open' : '';
  return [`Domain ${domain}`, toDuration(seconds), note].filter(Boolean).join(', ');
};

/** Every missed question with the reader's choice and the reasons. */
export const createMisses = (answers: readonly ExamAnswer[], questions: Questions): HTMLElement[] =>
  answers.flatMap((answer, place) => {
    if (answer.right) return [];
    const original = questions.get(answer.question);
    const chosen = findChosen(answer, questions);
    return create(
      'section',
      { className: 'exam-miss', id: toMissId(place) },
      create('h4', { textContent: `Question ${place + 1}` }),
      create('p', { className: 'exam-miss-meta', textContent: describe(answer, chosen) }),
      original
        ? createReasons(original, typeof chosen === 'string' ? [] : chosen)
        : create('p', {
            textContent: 'This question cannot be shown: the guide no longer has it, or it was not loaded.',
          }),
    );
  });

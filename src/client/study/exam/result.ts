import { toDuration } from '../../../lib/duration.ts';
import { toExamQuery } from '../../../lib/exam-request.ts';
import { toPercent, toScore } from '../../../lib/exam-result.ts';
import type { ExamEvent } from '../../../lib/study-events.ts';
import { toCount } from '../../../lib/text.ts';
import { create } from '../../create.ts';
import { studyIndex } from '../study-index.ts';
import { createMisses } from './misses.ts';
import { createDomainTable, createMissTable, createReading } from './result-tables.ts';
import { createHeading, showView } from './view.ts';

/** What is known of an exam beside its event. */
export interface Outcome {
  /** When it was handed in, in milliseconds since 1970. */
  readonly at: number;
  /** What happened to it, as a sentence; empty when it was handed in by the reader. */
  readonly note: string;
}

const honesty =
  'The real exam gives no share of right answers but a scaled score, and it asks other questions: this is no forecast of it.';

const describe = ({ seconds, answers }: ExamEvent, code: string, at: number): string => {
  const day = new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long' });
  const mean = toDuration(answers.length > 0 ? seconds / answers.length : 0);
  return `${code}, ${toCount(answers.length, 'question')}, ${day}. You took ${toDuration(seconds)}, ${mean} a question on average.`;
};

const createWays = ({ exam, seed, answers }: ExamEvent, asked: number | undefined): HTMLElement => {
  const size = asked !== undefined && answers.length * 2 < asked ? 'short' : 'full';
  const again = toExamQuery({ exam, size, order: seed });
  return create(
    'p',
    { className: 'set-actions' },
    create('a', { className: 'button', href: location.pathname, textContent: 'Another exam' }),
    create('a', { href: again, textContent: 'The same exam again' }),
  );
};

/** Shows what an exam came to: score, domains, what to read, and each miss with its reasons. */
export const showResult = (
  event: ExamEvent,
  questions: ReadonlyMap<string, HTMLElement>,
  { at, note }: Outcome,
): void => {
  const { answers } = event;
  const exam = studyIndex.exams.find(({ id }) => id === event.exam);
  const score = toScore(answers);
  const parts: (Node | string)[] = [
    createHeading(`${score.right} of ${score.of} right, ${toPercent(score)} %`),
    ...(note ? [create('p', { className: 'exam-note', textContent: note })] : []),
    create('p', { textContent: honesty }),
    create('p', { textContent: describe(event, exam?.code ?? event.exam, at) }),
    createWays(event, exam?.questions),
  ];
  if (exam) parts.push(create('h3', { textContent: 'By domain' }), createDomainTable(answers, exam));
  if (score.right < score.of)
    parts.push(
      create('h3', { textContent: 'What to read next' }),
      createReading(answers, studyIndex),
      create('h3', { textContent: 'What you missed' }),
      createMissTable(answers, studyIndex),
      ...createMisses(answers, questions),
    );
  showView('result', ...parts);
};

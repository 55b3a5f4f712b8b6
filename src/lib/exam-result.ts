/** What an exam that was handed in came to. */
import type { ExamSitting } from './exam-sitting.ts';
import { grade } from './grading.ts';
import type { ExamAnswer, ExamEvent } from './study-events.ts';
import type { StudyExam, StudyPage } from './study-index.ts';

type Choices = readonly { readonly correct: boolean }[];

/**
 * Grades an exam as it stands.
 *
 * @param getChoices the choices of a question
 */
export const toExamEvent = (
  { exam, order, items }: ExamSitting,
  getChoices: (question: string) => Choices,
): ExamEvent => ({
  type: 'exam',
  exam,
  seed: order,
  seconds: Math.round(items.reduce((sum, { time }) => sum + time, 0) / 1000),
  answers: items.map(({ question, domain, chosen, revision, time }) => ({
    question,
    domain,
    right: grade(getChoices(question), chosen).outcome === 'right',
    seconds: Math.round(time / 1000),
    chosen,
    ...(revision === undefined ? {} : { revision }),
  })),
});

/** How many of some questions were right. */
export interface Score {
  readonly right: number;
  readonly of: number;
}

export const toScore = (answers: readonly ExamAnswer[]): Score => ({
  right: answers.filter(({ right }) => right).length,
  of: answers.length,
});

/** The share that was right, in whole per cent. */
export const toPercent = ({ right, of }: Score): number => (of === 0 ? 0 : Math.round((100 * right) / of));

/** The score for each domain of which something was asked, in the order of the exam. */
export const toDomainScores = (
  answers: readonly ExamAnswer[],
  { domains }: Pick<StudyExam, 'domains'>,
): (Score & { readonly name: string })[] =>
  domains
    .map(({ number, title }) => ({
      name: `${number} ${title}`,
      ...toScore(answers.filter(({ domain }) => domain === number)),
    }))
    .filter(({ of }) => of > 0);

/** The pages behind what was missed, those with most misses first. */
export const findReading = (
  answers: readonly ExamAnswer[],
  pages: readonly StudyPage[],
): { readonly page: StudyPage; readonly misses: number }[] => {
  const missed = new Set(answers.flatMap(({ question, right }) => (right ? [] : question)));
  return pages
    .map((page) => ({ page, misses: page.questions.filter((id) => missed.has(id)).length }))
    .filter(({ misses }) => misses > 0)
    .sort((a, b) => b.misses - a.misses);
};

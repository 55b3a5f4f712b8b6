/** Exams under time: which version, how long, in which order. An exam is named by an address, so that it can be linked and repeated. */
import { isServing, type StudyExam, type StudyIndex } from './study-index.ts';

/** How much of an exam is sat: as much as the real one, or a third of it. */
export const sizes = ['full', 'short'] as const;
export type ExamSize = (typeof sizes)[number];

/** An exam as its address names it: `?exam=sap-c02&size=full&order=k3x9a`. */
export interface ExamRequest {
  readonly exam: string;
  readonly size: ExamSize;
  /** The seed by which the questions are drawn. */
  readonly order: string;
}

/** An exam's version that can be sat: its length is published, and the guide has questions for it. */
export type SittableExam = StudyExam & { readonly questions: number; readonly minutes: number };

/** How many questions in how many minutes. */
export interface ExamLength {
  readonly questions: number;
  readonly minutes: number;
}

/** Reads what an address says about an exam; what is missing or makes no sense is left out. */
export const parseExamRequest = (query: URLSearchParams): Partial<ExamRequest> => {
  const size = sizes.find((candidate) => candidate === query.get('size'));
  const exam = query.get('exam');
  const order = query.get('order')?.slice(0, 40);
  return { ...(exam && { exam }), ...(size && { size }), ...(order && { order }) };
};

/** The address of an exam, behind the page's own. */
export const toExamQuery = ({ exam, size, order }: ExamRequest): string =>
  `?${new URLSearchParams({ exam, size, order })}`;

/** The ids of the questions that serve a domain of an exam, each once, in the order of the guide. */
export const findDomainQuestions = ({ pages }: Pick<StudyIndex, 'pages'>, exam: string, number: string): string[] => [
  ...new Set(pages.filter((page) => isServing(page, exam, number)).flatMap(({ questions }) => questions)),
];

/** How many different questions the guide has for an exam. */
export const countQuestions = (index: Pick<StudyIndex, 'pages'>, { id, domains }: StudyExam): number =>
  new Set(domains.flatMap(({ number }) => findDomainQuestions(index, id, number))).size;

/** The exam's versions that can be sat, the newest first. */
export const findSittableExams = (index: StudyIndex): SittableExam[] =>
  index.exams.filter(
    (exam): exam is SittableExam =>
      exam.questions !== undefined && exam.minutes !== undefined && countQuestions(index, exam) > 0,
  );

/** The length of an exam as it is asked for. */
export const toLength = ({ questions, minutes }: SittableExam, size: ExamSize): ExamLength =>
  size === 'full' ? { questions, minutes } : { questions: Math.round(questions / 3), minutes: Math.round(minutes / 3) };

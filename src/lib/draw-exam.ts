import { apportion } from './apportion.ts';
import { type ExamRequest, findDomainQuestions, type SittableExam, toLength } from './exam-request.ts';
import { shuffle } from './shuffle.ts';
import type { StudyIndex } from './study-index.ts';

/** A question with the domain of the exam that it was drawn for; it may serve others as well. */
interface DrawnQuestion {
  readonly question: string;
  /** The domain's number. */
  readonly domain: string;
}

/** A domain for which the guide has too few questions. */
interface Lack {
  readonly number: string;
  readonly title: string;
  /** How many its weight asks for. */
  readonly wanted: number;
  readonly drawn: number;
}

/** The questions of an exam in their order. */
export interface Drawing {
  readonly questions: readonly DrawnQuestion[];
  /** Shorter in proportion where the guide has too few questions. */
  readonly minutes: number;
  readonly lacks: readonly Lack[];
}

/**
 * Draws an exam: by the domains' weights where all of them are published, evenly where not. What a domain lacks is drawn from the
 * others. The same order draws the same exam, as long as the guide's questions stay the same.
 */
export const drawExam = (
  index: Pick<StudyIndex, 'pages'>,
  exam: SittableExam,
  { size, order }: Pick<ExamRequest, 'size' | 'order'>,
): Drawing => {
  const length = toLength(exam, size);
  const isWeighted = exam.domains.every(({ weight }) => weight !== undefined);
  const pools = exam.domains.map(({ number, title, weight = 1 }) => ({
    number,
    title,
    weight: isWeighted ? weight : 1,
    ids: shuffle(findDomainQuestions(index, exam.id, number), order),
  }));
  type Pool = (typeof pools)[number];
  const domainOf = new Map<string, string>();
  const findSpare = ({ ids }: Pool): string[] => ids.filter((id) => !domainOf.has(id));

  const shareOut = (open: readonly Pool[]): void => {
    const quotas = apportion(
      length.questions - domainOf.size,
      open.map(({ weight }) => weight),
    );
    const turns = open.map((pool, place) => ({ pool, quota: quotas[place] ?? 0 }));
    // Who has least to spare goes first, since the others can do without what is taken.
    turns.sort((a, b) => findSpare(a.pool).length - a.quota - (findSpare(b.pool).length - b.quota));
    for (const { pool, quota } of turns)
      for (const id of findSpare(pool).slice(0, quota)) domainOf.set(id, pool.number);
  };
  for (
    let open: readonly Pool[] = pools;
    open.length > 0 && domainOf.size < length.questions;
    open = open.filter((pool) => findSpare(pool).length > 0)
  )
    shareOut(open);

  const wanted = apportion(
    length.questions,
    pools.map(({ weight }) => weight),
  );
  const count = (number: string): number => [...domainOf.values()].filter((own) => own === number).length;
  const lacks = pools
    .map(({ number, title }, place) => ({ number, title, wanted: wanted[place] ?? 0, drawn: count(number) }))
    .filter((lack) => lack.drawn < lack.wanted);
  return {
    // Another seed than that of the pools, whose first ones went to the domain that came first.
    questions: shuffle([...domainOf.keys()], `${order} mixed`).map((question) => ({
      question,
      domain: domainOf.get(question) ?? '',
    })),
    minutes: Math.ceil((length.minutes * domainOf.size) / length.questions),
    lacks,
  };
};

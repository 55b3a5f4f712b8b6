import { describe, expect, test } from 'vitest';
import { drawExam } from '../../src/lib/draw-exam.ts';
import {
  countQuestions,
  type ExamSize,
  findSittableExams,
  parseExamRequest,
  type SittableExam,
  toExamQuery,
  toLength,
} from '../../src/lib/exam-request.ts';
import type { StudyExam, StudyIndex, StudyPage } from '../../src/lib/study-index.ts';

/** A page with questions of its own that serves tasks or domains of the exam `x`. */
const toPage = (id: string, serves: readonly string[], count: number): StudyPage => ({
  id,
  title: id,
  sheet: 's',
  exams: { x: serves },
  questions: Array.from({ length: count }, (_, place) => `${id}${place}`),
});

const toExam = (weights: readonly (number | undefined)[], questions = 75): SittableExam => ({
  id: 'x',
  code: 'X-1',
  questions,
  minutes: 180,
  domains: weights.map((weight, place) => ({
    number: String(place + 1),
    title: `D${place + 1}`,
    tasks: [],
    ...(weight !== undefined && { weight }),
  })),
});

const weighted = toExam([26, 29, 25, 20]);
const rich = ['1.1', '2', '3.4', '4'].map((number) => toPage(`p${number}-`, [number], 100));

const draw = (pages: readonly StudyPage[], exam = weighted, size: ExamSize = 'full', order = 'k3x9a') =>
  drawExam({ pages }, exam, { size, order });

const countDomains = ({ questions }: ReturnType<typeof drawExam>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { domain } of questions) counts[domain] = (counts[domain] ?? 0) + 1;
  return counts;
};

describe('an exam', () => {
  test('has questions by the weights of its domains', () => {
    expect(countDomains(draw(rich))).toEqual({ 1: 19, 2: 22, 3: 19, 4: 15 });
    expect(draw(rich).lacks).toEqual([]);
  });

  test('has the same proportions when it is short, in a third of the time', () => {
    const short = draw(rich, weighted, 'short');
    expect(countDomains(short)).toEqual({ 1: 7, 2: 7, 3: 6, 4: 5 });
    expect(short.minutes).toBe(60);
    expect(toLength(weighted, 'short')).toEqual({ questions: 25, minutes: 60 });
  });

  test.each([
    ['none', toExam([undefined, undefined, undefined, undefined], 20)],
    ['not every', toExam([90, undefined, undefined, 5], 20)],
  ])('is split evenly where %s of its weights is published', (_, exam) =>
    expect(countDomains(draw(rich, exam))).toEqual({ 1: 5, 2: 5, 3: 5, 4: 5 }),
  );

  test('asks for each domain only what serves it', () => {
    for (const { question, domain } of draw(rich).questions) expect(question.charAt(1)).toBe(domain);
  });

  test.each([
    ['of their own', rich],
    ['that they share', [toPage('all', ['1', '2', '3', '4'], 400)]],
  ])('mixes domains with questions %s', (_, pages) => {
    const { questions } = draw(pages);
    const turns = questions.filter(({ domain }, place) => domain !== questions[place - 1]?.domain);
    expect(turns.length).toBeGreaterThan(40);
  });

  test('asks a question once that serves several domains', () => {
    const shared = [toPage('all', ['1', '2.2', '3', '4'], 60), toPage('one', ['1'], 30)];
    const { questions, lacks } = draw(shared);
    expect(questions).toHaveLength(75);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(75);
    expect(lacks).toEqual([]);
  });

  test('fills from the others what a domain lacks, and says so', () => {
    const drawing = draw([...rich.slice(0, 3), toPage('few', ['4.1'], 3)]);
    expect(drawing.questions).toHaveLength(75);
    expect(countDomains(drawing)[4]).toBe(3);
    expect(drawing.lacks).toEqual([{ number: '4', title: 'D4', wanted: 15, drawn: 3 }]);
    expect(drawing.minutes).toBe(180);
  });

  test('is shorter in proportion where the guide has too few questions', () => {
    const drawing = draw([toPage('a', ['1'], 20), toPage('b', ['2', '3'], 5)]);
    expect(drawing.questions).toHaveLength(25);
    expect(drawing.minutes).toBe(60);
    expect(drawing.lacks.map(({ number }) => number)).toEqual(['2', '3', '4']);
  });

  test('is the same from the same link, and another one from another', () => {
    expect(draw(rich)).toEqual(draw(rich));
    const toIds = (order: string): string[] =>
      draw(rich, weighted, 'full', order)
        .questions.map(({ question }) => question)
        .sort();
    expect(toIds('other')).not.toEqual(toIds('k3x9a'));
  });

  test('does not take domain 11 for domain 1', () => {
    const domains = [{ number: '1', title: 'One', tasks: [] }];
    const exam = { ...weighted, questions: 5, domains };
    const drawing = draw([toPage('no', ['11', '11.1'], 9), toPage('yes', ['1.1'], 9)], exam);
    expect(drawing.questions.every(({ question }) => question.startsWith('yes'))).toBe(true);
  });
});

describe('an address', () => {
  test('names an exam and reads back as the same one', () => {
    const request = { exam: 'sap-c02', size: 'short', order: 'k3x9a' } as const;
    expect(toExamQuery(request)).toBe('?exam=sap-c02&size=short&order=k3x9a');
    expect(parseExamRequest(new URLSearchParams(toExamQuery(request)))).toEqual(request);
  });

  test.each(['', 'size=huge', 'exam=&size=&order='])('that says nothing clear, "%s", names nothing', (query) =>
    expect(parseExamRequest(new URLSearchParams(query))).toEqual({}),
  );
});

test('only exams can be sat whose length is published and for which there are questions', () => {
  const unknown: StudyExam = { ...weighted, id: 'x', minutes: undefined };
  const unserved: StudyExam = { ...weighted, id: 'y' };
  const index: StudyIndex = { sheets: [], pages: rich, exams: [unknown, unserved, weighted] };
  expect(findSittableExams(index)).toEqual([weighted]);
  expect(countQuestions({ pages: [...rich, toPage('also', ['1', '2'], 7)] }, weighted)).toBe(407);
});

/** What a reader's events add up to. The order in which they arrive does not matter. */
import type { ExamEvent, KeptEvent, ReviewEvent } from './study-events.ts';

/** One answer to a question, in practice or in an exam. */
interface Answer {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly right: boolean;
}

type Kept<Event> = Event & { readonly at: number; readonly key: string };

/** All that a reader did, each list from the oldest to the newest. */
export interface Progress {
  /** When each page that is marked as read was marked, by its address without first slash and ending. */
  readonly read: ReadonlyMap<string, number>;
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  readonly reviews: ReadonlyMap<string, readonly Kept<ReviewEvent>[]>;
  readonly exams: readonly Kept<ExamEvent>[];
}

const append = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Adds events up. An event that is there twice counts once. */
export const toProgress = (events: Iterable<KeptEvent>): Progress => {
  const read = new Map<string, number>();
  const answers = new Map<string, Answer[]>();
  const reviews = new Map<string, Kept<ReviewEvent>[]>();
  const exams: Kept<ExamEvent>[] = [];
  const unique = new Map([...events].map((event) => [event.key, event]));
  for (const event of [...unique.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const { at } = event;
    if (event.type === 'answer') append(answers, event.question, { at, right: event.right });
    else if (event.type === 'review') append(reviews, event.card, event);
    else if (event.type === 'read' && event.read) read.set(event.page, at);
    else if (event.type === 'read') read.delete(event.page);
    else if (event.type === 'exam') {
      exams.push(event);
      for (const { question, right } of event.answers) append(answers, question, { at, right });
    }
  }
  return { read, answers, reviews, exams };
};

/** How a reader stands with a question: by the last answer. */
export type Standing = 'unseen' | 'wrong' | 'right';

export const toStanding = ({ answers }: Progress, question: string): Standing => {
  const last = answers.get(question)?.at(-1);
  return last === undefined ? 'unseen' : last.right ? 'right' : 'wrong';
};

/** What a reader did, one event each. Events are never changed afterwards, so that two tabs or two devices can be brought together. */
import { parseJson } from './parse-json.ts';

/** A section or guide was marked as read, or the mark was taken away. */
export interface ReadEvent {
  readonly type: 'read';
  /** The page's address without its first slash and its ending. */
  readonly page: string;
  readonly read: boolean;
}

/** A practice question was answered. */
interface AnswerEvent {
  readonly type: 'answer';
  readonly question: string;
  readonly right: boolean;
}

/** A flashcard was graded. */
export interface ReviewEvent {
  readonly type: 'review';
  readonly card: string;
  /** 1 again, 2 hard, 3 good, 4 easy. */
  readonly rating: 1 | 2 | 3 | 4;
  /** Stands for the words of the card's back; when they change, the card comes back. */
  readonly revision: string;
  /** When the card is to be shown again, in milliseconds since 1970. */
  readonly due: number;
}

/** One question of an exam that was sat. */
export interface ExamAnswer {
  readonly question: string;
  /** The number of the exam's domain that it was drawn for. */
  readonly domain: string;
  /** A question that was left out is not right. */
  readonly right: boolean;
  /** How long it was on the screen. */
  readonly seconds: number;
  /** The places of the chosen choices, from 0; unknown when it is left out. */
  readonly chosen?: readonly number[];
  /** Stands for the words of the choices; when they change, the places mean nothing any more. */
  readonly revision?: string;
}

/** An exam was handed in, or its time ran out. */
export interface ExamEvent {
  readonly type: 'exam';
  /** The id of the exam's version. */
  readonly exam: string;
  readonly seed: string;
  /** The time used, without pauses. */
  readonly seconds: number;
  readonly answers: readonly ExamAnswer[];
}

export type StudyEvent = ReadEvent | AnswerEvent | ReviewEvent | ExamEvent;

/** An event with its key, which is its identity, and the time at which it happened. */
export type KeptEvent = StudyEvent & {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** What every key of an event begins with; the number is the version of the format. */
export const keyPrefix = 'study.1/';

/** Whether an entry of the storage is part of the journal, in whichever version of the format. */
export const isStudyKey = (key: string): boolean => /^study\.\d+\//.test(key);

/** The key of an event: its time, so that keys sort by time, and something that no other tab has. */
export const toKey = (at: number, random: number): string =>
  `${keyPrefix}${String(at).padStart(13, '0')}-${Math.floor(random * 36 ** 4)
    .toString(36)
    .padStart(4, '0')}`;

type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 200;
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

const isPlaces = (value: unknown): boolean => Array.isArray(value) && value.every(isCount);

const isExamAnswer = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['question']) &&
  isText(value['domain']) &&
  isFlag(value['right']) &&
  isCount(value['seconds']) &&
  (value['chosen'] === undefined || isPlaces(value['chosen'])) &&
  (value['revision'] === undefined || isText(value['revision']));

/** Whether the fields that mark a page as read are whole. */
export const isReadMark = (event: Fields): event is Pick<ReadEvent, 'page' | 'read'> & Fields =>
  isText(event['page']) && isFlag(event['read']);

const tests: Readonly<Record<StudyEvent['type'], (event: Fields) => boolean>> = {
  read: isReadMark,
  answer: (event) => isText(event['question']) && isFlag(event['right']),
  review: (event) =>
    isText(event['card']) &&
    [1, 2, 3, 4].includes(event['rating'] as number) &&
    isText(event['revision']) &&
    isCount(event['due']),
  exam: (event) =>
    isText(event['exam']) &&
    isText(event['seed']) &&
    isCount(event['seconds']) &&
    Array.isArray(event['answers']) &&
    event['answers'].every(isExamAnswer),
};

/** Whether this version of the guide knows events of a type. */
export const isKnownType = (type: string): type is StudyEvent['type'] => Object.hasOwn(tests, type);

/** The time in the key of an event; undefined when it is no such key. */
export const toTime = (key: string): number | undefined => {
  const digits = /^study\.1\/(\d{13})-[0-9a-z]{4}$/.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/**
 * Checks what was stored or imported.
 *
 * @returns undefined when it is no event that this version of the guide understands
 */
const parseEvent = (key: string, value: unknown): KeptEvent | undefined => {
  const at = toTime(key);
  if (at === undefined || !isObject(value)) return undefined;
  const type = value['type'];
  if (typeof type !== 'string' || !isKnownType(type) || !tests[type](value)) return undefined;
  return { ...(value as unknown as StudyEvent), key, at };
};

/**
 * Checks the text of a stored event.
 *
 * @returns undefined when it is damaged, or of a type that a later version of the guide has added
 */
export const readEvent = (key: string, text: string): KeptEvent | undefined => parseEvent(key, parseJson(text));

/** An exam that is being sat: what is kept of it at every moment, and the rules of its clock. */
import { type ExamSize, sizes } from './exam-request.ts';

/** What a question offers to choose from. */
export interface Offer {
  /** How many choices it asks for. */
  readonly choose: number;
  /** Stands for the words of the choices, and for which are right. */
  readonly revision: string;
}

/** One question of the exam, and what the reader did with it so far. */
export interface SittingItem extends Omit<Offer, 'revision'> {
  readonly question: string;
  /** The number of the exam's domain that it was drawn for. */
  readonly domain: string;
  /** The places of the chosen choices, from 0. */
  readonly chosen: readonly number[];
  /** That of the choices; an exam of an earlier guide has none. */
  readonly revision?: string;
  readonly isFlagged: boolean;
  /** How long it was on the screen, in milliseconds. */
  readonly time: number;
}

export interface ExamSitting {
  /** The id of the exam's version. */
  readonly exam: string;
  readonly size: ExamSize;
  readonly order: string;
  readonly minutes: number;
  readonly items: readonly SittingItem[];
  /** The place of the question on the screen, from 0. */
  readonly current: number;
  /** The moment up to which time is counted, in milliseconds since 1970. */
  readonly at: number;
  /** Grows whenever a tab goes on with the exam: of two tabs the one with the higher turn has it. */
  readonly turn: number;
}

/** Time that was not watched for longer than this does not count: the device slept. Browsers wake hidden tabs once a minute. */
const longestGap = 120_000;

/** How much time is left, in milliseconds. The time used is that of the questions, of which one is always on the screen. */
export const toTimeLeft = ({ minutes, items }: ExamSitting): number =>
  Math.max(
    0,
    items.reduce((left, { time }) => left - time, minutes * 60_000),
  );

/** Whether the page stood still for so long that the time since then must not count. */
export const hasSlept = ({ at }: ExamSitting, now: number): boolean => now - at > longestGap;

/** Changes the question on the screen. */
export const changeCurrent = (sitting: ExamSitting, change: Partial<SittingItem>): ExamSitting => ({
  ...sitting,
  items: sitting.items.map((item, place) => (place === sitting.current ? { ...item, ...change } : item)),
});

/** Counts the time since the last count for the question on the screen. A clock that was put back counts nothing. */
export const countTime = (sitting: ExamSitting, now: number): ExamSitting => {
  const passed = hasSlept(sitting, now) ? 0 : Math.min(Math.max(0, now - sitting.at), toTimeLeft(sitting));
  const time = (sitting.items[sitting.current]?.time ?? 0) + passed;
  return { ...changeCurrent(sitting, { time }), at: now };
};

/** Whether as many choices are chosen as the question asks for. */
export const isAnswered = ({ chosen, choose }: SittingItem): boolean => chosen.length === choose;

/** Takes out the questions that the guide no longer has, and what was chosen where it now offers other choices. */
export const fitToGuide = (sitting: ExamSitting, findOffer: (question: string) => Offer | undefined): ExamSitting => {
  const items = sitting.items.flatMap((item) => {
    const offer = findOffer(item.question);
    if (!offer) return [];
    return [undefined, offer.revision].includes(item.revision) ? item : { ...item, ...offer, chosen: [] };
  });
  return { ...sitting, items, current: Math.max(0, Math.min(sitting.current, items.length - 1)) };
};

/** The turn of a tab that goes on now. Two tabs never have the same one. */
export const toTurn = (last: number, now: number, random: number): number =>
  Math.max(now, Math.floor(last) + 1) + random;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= 200;
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isWhole = (value: unknown): boolean => isCount(value) && Number.isInteger(value);

const isItem = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['question']) &&
  isText(value['domain']) &&
  isWhole(value['choose']) &&
  (value['revision'] === undefined || isText(value['revision'])) &&
  Array.isArray(value['chosen']) &&
  value['chosen'].every(isWhole) &&
  typeof value['isFlagged'] === 'boolean' &&
  isCount(value['time']);

const isSitting = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['exam']) &&
  sizes.some((size) => size === value['size']) &&
  isText(value['order']) &&
  isCount(value['minutes']) &&
  isCount(value['turn']) &&
  isCount(value['at']) &&
  isWhole(value['current']) &&
  Array.isArray(value['items']) &&
  value['items'].every(isItem) &&
  (value['current'] as number) < value['items'].length;

/**
 * Checks the text of a kept exam.
 *
 * @returns undefined when it is damaged
 */
export const parseSitting = (text: string): ExamSitting | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isSitting(value) ? (value as ExamSitting) : undefined;
  } catch {
    return undefined;
  }
};

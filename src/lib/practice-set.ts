/** Practice sets: which questions, in which order. A set is named by an address, so that it can be linked and repeated. */
import { type Progress, toStanding } from './progress.ts';
import { shuffle } from './shuffle.ts';
import { isServing, type StudyIndex, type StudyPage } from './study-index.ts';

/** Which questions of a part of the guide are wanted. */
const filters = ['all', 'unseen', 'wrong'] as const;
type Filter = (typeof filters)[number];

/** A set as its address names it: `?of=domain:1&only=wrong&size=10&order=k3x9a`. */
export interface SetRequest {
  /** `all`, `domain:1`, `page:1-name/1.2-name` or `task:sap-c02:1.3`. */
  readonly of: string;
  readonly only: Filter;
  /** At most so many questions; all of them when it is left out. */
  readonly size?: number | undefined;
  /** The seed of the order; without it the questions stand as in the guide. */
  readonly order?: string | undefined;
}

/** A part of the guide, with the words that name it for a reader. */
export interface Part {
  readonly name: string;
  readonly pages: readonly StudyPage[];
}

const isFilter = (text: string | null): text is Filter => filters.includes(text as Filter);

/** Reads a set from an address. What is missing or makes no sense becomes what most readers want. */
export const parseSetRequest = (query: URLSearchParams): SetRequest => {
  const only = query.get('only');
  const size = Number(query.get('size'));
  return {
    of: query.get('of') || 'all',
    only: isFilter(only) ? only : 'all',
    size: Number.isInteger(size) && size > 0 ? size : undefined,
    order: query.get('order')?.slice(0, 40) || undefined,
  };
};

/** The address of a set, behind the page's own. */
export const toSetQuery = ({ of, only, size, order }: SetRequest): string => {
  const query = new URLSearchParams({ of });
  if (only !== 'all') query.set('only', only);
  if (size !== undefined) query.set('size', String(size));
  if (order !== undefined) query.set('order', order);
  // Colons and slashes may stand in a query, and are easier to read.
  return `?${String(query).replaceAll('%3A', ':').replaceAll('%2F', '/')}`;
};

/** @returns undefined when the guide has no such part */
export const findPart = ({ sheets, pages, exams }: StudyIndex, of: string): Part | undefined => {
  const [kind, id = '', number = ''] = of.split(':');
  if (kind === 'all') return { name: 'All domains', pages };
  if (kind === 'domain') {
    const sheet = sheets.find((candidate) => id !== '' && candidate.number === id);
    return sheet && { name: `${sheet.number} ${sheet.title}`, pages: pages.filter((page) => page.sheet === sheet.id) };
  }
  if (kind === 'page') {
    const page = pages.find((candidate) => candidate.id === id);
    return page && { name: page.title, pages: [page] };
  }
  if (kind !== 'task') return undefined;
  const exam = exams.find((candidate) => candidate.id === id);
  const task = exam?.domains
    .flatMap((domain) => [domain, ...domain.tasks])
    .find((candidate) => candidate.number === number);
  return (
    task && {
      name: `${exam?.code} ${task.number} ${task.title}`,
      pages: pages.filter((page) => isServing(page, id, number)),
    }
  );
};

/** The ids of a set's questions, in its order. */
export const selectQuestions = (part: Part, { only, size, order }: SetRequest, progress: Progress): string[] => {
  const all = part.pages.flatMap(({ questions }) => questions);
  const wanted = all.filter((id) => only === 'all' || toStanding(progress, id) === only);
  return (order === undefined ? wanted : shuffle(wanted, order)).slice(0, size);
};

/** The one place that asks Astro for content. Pages get it in order, with addresses and cross-references. */
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { type StudyIndex, toPageId } from '~/lib/study-index.ts';
import { toHeading, toSortName } from '~/lib/text.ts';
import { toDomainUrl, toExamUrl, toGuideUrl, toPdfUrl, toPrintUrl, toSectionUrl, toTermUrl } from '~/lib/urls.ts';
import type { Cue } from '~/markdown/collect-cues.ts';
import type { Fact as FactRecord } from '~/schemas/fact.ts';
import type { Question } from '~/schemas/question.ts';

/** Sorts `1.2-…` before `1.10-…`. */
const byNumber = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id, 'en', { numeric: true });

/** Remembers the answer for the whole build; asks again on each use while developing. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let answer: Promise<T> | undefined;
  return () => {
    if (answer === undefined || import.meta.env.DEV) answer = make();
    return answer;
  };
};

/** A fact together with the page that it stands in. */
export interface Fact extends FactRecord {
  readonly page: Section;
  /** Its source's place in the numbered list of the page's sources, from 1; undefined without a source. */
  readonly sourceNumber: number | undefined;
}

/** A page of prose: a section of a domain, or a guide. */
export interface Section {
  readonly kind: 'section' | 'guide';
  readonly id: string;
  /** `1.2`; empty for a guide. */
  readonly number: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly services: readonly string[];
  readonly exams: Readonly<Record<string, readonly string[]>>;
  readonly checked: string;
  /** The folder name of its domain; empty for a guide. */
  readonly domain: string;
  readonly facts: readonly FactRecord[];
  readonly questions: readonly Question[];
  /** The addresses that its facts name, each once, in order. */
  readonly sources: readonly string[];
  readonly entry: CollectionEntry<'sections'> | CollectionEntry<'guides'>;
}

/** An exam domain with its sections. */
export interface Domain {
  readonly id: string;
  readonly number: string;
  readonly url: string;
  readonly printUrl: string;
  readonly pdfUrl: string;
  readonly title: string;
  readonly short: string;
  readonly summary: string;
  readonly covered: boolean;
  readonly sections: readonly Section[];
  readonly entry: CollectionEntry<'domains'>;
}

/** A glossary entry with the pages that use it. */
export interface Term {
  readonly id: string;
  readonly url: string;
  /** Its name with a capital, for headings and lists. */
  readonly name: string;
  readonly data: CollectionEntry<'terms'>['data'];
  readonly entry: CollectionEntry<'terms'>;
}

const toSection =
  (facts: Map<string, FactRecord[]>, questions: Map<string, Question[]>) =>
  (entry: CollectionEntry<'sections'> | CollectionEntry<'guides'>): Section => {
    const own = facts.get(entry.id) ?? [];
    const [top = '', domain = '', folder = ''] = entry.id.split('/');
    const isGuide = top === 'guides';
    return {
      ...entry.data,
      kind: isGuide ? 'guide' : 'section',
      id: entry.id,
      number: isGuide ? '' : (/^\d+\.\d+/.exec(folder)?.[0] ?? ''),
      url: isGuide ? toGuideUrl(entry.id) : toSectionUrl(entry.id),
      domain: isGuide ? '' : domain,
      facts: own,
      questions: questions.get(entry.id) ?? [],
      sources: [...new Set(own.flatMap((fact) => fact.source ?? []))],
      entry,
    };
  };

const getRecords = once(async () => {
  const facts = new Map((await getCollection('facts')).map((entry) => [entry.id, entry.data]));
  const questions = new Map((await getCollection('questions')).map((entry) => [entry.id, entry.data]));
  return toSection(facts, questions);
});

/** All sections of all domains, in reading order. */
export const getSections = once(
  async (): Promise<Section[]> => (await getCollection('sections')).sort(byNumber).map(await getRecords()),
);

/** The pages that cut across domains, by title. */
export const getGuides = once(
  async (): Promise<Section[]> =>
    (await getCollection('guides')).map(await getRecords()).sort((a, b) => a.title.localeCompare(b.title, 'en')),
);

/** The domains in the order of the exam. */
export const getDomains = once(async (): Promise<Domain[]> => {
  const sections = await getSections();
  return (await getCollection('domains')).sort(byNumber).map((entry) => {
    const id = entry.id.replace(/^domains\//, '');
    return {
      ...entry.data,
      id,
      number: id.split('-')[0] ?? '',
      url: toDomainUrl(id),
      printUrl: toPrintUrl(id),
      pdfUrl: toPdfUrl(id),
      sections: sections.filter((section) => section.domain === id),
      entry,
    };
  });
});

/** Every fact of the guide, in reading order. */
export const getFacts = once(
  async (): Promise<Fact[]> =>
    [...(await getSections()), ...(await getGuides())].flatMap((page) =>
      page.facts.map((fact) => {
        const place = fact.source ? page.sources.indexOf(fact.source) : -1;
        return { ...fact, page, sourceNumber: place < 0 ? undefined : place + 1 };
      }),
    ),
);

const getFactsById = once(async () => new Map((await getFacts()).map((fact) => [fact.id, fact])));

/** @throws when no fact has the id */
export const getFact = async (id: string): Promise<Fact> => {
  const fact = (await getFactsById()).get(id);
  if (!fact) throw new Error(`No fact has the id "${id}".`);
  return fact;
};

/** The glossary in alphabetical order. */
export const getTerms = once(
  async (): Promise<Term[]> =>
    (await getCollection('terms'))
      .map((entry) => ({
        id: entry.id,
        url: toTermUrl(entry.id),
        name: toHeading(entry.data.term),
        data: entry.data,
        entry,
      }))
      .sort((a, b) =>
        toSortName(a.name).localeCompare(toSortName(b.name), 'en', { sensitivity: 'base', numeric: true }),
      ),
);

const getTermsById = once(async () => new Map((await getTerms()).map((term) => [term.id, term])));

/** The entries with these ids, in their order. */
export const findTerms = async (ids: readonly string[]): Promise<Term[]> => {
  const terms = await getTermsById();
  return ids.flatMap((id) => terms.get(id) ?? []);
};

/** @throws when no entry has the id */
export const getTerm = async (id: string): Promise<Term> => {
  const [term] = await findTerms([id]);
  if (!term) throw new Error(`No glossary entry has the id "${id}".`);
  return term;
};

/** All exam cues with the pages that state them, in reading order. */
export const getCues = once(async () => {
  const cues = [];
  for (const page of [...(await getSections()), ...(await getGuides())]) {
    const { remarkPluginFrontmatter } = await render(page.entry);
    for (const cue of (remarkPluginFrontmatter['cues'] ?? []) as Cue[]) cues.push({ ...cue, page });
  }
  return cues;
});

/** For each term's id the pages whose text uses it, in reading order. */
export const getUses = once(async (): Promise<Map<string, Section[]>> => {
  const uses = new Map<string, Section[]>();
  for (const page of [...(await getSections()), ...(await getGuides())]) {
    const { remarkPluginFrontmatter } = await render(page.entry);
    const terms = (remarkPluginFrontmatter['terms'] ?? []) as string[];
    for (const id of new Set([...page.services, ...terms])) uses.set(id, [...(uses.get(id) ?? []), page]);
  }
  return uses;
});

/** An exam version, with the sections that serve each of its tasks (or domains, where tasks are not published). */
export interface Exam {
  readonly id: string;
  readonly url: string;
  readonly data: CollectionEntry<'exams'>['data'];
  readonly sectionsOf: (number: string) => readonly Section[];
}

/** The exam's versions, the newest first. */
export const getExams = once(async (): Promise<Exam[]> => {
  const pages = [...(await getSections()), ...(await getGuides())];
  return (await getCollection('exams'))
    .map(({ id, data }) => ({
      id,
      url: toExamUrl(id),
      data,
      sectionsOf: (number: string) => pages.filter(({ exams }) => exams[id]?.includes(number)),
    }))
    .sort((a, b) => b.data.from.localeCompare(a.data.from));
});

/** The sheet of questions that a page belongs to. */
export const toSheet = ({ domain }: Section): string => domain || 'guides';

/** What study pages need to know of the guide. */
export const getStudyIndex = once(async (): Promise<StudyIndex> => {
  const domains = await getDomains();
  const pages = [...(await getSections()), ...(await getGuides())];
  return {
    sheets: [
      ...domains.map(({ id, number, short }) => ({ id, number, title: short })),
      ...(pages.some(({ kind }) => kind === 'guide') ? [{ id: 'guides', number: '', title: 'Guides' }] : []),
    ],
    pages: pages.map((page) => ({
      id: toPageId(page.url),
      title: `${page.number} ${page.title}`.trim(),
      sheet: toSheet(page),
      exams: page.exams,
      questions: page.questions.map(({ id }) => id),
    })),
    exams: (await getExams()).map(({ id, data: { code, questions, minutes, domains: asked } }) => ({
      id,
      code,
      questions,
      minutes,
      domains: asked.map(({ number, title, weight, confirmed, tasks }) => ({
        number,
        title,
        weight: confirmed ? weight : undefined,
        tasks,
      })),
    })),
  };
});

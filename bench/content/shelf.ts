/** The guide's content, read once, with what its pages need of each other. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Page, readLibrary, type Sourced } from '../../src/build/content.ts';
import { readEntries } from '../../src/build/glossary.ts';
import { defineFinder } from '../../src/lib/glossary.ts';
import { toDate, toHeading } from '../../src/lib/text.ts';
import { findPageUrl } from '../../src/lib/urls.ts';
import type { Domain } from '../../src/schemas/domain.ts';
import type { Fact } from '../../src/schemas/fact.ts';
import type { Question } from '../../src/schemas/question.ts';
import type { Section } from '../../src/schemas/section.ts';
import type { Term } from '../../src/schemas/term.ts';
import { type Knowledge, toPlainMarkdown } from './prose.ts';

/** A page of prose with its text as plain Markdown. */
export interface Prose<T> {
  readonly page: Page<T>;
  /** Its address in the guide, as in `/1-high-availability/1.2-disaster-recovery.html`. */
  readonly url: string;
  /** Its title with its number. */
  readonly title: string;
  readonly body: string;
  /** Ids of the terms that its text uses. */
  readonly terms: readonly string[];
}

/** A section or guide with the records that stand beside it. */
export interface Chapter extends Prose<Section> {
  readonly facts: readonly Fact[];
  readonly questions: readonly Question[];
}

/** All of it, in reading order. */
export interface Shelf {
  readonly domains: readonly Prose<Domain>[];
  readonly sections: readonly Chapter[];
  readonly terms: readonly Prose<Term>[];
}

const byNumber = (a: Page, b: Page): number => a.id.localeCompare(b.id, 'en', { numeric: true });

const findBeside = <T>(page: Page, records: readonly Sourced<T>[]): T[] =>
  records.filter(({ file }) => dirname(file) === dirname(page.file)).map(({ data }) => data);

const toTitle = ({ id, data }: Page<{ title: string }>): string => {
  const number = /^\d+(?:\.\d+)?(?=-)/.exec(basename(id))?.[0];
  return [number, data.title].filter(Boolean).join(' ');
};

const endings = { current: 'Still there', renamed: 'Renamed', closed: 'Closed to new customers', retired: 'Retired' };

const toEnd = ({ term, status, since }: Term): string =>
  `${toHeading(term)} · ${endings[status]}${since ? `, ${toDate(since)}` : ''}`;

/** Reads `content/` below a folder; broken files are left out, as the content checks tell of them. */
export const readShelf = (root: string): Shelf => {
  const library = readLibrary(root);
  const knowledge: Knowledge = {
    find: defineFinder(readEntries(join(root, 'content/glossary'))),
    facts: new Map(library.facts.map(({ data }) => [data.id, data])),
    diagrams: new Map(library.diagrams.map(({ id, source }) => [id, source])),
    ends: new Map(library.terms.map(({ id, data }) => [id, toEnd(data)])),
  };
  const toProse = <T>(page: Page<T>, title: string, own?: string): Prose<T> => {
    const text = readFileSync(join(root, page.file), 'utf8');
    const source = { root: page.root, text, folder: dirname(page.path), ...(own ? { own } : {}) };
    return { page, url: findPageUrl(page.path) ?? '/', title, ...toPlainMarkdown(source, knowledge) };
  };
  return {
    domains: [...(library.domains as Page<Domain>[])].sort(byNumber).map((page) => toProse(page, toTitle(page))),
    sections: [...library.sections].sort(byNumber).map((page) => ({
      ...toProse(page, toTitle(page)),
      facts: findBeside(page, library.facts),
      questions: findBeside(page, library.questions),
    })),
    terms: library.terms.map((page) => toProse(page, toHeading(page.data.term), page.id)),
  };
};

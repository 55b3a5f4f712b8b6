/** The documents for paper: each domain, and the whole guide as one book, with all that they hold in reading order. */
import { render } from 'astro:content';
import type { MarkdownHeading } from 'astro';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { type Domain, getDomains, getGuides, getTerms, type Section, type Term } from '~/catalog.ts';
import { type LinkMap, toTermPart } from '~/lib/paper.ts';
import { collections, toPrintUrl } from '~/lib/urls.ts';
import type { PlacedDiagram } from '~/markdown/collect-diagrams.ts';
import { site } from '~/site.ts';

/** A page of the site as a chapter. */
export interface Chapter {
  /** Its part of the document: `domain-1`, `1.2` or `guide-name`. */
  readonly id: string;
  /** The address of its page. */
  readonly url: string;
  /** The level of its heading. */
  readonly level: number;
  /** `1` for a domain, `1.2` for a section; empty for a guide. */
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  /** What stands at the top right of its pages. */
  readonly head: string;
  readonly domain: Domain | undefined;
  /** The page's records; a domain's own page has none. */
  readonly section: Section | undefined;
  readonly headings: readonly MarkdownHeading[];
  /** The ids of the glossary's entries that its text links. */
  readonly terms: readonly string[];
  readonly diagrams: readonly PlacedDiagram[];
  readonly Content: AstroComponentFactory;
}

/** An entry of a document's glossary. */
interface PrintedTerm {
  readonly term: Term;
  readonly Content: AstroComponentFactory;
}

/** A list at a document's end. */
export interface Appendix {
  readonly id: 'glossary' | 'diagrams' | 'changes' | 'services';
  readonly head: string;
}

/** A document for paper. */
export interface PrintDocument {
  /** The name of its file below `print/`, without the ending. */
  readonly id: string;
  readonly url: string;
  /** The page of the site that it is linked from. */
  readonly home: string;
  /** The domain that it holds; undefined for the book. */
  readonly domain: Domain | undefined;
  /** Its title, with the domain's number. */
  readonly title: string;
  readonly description: string;
  readonly chapters: readonly Chapter[];
  readonly terms: readonly PrintedTerm[];
  readonly appendices: readonly Appendix[];
  readonly links: LinkMap;
}

const glossary: Appendix = { id: 'glossary', head: 'Glossary' };
const appendices: readonly Appendix[] = [
  glossary,
  { id: 'diagrams', head: 'Diagrams' },
  { id: 'changes', head: `What changed since ${site.notesYear}` },
  { id: 'services', head: 'Services A–Z' },
];

const toName = ({ number, title }: { number: string; title: string }): string => `${number} ${title}`.trim();

const read = async (entry: Domain['entry'] | Section['entry']) => {
  const { Content, headings, remarkPluginFrontmatter } = await render(entry);
  const { terms = [], diagrams = [] } = remarkPluginFrontmatter as { terms?: string[]; diagrams?: PlacedDiagram[] };
  return { Content, headings, terms, diagrams };
};

const toSectionChapter = async (section: Section, level: number, domain?: Domain): Promise<Chapter> => ({
  id: section.number || section.id.replace('guides/', 'guide-'),
  url: section.url,
  level,
  number: section.number,
  title: section.title,
  summary: section.summary,
  head: toName(section),
  domain,
  section,
  ...(await read(section.entry)),
});

/** A domain's own page and its sections, `step` levels below it. */
const toChapters = async (domain: Domain, own: Partial<Chapter>, step: number): Promise<Chapter[]> => {
  const { number, url, title, summary, entry } = domain;
  const opener = {
    id: `domain-${number}`,
    url,
    level: 1,
    number,
    title,
    summary,
    head: '',
    domain,
    section: undefined,
  };
  return Promise.all([
    read(entry).then((content) => ({ ...opener, ...content, ...own })),
    ...domain.sections.map((section) => toSectionChapter(section, 1 + step, domain)),
  ]);
};

const findTerms = async (chapters: readonly Chapter[]): Promise<PrintedTerm[]> => {
  const used = new Set(chapters.flatMap(({ terms, section }) => [...terms, ...(section?.services ?? [])]));
  const terms = (await getTerms()).filter(({ id }) => used.has(id));
  return Promise.all(terms.map(async (term) => ({ term, Content: (await render(term.entry)).Content })));
};

/** The names of all pages of the site. */
const getNames = async (): Promise<Map<string, string>> => {
  const pages = [...(await getDomains()).flatMap((domain) => [domain, ...domain.sections]), ...(await getGuides())];
  return new Map([...collections, ...pages.map((page) => [page.url, toName(page)] as const)]);
};

type Outline = Pick<PrintDocument, 'id' | 'home' | 'domain' | 'title' | 'description' | 'chapters' | 'appendices'>;

const toDocument = async (outline: Outline): Promise<PrintDocument> => {
  const { chapters } = outline;
  const terms = await findTerms(chapters);
  const lists = new Map(outline.appendices.map(({ id }) => [id === 'changes' ? '/changed.html' : `/${id}.html`, id]));
  const parts = new Map<string, string>([
    ...lists,
    ...chapters.map(({ url, id }) => [url, id] as const),
    ...terms.map(({ term }) => [term.url, toTermPart(term.id)] as const),
  ]);
  const site = import.meta.env.SITE as string | undefined;
  return { ...outline, url: toPrintUrl(outline.id), terms, links: { parts, others: await getNames(), site } };
};

const toDomainDocument = async (domain: Domain): Promise<PrintDocument> =>
  toDocument({
    id: domain.id,
    home: domain.url,
    domain,
    title: toName(domain),
    description: domain.summary,
    chapters: await toChapters(
      domain,
      { number: '', title: 'About this domain', summary: '', head: 'About this domain' },
      0,
    ),
    appendices: [glossary],
  });

const toBook = async (): Promise<PrintDocument> => {
  const domains = await Promise.all((await getDomains()).map((domain) => toChapters(domain, {}, 1)));
  const guides = await Promise.all((await getGuides()).map((guide) => toSectionChapter(guide, 1)));
  return toDocument({
    id: 'book',
    home: '/index.html',
    domain: undefined,
    title: site.title,
    description: site.description,
    chapters: [...domains.flat(), ...guides],
    appendices,
  });
};

/** All documents: the domains in order, then the book. */
export const getDocuments = async (): Promise<PrintDocument[]> => [
  ...(await Promise.all((await getDomains()).map(toDomainDocument))),
  await toBook(),
];

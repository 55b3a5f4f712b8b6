/** Turns the guide's content into the peers' pages: the same titles, texts, tables, code, notes, figures, questions and links. */
import { toText } from '../../src/build/content.ts';
import { toFirstSentence } from '../../src/lib/text.ts';
import { site } from '../../src/site.ts';
import { toChangeTable, toEndParts } from './end-parts.ts';
import { toMarkdown } from './inline.ts';
import type { PeerPage, PeerPart } from './peer-page.ts';
import type { Chapter, Prose, Shelf } from './shelf.ts';

const toPath = (url: string): string => url.replaceAll(/^\/|\.html$/g, '');

const toLink = ({ url, title }: { url: string; title: string }): string => `[${toMarkdown(title)}](${url})`;

const toList = (label: string, links: readonly string[]): string =>
  links.length > 0 ? `**${label}:** ${links.join(', ')}` : '';

/** The first sentence as text. */
const toOpening = ({ page }: Prose<unknown>): string => {
  const paragraph = page.root.children.find(({ type }) => type === 'paragraph');
  return paragraph ? toFirstSentence(toText(paragraph).replaceAll(/\s+/g, ' ')) : '';
};

const toSectionPage = ({ url, title, page, body, facts, questions }: Chapter): PeerPage => ({
  path: toPath(url),
  title,
  description: page.data.summary,
  body: [page.data.summary, body, toEndParts(facts, questions)].join('\n\n'),
});

const toChanges = (chapters: readonly Chapter[]): { fact: Chapter['facts'][number]; url: string }[] =>
  chapters.flatMap(({ facts, url }) => facts.filter(({ then }) => then).map((fact) => ({ fact, url })));

const isIn = (domain: Prose<unknown>, { url }: Chapter): boolean => url.startsWith(domain.url.replace('.html', '/'));

const toDomainPages = (shelf: Shelf): PeerPage[] =>
  shelf.domains.flatMap((domain) => {
    const own = shelf.sections.filter((section) => isIn(domain, section));
    const changes = toChanges(own);
    const list = own.map((section) => `- ${toLink(section)}: ${section.page.data.summary}`).join('\n');
    const description = domain.page.data.summary;
    const about: PeerPage = {
      path: toPath(domain.url),
      title: domain.title,
      description,
      body: [description, domain.body, list].join('\n\n'),
    };
    if (changes.length === 0) return [about];
    const path = `changed/${about.path}`;
    return [about, { path, title: `${domain.title}: what changed`, description, body: toChangeTable(changes) }];
  });

const toTermPages = ({ terms, sections }: Shelf): PeerPage[] => {
  const byId = new Map(terms.map((term) => [term.page.id, term]));
  const toLinks = (ids: readonly string[]): string[] => ids.flatMap((id) => byId.get(id) ?? []).map(toLink);
  return terms.map((term) => {
    const { id, data } = term.page;
    const uses = sections.filter(({ terms, page }) => terms.includes(id) || page.data.services.includes(id));
    return {
      path: toPath(term.url),
      title: term.title,
      description: toOpening(term),
      body: [
        data.aliases.length > 0 ? `Also: ${toMarkdown(data.aliases.join(', '))}` : '',
        term.body,
        toList('Replaced by', toLinks(data.replacedBy)),
        toList('See also', toLinks(data.related)),
        toList('Used in', uses.map(toLink)),
        toList('Documentation', data.source ? [`<${data.source}>`] : []),
      ].join('\n\n'),
    };
  });
};

const toListPages = ({ domains, sections, terms }: Shelf): PeerPage[] => {
  const changes = toChanges(sections);
  const latest = [...changes].sort((a, b) => (b.fact.since ?? '').localeCompare(a.fact.since ?? '')).slice(0, 25);
  return [
    {
      path: '',
      title: site.title,
      description: site.tagline,
      body: [site.description, ...domains.map((domain) => `- ${toLink(domain)}: ${domain.page.data.summary}`)].join(
        '\n\n',
      ),
    },
    {
      path: 'changed',
      title: `What changed since ${site.notesYear}`,
      description: `Every fact of the ${site.notesYear} notes that no longer holds.`,
      body: toChangeTable(latest),
    },
    {
      path: 'glossary',
      title: 'Glossary',
      description: 'Every service, acronym and term of art that the guide uses.',
      body: terms.map((term) => `**${toLink(term)}** – ${toMarkdown(toOpening(term))}`).join('\n\n'),
    },
  ];
};

/** Every page of the peers' site. */
export const toPeerPages = (shelf: Shelf): PeerPage[] => [
  ...toListPages(shelf),
  ...toDomainPages(shelf),
  ...shelf.sections.map(toSectionPage),
  ...toTermPages(shelf),
];

/** The peers' navigation: the domains with their sections, and the lists. Entries of the glossary stand in the glossary only, as in the guide. */
export const toNavigation = ({ domains, sections }: Shelf): PeerPart[] => {
  const toItem = ({ url, title }: Prose<unknown>): PeerPart => ({ path: toPath(url), label: title });
  return [
    ...domains.map((domain) => ({
      label: domain.page.data.short,
      items: [domain, ...sections.filter((section) => isIn(domain, section))].map(toItem),
    })),
    ...sections.filter(({ url }) => url.startsWith('/guides/')).map(toItem),
    { path: 'changed', label: `What changed since ${site.notesYear}` },
    { path: 'glossary', label: 'Glossary' },
  ];
};

/** The flashcards of the guide: one a fact, in a deck of its domain, and one a glossary term. */
import { type Fact, findTerms, getDomains, getFacts, getTerms, type Term, toSheet } from '~/catalog.ts';
import { toRevision } from '~/lib/revision.ts';
import { toFirstSentence } from '~/lib/text.ts';
import type { Fact as FactRecord } from '~/schemas/fact.ts';
import type { Term as TermRecord } from '~/schemas/term.ts';

/** A flashcard; lines of text may hold code between backticks. */
export interface Flashcard {
  /** `fact/<id>` or `term/<id>`, permanent. */
  readonly id: string;
  readonly front: string;
  readonly answer: string;
  /** What the notes said, where it is different. */
  readonly then?: Pick<FactRecord, 'then' | 'since' | 'status'> | undefined;
  /** What became of a service that is not simply current. */
  readonly end?: Pick<TermRecord, 'status' | 'since'> | undefined;
  /** What stands in for such a service. */
  readonly successors: readonly { readonly name: string; readonly url: string }[];
  readonly source?: string | undefined;
  /** Where the guide explains it. */
  readonly place: { readonly title: string; readonly url: string };
  /** Stands for the words of the answer: when they change, readers are asked again. */
  readonly revision: string;
}

/** A page of cards. */
export interface Deck {
  /** The folder name of the domain, `guides` or `glossary`. */
  readonly id: string;
  /** Empty for the guides and the glossary. */
  readonly number: string;
  readonly title: string;
  readonly cards: readonly Flashcard[];
}

const toFactCard = ({ id, prompt, today, then, since, status, source, page }: Fact): Flashcard => ({
  id: `fact/${id}`,
  front: prompt,
  answer: today,
  then: then === undefined ? undefined : { then, since, status },
  successors: [],
  source,
  place: { title: `${page.number} ${page.title}`.trim(), url: `${page.url}#${then ? 'then' : 'fact'}-${id}` },
  revision: toRevision(today),
});

const toTermCard = async ({ id, url, name, data, entry }: Term): Promise<Flashcard> => {
  const answer = toFirstSentence(entry.body ?? '').replaceAll('**', '');
  const { status, since, replacedBy, source } = data;
  return {
    id: `term/${id}`,
    front: name,
    answer,
    end: status === 'current' ? undefined : { status, since },
    successors: status === 'current' ? [] : await findTerms(replacedBy),
    source,
    place: { title: 'Glossary', url },
    revision: status === 'current' ? toRevision(answer) : toRevision(answer, status, since, ...replacedBy),
  };
};

/** All decks in the order of the guide. Terms of the exam itself (how it is scored and sat) are no cards: nobody is asked them. */
export const getDecks = async (): Promise<Deck[]> => {
  const facts = await getFacts();
  const terms = (await getTerms()).filter(({ data }) => data.kind !== 'exam');
  const toCards = (sheet: string): Flashcard[] => facts.filter(({ page }) => toSheet(page) === sheet).map(toFactCard);
  return [
    ...(await getDomains()).map(({ id, number, short }) => ({ id, number, title: short, cards: toCards(id) })),
    { id: 'guides', number: '', title: 'Guides', cards: toCards('guides') },
    { id: 'glossary', number: '', title: 'Glossary', cards: await Promise.all(terms.map(toTermCard)) },
  ].filter(({ cards }) => cards.length > 0);
};

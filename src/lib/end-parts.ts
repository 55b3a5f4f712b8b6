/** The parts that close every section, made from its records and not from its text. */
interface Part {
  readonly depth: 2;
  readonly slug: string;
  readonly text: string;
}

/** What a section needs to have for each closing part. */
interface Records {
  readonly facts: readonly unknown[];
  readonly questions: readonly unknown[];
  readonly sources: readonly unknown[];
}

const part = (slug: string, text: string): Part => ({ depth: 2, slug, text });

/** The headings of the closing parts that a section has, in order. */
export const endParts = ({ facts, questions, sources }: Records): Part[] => [
  ...(facts.length > 0 ? [part('figures-to-know', 'Figures to know')] : []),
  ...(questions.length > 0 ? [part('questions', 'Questions')] : []),
  ...(sources.length > 0 ? [part('sources', 'Sources')] : []),
];

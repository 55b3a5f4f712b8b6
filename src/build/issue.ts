/** Every promise about content that the build holds, by its permanent id. */
export const contentRules = {
  'bad-encoding': 'A content file is UTF-8 text without a byte order mark.',
  'bad-character': 'A text holds no characters that nobody sees.',
  'empty-file': 'A content file holds something.',
  'too-large': 'A content file has the size, and the depth, of what a person writes.',
  'missing-front-matter': 'A page begins with whole front matter.',
  'yaml-syntax': 'A YAML file or front matter can be parsed.',
  'mdx-syntax': 'A page can be parsed as MDX.',
  'stray-file': 'Every file below content/ has a place in the content model.',
  'missing-file': 'A section folder has its page, and a domain its opening page.',
  'missing-text': 'A page has text, and a glossary entry a definition.',
  'bad-name': 'The names of files and folders can be ids and addresses, and sections carry the number of their domain.',
  'invalid-field': 'Front matter and records have the fields that their schema names.',
  'future-date': 'Nothing was checked in the future.',
  'duplicate-id': 'An id belongs to one record of its kind in the whole guide.',
  'duplicate-name': 'A name or alias belongs to one glossary entry.',
  'duplicate-heading': 'Headings of one page differ, because each is an address.',
  'forbidden-markup':
    'Pages hold Markdown and the components of the vocabulary: no HTML, images, imports, exports or level-one headings.',
  'unknown-component': 'A component is one of the vocabulary.',
  'missing-attribute': 'A component has the attributes it needs.',
  'unknown-attribute': 'A component has no other attributes than those, each once.',
  'unknown-fact': 'A named fact exists.',
  'unknown-diagram': 'A named diagram exists.',
  'unknown-term': 'A named glossary entry exists.',
  'unknown-exam-task': 'A named exam and its task exist.',
  'unknown-heading': 'A question names a heading of its own page.',
  'unplaced-fact': 'A fact that is not what the notes said stands beside a line of its page, once.',
  'unused-diagram': 'A diagram is shown on a page.',
  'unused-term': 'A glossary entry is used by a page.',
  'circular-term': 'A glossary entry names others, and none that replaces it is replaced by it.',
  'undrawn-diagram': 'A diagram has its drawing beside it.',
  'stale-diagram': 'A drawing is as new as its source.',
  'unclean-drawing': 'A drawing holds what `npm run diagrams` draws and nothing else.',
  'diagram-without-description': 'A diagram says in words what it shows.',
  'broken-link': 'A link between content files leads to a page.',
  'broken-anchor': 'An anchor in a link leads to a heading.',
  'unsafe-link': 'A link to another site starts with https://.',
} as const;

/** What only drawing a diagram shows: `npm run diagrams` holds these. */
export const drawingRules = {
  'diagram-syntax': 'Mermaid can read a diagram.',
  'unknown-diagram-type': 'A diagram is a flowchart or a sequence.',
  'unknown-shape': 'A shape is one that means something in the guide.',
  'unknown-edge': 'A line ends in an arrow, a cross or nothing.',
  'unknown-class': 'A class marks a state that the guide knows.',
  'diagram-fault': "What Mermaid draws can be drawn in the guide's own way.",
} as const;

/** The permanent id of a rule. */
export type Rule = keyof typeof contentRules | keyof typeof drawingRules;

/** A broken promise: where, what, and what to do about it. */
export interface Issue {
  readonly rule: Rule;
  /** The file below the project's folder, with forward slashes. */
  readonly file: string;
  /** The line in the file, from 1. */
  readonly line: number;
  /** What was found, with the author's value in quotes. */
  readonly message: string;
  /** What was expected, or the nearest valid name, and what to do next. */
  readonly hint: string;
}

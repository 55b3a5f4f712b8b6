/** A piece of one line of text: plain words, or code that stood between backticks. */
export interface Piece {
  readonly code: boolean;
  readonly text: string;
}

/** Splits a line of YAML text at its backticks. */
export const toPieces = (text: string): Piece[] =>
  text
    .split(/`([^`]+)`/)
    .map((part, index) => ({ code: index % 2 === 1, text: part }))
    .filter((piece) => piece.text !== '');

/** The same line without its backticks, for places that hold plain text only. */
export const toPlainText = (text: string): string => text.replaceAll(/`([^`]+)`/g, '$1');

/** A text in at most 80 characters; an ellipsis stands for the rest. */
export const toShort = (text: string): string => {
  const letters = [...text.slice(0, 200)];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : text;
};

/** The text for HTML, between tags or in an attribute with double quotation marks. */
export const toHtmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text for Markdown, in which none of its signs is one of Markdown's. */
export const toMarkdownText = (text: string): string => text.replaceAll(/[\\`*_[\]<]|&(?=#?\w+;)/g, String.raw`\$&`);

/** A name as it starts a line: with a capital. */
export const toHeading = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The name under which a reader looks it up: without the vendor's. */
export const toSortName = (name: string): string => toHeading(name.replace(/^(?:Amazon|AWS) /, ''));

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Writes `2020-12-01`, `2020-12` or `2020` as "1 December 2020", "December 2020" or "2020". */
export const toDate = (when: string): string => {
  const [year, month, day] = when.split('-');
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
};

/** The first sentence of a text, for previews. */
export const toFirstSentence = (text: string): string =>
  /^.*?[.!?](?=\s+\p{Lu}|\s*$)/su.exec(text.trim())?.[0] ?? text.trim();

/** A number with its noun: `1 question`, `1,204 questions`, `2 entries`. */
export const toCount = (count: number, noun: string, nouns = `${noun}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? noun : nouns}`;

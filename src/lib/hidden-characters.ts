/** Finds characters that nobody sees but that change what a text is to programs, or to the next reader. */

/** Controls, turns of the writing direction, zero widths, tags, line separators, and the mark of a lost character. */
const hidden =
  /(?![\t\n])(?:\p{Cc}|\p{Bidi_Control}|\p{Noncharacter_Code_Point}|[\u00ad\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e007f}])/gu;

/** The hidden characters of a text, in order; tabs and line feeds are none. */
export const findHiddenCharacters = (text: string): string[] => text.match(hidden) ?? [];

/** The text with a space in place of each hidden character, so that every other one keeps its line. */
export const toVisible = (text: string): string => text.replaceAll(hidden, ' ');

/** A character as Unicode's tables name it: `U+202E`. */
export const toCodePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text with each hidden character written out, as in `\u{202E}`, for reports. */
export const toEscaped = (text: string): string =>
  text.replaceAll(hidden, (character) => `\\u{${toCodePoint(character).slice(2)}}`);

import { toHash } from './shuffle.ts';

/** Stands for words of the guide: it is another one when they change. */
export const toRevision = (...words: readonly (string | undefined)[]): string => toHash(words.join(' | ')).toString(36);

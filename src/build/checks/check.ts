import type { Library } from '../content.ts';
import type { Issue } from '../issue.ts';

/** Holds one promise about the content; gives an issue for each place that breaks it. */
export type Check = (library: Library) => Issue[];

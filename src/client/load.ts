import { root } from './root.ts';

/**
 * Loads a script that has a bundle of its own (`?worker&url`). So page scripts need not be modules, which browsers refuse to
 * a page that was opened as a file.
 */
export const load = (url: string): Promise<unknown> => import(/* @vite-ignore */ new URL(url.slice(1), root).href);

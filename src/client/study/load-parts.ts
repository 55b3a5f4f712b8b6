import { root } from '../root.ts';

/**
 * Takes parts out of static pages. Their addresses are made whole, so that they hold wherever the parts are put.
 *
 * @param paths the pages, from the site's root without the first slash
 * @param selector which elements are wanted
 * @throws when a page cannot be fetched
 */
export const loadParts = async (paths: readonly string[], selector: string): Promise<HTMLElement[]> => {
  const load = async (path: string): Promise<HTMLElement[]> => {
    const url = root + path;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
    // Without the head, whose style sheet the policy of another page refuses.
    const [main = ''] = /<main.*<\/main>/s.exec(await response.text()) ?? [];
    const page = new DOMParser().parseFromString(main, 'text/html');
    const parts = [...page.querySelectorAll<HTMLElement>(selector)];
    for (const part of parts)
      for (const link of part.querySelectorAll('a')) link.href = new URL(link.getAttribute('href') ?? '', url).href;
    return parts.map((part) => document.adoptNode(part));
  };
  return (await Promise.all(paths.map(load))).flat();
};

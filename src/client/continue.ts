import { root } from './root.ts';
import { readSetting, writeSetting } from './storage.ts';

/** What is kept of the page that a reader saw last. */
interface Place {
  /** The page's address from the site's root. */
  readonly url: string;
  readonly title: string;
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  'title' in value &&
  typeof value.url === 'string' &&
  /^\/[\w./-]+\.html$/.test(value.url) &&
  typeof value.title === 'string';

const readPlace = (): Place | undefined => {
  try {
    const value: unknown = JSON.parse(readSetting('place') ?? 'null');
    return isPlace(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Remembers the section being read; on the guide's first page offers to go on with it. */
export const offerToContinue = (): void => {
  const page = document.querySelector<HTMLElement>('article[data-page]');
  if (page) {
    writeSetting('place', JSON.stringify({ url: page.dataset['page'], title: page.dataset['title'] }));
    return;
  }
  const slot = document.querySelector<HTMLAnchorElement>('a[data-continue]');
  const place = readPlace();
  if (!slot || !place) return;
  slot.href = new URL(place.url.slice(1), root).href;
  slot.textContent = `Go on with ${place.title}`;
  slot.hidden = false;
};

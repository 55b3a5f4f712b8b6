import { load } from './load.ts';
import previewUrl from './term-preview.ts?worker&url';

/** Loads the previews of terms when the first term is pointed at or gets the focus; without them terms are plain links. */
export const prepareTerms = (): void => {
  if (!document.querySelector('a.term') || !('popover' in HTMLElement.prototype) || location.protocol === 'file:')
    return;
  const arrival = new AbortController();
  for (const event of ['pointerover', 'focusin'])
    document.addEventListener(
      event,
      ({ target }) => {
        if (!(target as Element).closest('a.term')) return;
        arrival.abort();
        load(previewUrl).catch(() => undefined);
      },
      { signal: arrival.signal },
    );
};

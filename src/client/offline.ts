/** Reading without a network: what every page does for it. */
import { load } from './load.ts';
import newsUrl from './offline-news.ts?worker&url';
import pageUrl from './offline-page.ts?worker&url';
import { root } from './root.ts';

/** Lets browsers install the guide, and starts what belongs to the offline copy where there is one, or where it is made. */
export const prepareOffline = (): void => {
  const isPage = document.querySelector('[data-offline]') !== null;
  if (isPage) void load(pageUrl).catch(() => undefined);
  // From disk, browsers refuse a manifest and say so in the console.
  if (location.protocol === 'file:') return;
  const manifest = document.createElement('link');
  manifest.rel = 'manifest';
  manifest.href = `${root}guide.webmanifest`;
  document.head.append(manifest);
  if (navigator.serviceWorker?.controller) void load(newsUrl).catch(() => undefined);
};

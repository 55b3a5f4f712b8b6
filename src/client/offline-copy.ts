/** Keeps, renews and removes the offline copy in this browser. */
import { completeMark, findVersion, type OfflineIndex, toCacheName, unpackFiles } from '../lib/offline.ts';
import { root } from './root.ts';

/** Why a browser cannot keep a copy; undefined when it can. */
export const findObstacle = (): string | undefined => {
  if (location.protocol === 'file:')
    return 'This guide was opened as a file, so it is offline already. Search and practice need a web server; the search box says how to start one.';
  if (!('serviceWorker' in navigator) || !('caches' in globalThis) || !('DecompressionStream' in globalThis))
    return 'This browser cannot keep a copy: it lacks service workers, or this address is not a secure one (https).';
  return undefined;
};

/** The names of this guide's caches, whole or not. */
const findCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => findVersion(root, name) !== undefined);

/** The version that is kept whole; undefined when there is none. */
export const findKeptVersion = async (): Promise<string | undefined> => {
  let version: string | undefined;
  for (const name of await findCaches())
    if (await (await caches.open(name)).match(`${root}${completeMark}`)) version = findVersion(root, name);
  return version;
};

/** What the site has now. @throws when it cannot be reached */
export const fetchIndex = async (): Promise<OfflineIndex> => {
  const response = await fetch(`${root}offline/index.json`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The site answered ${response.status}.`);
  return (await response.json()) as OfflineIndex;
};

/** Loads the copy and takes it apart, and says after each piece how many bytes have come. */
const loadFiles = async ({ url, size }: OfflineIndex, tell: (share: number) => void) => {
  const response = await fetch(`${root}${url}`);
  if (!response.ok || !response.body) throw new Error(`The site answered ${response.status}.`);
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const piece of response.body.pipeThrough(
    new DecompressionStream('gzip'),
  ) as unknown as AsyncIterable<Uint8Array>) {
    bytes.set(piece, length);
    length += piece.length;
    tell(length / size);
  }
  return unpackFiles(bytes.subarray(0, length));
};

/**
 * Keeps the site's present version in place of an older one. The older one stays until the new one is whole.
 *
 * @param tell hears how far it is, from 0 to 1
 * @throws when it cannot be loaded or there is no room; nothing of it is left behind then
 */
export const keepCopy = async (index: OfflineIndex, tell: (share: number) => void): Promise<void> => {
  const name = toCacheName(root, index.version);
  try {
    const files = await loadFiles(index, (share) => tell(share * 0.4));
    const cache = await caches.open(name);
    for (const [place, { path, type, body }] of files.entries()) {
      await cache.put(`${root}${path}`, new Response(body, { headers: { 'content-type': type } }));
      if (place % 50 === 0) tell(0.4 + (0.6 * place) / files.length);
    }
    await cache.put(`${root}${completeMark}`, new Response(index.version));
    await navigator.serviceWorker.register(`${root}sw.js`);
    await navigator.serviceWorker.ready;
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  for (const other of await findCaches()) if (other !== name) await caches.delete(other);
};

/** Removes the copy and the service worker; progress is not touched. */
export const removeCopy = async (): Promise<void> => {
  for (const name of await findCaches()) await caches.delete(name);
  const registration = await navigator.serviceWorker.getRegistration(root);
  await registration?.unregister();
};

/** Answers from the offline copy, once a reader has asked for one. It loads nothing by itself: `offline.ts` does, when it is told to. */
import { completeMark, findVersion, sheetMark, toSheetPath } from '../lib/offline.ts';

/** As much of a service worker's own world as is used here; TypeScript cannot have it beside that of pages. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

const worker = globalThis as unknown as WorkerScope;
const root = worker.registration.scope;

/** The newest copy that is whole. */
const openCopy = async (): Promise<Cache | undefined> => {
  let newest: Cache | undefined;
  for (const name of await caches.keys()) {
    if (findVersion(root, name) === undefined) continue;
    const copy = await caches.open(name);
    if (await copy.match(`${root}${completeMark}`)) newest = copy;
  }
  return newest;
};

/** Puts the style sheets back into a page. */
const withSheets = async (copy: Cache, response: Response): Promise<Response> => {
  const html = await response.text();
  const hashes = [...new Set([...html.matchAll(sheetMark)].map(([, hash = '']) => hash))];
  const sheets = await Promise.all(
    hashes.map(
      async (hash) => [hash, (await (await copy.match(`${root}${toSheetPath(hash)}`))?.text()) ?? ''] as const,
    ),
  );
  const texts = new Map(sheets);
  const whole = html.replaceAll(sheetMark, (_, hash: string) => texts.get(hash) ?? '');
  return new Response(whole, { headers: response.headers });
};

/** The kept file, or nothing. A page's query is its own affair. */
const findKept = async (copy: Cache, url: URL): Promise<Response | undefined> => {
  const path = url.href.replace(/[?#].*$/s, '').replace(/\/$/, '/index.html');
  const response = await copy.match(path);
  return response?.headers.get('content-type')?.startsWith('text/html') ? withSheets(copy, response) : response;
};

/** What is not kept comes from the network; without one, readers are led to the page that says what is kept. */
const answer = async (request: Request): Promise<Response> => {
  const copy = await openCopy();
  const kept = copy && (await findKept(copy, new URL(request.url)));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode === 'navigate' && copy) return Response.redirect(new URL('offline.html?missing', root));
    throw error;
  }
};

worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const isLive = url.startsWith(`${root}offline/`);
  if (method === 'GET' && url.startsWith(root) && !isLive) event.respondWith(answer(event.request));
});

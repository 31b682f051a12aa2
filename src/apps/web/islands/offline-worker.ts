/**
 * Opens the till's page where there is no network. It knows one page and the files that page is made of, which the page itself put there; whatever else is asked for
 * goes its ordinary way and is kept nowhere.
 */
interface Keeper extends EventTarget {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
interface Asked extends Event {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const keeper = globalThis as never as Keeper;
const PAGE = '/till/offline';
/** On a line that answers too slowly the kept page is better than none. */
const PATIENCE = 5000;

const kept = (url: string): Promise<Response | undefined> => caches.match(url, { ignoreVary: true });

keeper.addEventListener('install', () => keeper.skipWaiting());
keeper.addEventListener('activate', (event) => (event as Asked).waitUntil(keeper.clients.claim()));
keeper.addEventListener('fetch', (event) => {
  const asked = event as Asked;
  const { request } = asked;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === PAGE && request.mode === 'navigate') {
    asked.respondWith(fetch(request, { signal: AbortSignal.timeout(PATIENCE) }).catch(async () => (await kept(PAGE)) ?? Response.error()));
  } else if (pathname.startsWith('/assets/')) {
    asked.respondWith(kept(request.url).then((found) => found ?? fetch(request)));
  }
});

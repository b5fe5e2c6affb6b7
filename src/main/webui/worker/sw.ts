// Opens the app without a network: it keeps the app's own files, and nothing of what the service says about anybody.
export {};
declare const self: ServiceWorkerGlobalScope;
/** Written here by the build (build/worker.ts): all files, and a name that changes with any of them. */
declare const __SHELL__: { version: string; files: string[] };

const home = new URL(self.registration.scope).pathname;
const { version, files } = __SHELL__;
const shell = `shell-${version}`;

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener('message', (event) => event.data === 'take over' && void self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(home)) return;
  // Every address of the app is the same page, also the return from Keycloak, in the window and in the hidden frame.
  if (request.mode !== 'navigate') event.respondWith(file(request));
  else {
    event.respondWith(page(request));
    if (request.destination === 'document') event.waitUntil(refresh());
  }
});

async function fill(): Promise<void> {
  const all = [home, ...files.map((f) => home + f)];
  // Files whose names change with what is in them are the same in the browser's own cache.
  const requests = all.map((f) => new Request(f, { cache: f.includes('/assets/') ? 'default' : 'no-cache' }));
  await (await caches.open(shell)).addAll(requests);
}

/** The shell before stays for pages that were opened with it and load their next screen later. */
async function tidy(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith('shell-') && name !== shell);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

// A proxy may answer with Vary: Origin, which the page's own requests have and those of the worker have not.
const anyway = { ignoreVary: true };

async function page(request: Request): Promise<Response> {
  return (await (await caches.open(shell)).match(home, anyway)) ?? fetch(request);
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, anyway)) ?? fetch(request);
}

/** The page's headers say whom it may talk to (Content-Security-Policy), and the operator can change them. */
async function refresh(): Promise<void> {
  const cache = await caches.open(shell);
  const [fresh, kept] = await Promise.all([
    fetch(home, { cache: 'no-cache' }),
    cache.match(home, anyway),
  ]).catch(() => []);
  const same = fresh?.ok && kept && (await fresh.clone().text()) === (await kept.text());
  if (same) await cache.put(home, fresh);
}

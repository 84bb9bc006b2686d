// Keeps the guide readable without a network. A page always comes from the network when there is one, so that no old
// fact is shown after a new release; the kept copy is for when there is none. Its name changes with every release, and
// what it keeps is asked of the host anew, whatever the browser still has.
const CACHE = {{ ("guide-" ~ locale ~ "-" ~ version) | tojson }};
const FILES = {{ files | tojson }};

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith({{ ("guide-" ~ locale ~ "-") | tojson }}) && name !== CACHE;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const kept = () => caches.open(CACHE).then((cache) => cache.match(request, { ignoreSearch: true }));
  event.respondWith(fetch(request).catch(async () => (await kept()) ?? Response.error()));
});

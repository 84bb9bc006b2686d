// Keeps the guide readable without a network: every page of it in each language, the glossary and the home page. A page
// comes from the network when there is one, so that no old fact is shown after a new release; the kept copy is for when
// there is none, or when it is silent. The name of what is kept changes with every release, and it is asked of the host
// anew, whatever the browser still has.
const CACHE = {{ ("guide-" ~ version) | tojson }};
const FILES = {{ files | tojson }}.map((file) => new URL(file, location).href);
const SILENCE = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })))).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("guide-") && name !== CACHE;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

async function answer(request) {
  const kept = () => caches.open(CACHE).then((cache) => cache.match(request, { ignoreSearch: true }));
  const fetched = fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, SILENCE)).then(kept);
  try {
    return (await Promise.race([fetched, late])) ?? (await fetched);
  } catch {
    return (await kept()) ?? Response.error();
  }
}

// What is not kept is none of its business.
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method === "GET" && FILES.includes(origin + pathname)) event.respondWith(answer(event.request));
});

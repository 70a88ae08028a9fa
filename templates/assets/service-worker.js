// Keeps the site readable without a network. Before this stands what the site's build knows: `site.version`, which changes with the files in
// `site.kept`; these are fetched at the first visit, pages when they are read. `site.own` are the names at the site's root: what else there
// is on this host is left alone, and so is every other cache.

const base = new URL("./", location).pathname;
// A blank stands in no path, so that one site's caches are never taken for those of a site in a folder below it.
const prefix = `${base} `;
const name = prefix + site.version;

const olderNames = async () => (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);

/** Fetched past the browser's own cache. */
const current = (address) => new Request(address, { cache: "no-cache" });

const isOwn = ({ origin, pathname }) => {
  if (origin !== location.origin || !pathname.startsWith(base)) return false;
  const [first] = pathname.slice(base.length).split("/");
  return first === "" || site.own.includes(first);
};

/** The files with hashes in their names stay as they are for ever. */
const isFingerprinted = ({ pathname }) => /[./][0-9a-f]{16}[./]/.test(pathname);

/** The pages that are open, and those that were read before this version came. */
async function readPages() {
  const open = (await clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ url }) => url);
  const before = (await Promise.all((await olderNames()).map(async (key) => (await caches.open(key)).keys()))).flat().map(({ url }) => url);
  const addresses = [...open, ...before].map((address) => new URL(address)).filter((url) => isOwn(url) && url.pathname.endsWith("/"));
  return [...new Set(addresses.map(({ origin, pathname }) => origin + pathname))].slice(-100);
}

async function install() {
  const cache = await caches.open(name);
  await cache.addAll(site.kept.map((path) => current(base + path)));
  await Promise.allSettled((await readPages()).map((address) => cache.add(current(address))));
}

async function activate() {
  await Promise.all((await olderNames()).map((key) => caches.delete(key)));
  await clients.claim();
}

async function answer(event, url) {
  const cache = await caches.open(name);
  const address = url.origin + url.pathname;
  const keep = (response) => {
    if (response.ok && !response.redirected) event.waitUntil(cache.put(address, response.clone()).catch(() => {}));
    return response;
  };
  const kept = await cache.match(address);
  if (kept && isFingerprinted(url)) return kept;
  try {
    return keep(await fetch(event.request));
  } catch (error) {
    const instead = kept ?? (event.request.mode === "navigate" ? await cache.match(base + site.offline) : null);
    if (instead) return instead;
    throw error;
  }
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "GET" && isOwn(url)) event.respondWith(answer(event, url));
});

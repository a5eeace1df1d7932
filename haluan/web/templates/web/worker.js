// What this device can show without a network: the pages of the desk that were opened on it, and what they need.
// The network comes first, always; a kept page is shown only where it fails, and says of when it is. Kept pages belong
// to one person: an answer that names another, or nobody, and every sign-out, take them away.

const PREFIX = "haluan:";
const FILES = `${PREFIX}files:{{ version }}`;
const PAGES = `${PREFIX}pages:{{ version }}:`; // followed by the person
const MOST = 60;
const OFFLINE = "{% url 'offline' %}";
const SIGN_OUT = "{% url 'account_logout' %}";
const STATIC = "{{ static }}";

async function clear(spared) {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== FILES && !spared(name)) await caches.delete(name);
  }
}

/** Keeps an answer of the network when its view wants that; whoever it is for is the only one whose pages stay. */
async function keep(path, response) {
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) return;
  const person = response.headers.get("X-Person");
  const mine = PAGES + person;
  await clear((name) => person && name === mine);
  if (!person) return;
  const pages = await caches.open(mine);
  if (!response.ok || !response.headers.has("X-Keep")) {
    await pages.delete(path, { ignoreVary: true }); // gone, or no longer this person's to read
    return;
  }
  const headers = new Headers(response.headers);
  headers.set("X-Keep", new Date().toISOString());
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  if (!(await pages.match(OFFLINE, { ignoreVary: true }))) await pages.add(OFFLINE);
  await pages.put(path, new Response(await response.text(), { headers }));
  const [oldest, ...others] = (await pages.keys()).filter((each) => !each.url.endsWith(OFFLINE));
  if (others.length >= MOST) await pages.delete(oldest, { ignoreVary: true });
}

/** The kept page, which says when it was last opened; where it was never opened, what there is on this device. */
async function kept(path) {
  const page = (await caches.match(path, { ignoreVary: true })) ?? (await caches.match(OFFLINE, { ignoreVary: true }));
  if (!page) return Response.error();
  const { headers } = page;
  const html = await page.text();
  return new Response(html.replace("<html ", `<html data-kept="${headers.get("X-Keep") ?? ""}" `), { headers });
}

async function visit(event) {
  const { request } = event;
  const { pathname, search } = new URL(request.url);
  if (request.method === "POST" && pathname === SIGN_OUT) await clear(() => false);
  let response;
  try {
    response = await fetch(request);
  } catch {
    return request.method === "GET" ? kept(pathname) : Response.error();
  }
  if (request.method === "GET" && !search) event.waitUntil(keep(pathname, response.clone()));
  return response;
}

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(caches.open(FILES).then((files) => files.addAll({{ files|safe }})));
});
addEventListener("activate", (event) => {
  event.waitUntil(clear((name) => name.startsWith(PAGES)).then(() => clients.claim()));
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.mode === "navigate") event.respondWith(visit(event));
  else if (origin === location.origin && pathname.startsWith(STATIC)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request, { ignoreVary: true })) ?? Response.error()));
  }
});
// A page that was there before this worker asks to be kept.
addEventListener("message", (event) => {
  event.waitUntil(fetch(event.data).then((response) => keep(event.data, response)));
});

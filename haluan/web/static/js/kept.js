// The pages that this device has kept (see web/worker.js), listed where a page can't be had without a network.

const list = document.querySelector("[data-kept-pages]");

for (const name of (await window.caches?.keys()) ?? []) {
  if (!name.startsWith("haluan:pages:")) continue;
  const pages = await caches.open(name);
  for (const request of (await pages.keys()).reverse()) {
    const page = await pages.match(request, { ignoreVary: true });
    if (!page.headers.has("X-Keep")) continue;
    const read = new DOMParser().parseFromString(await page.text(), "text/html");
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(request.url).pathname;
    link.textContent = read.title.replace(/ · Haluan$/, "");
    const when = document.createElement("small");
    when.className = "muted";
    when.textContent = ` ${moment(page.headers.get("X-Keep"))}`;
    item.append(link, when);
    list.append(item);
  }
}
list.hidden = !list.children.length;
document.querySelector("[data-none]").hidden = !list.hidden;

function moment(at) {
  return new Date(at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
}

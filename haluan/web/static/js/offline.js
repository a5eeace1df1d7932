// A page of the desk is kept on this device (see web/worker.js); one that came from there says so.

export const AGAIN = 5000;
const kept = document.documentElement.dataset.kept;

export async function keepThisPage() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const seen = Boolean(workers.controller); // then the worker has kept it on its way here
  try {
    await workers.register(document.body.dataset.worker);
    if (!seen && !location.search) (await workers.ready).active.postMessage(location.pathname);
  } catch {
    // no network, or a browser that forbids it: the page works as it did before
  }
}

/** Says that this page is not from the network, and of when it is, until something was sent again. */
export function note(shown) {
  const place = document.querySelector("[data-kept-note]");
  if (!place || !kept) return;
  place.hidden = !shown;
  place.querySelector("[data-kept-at]").textContent = new Date(kept).toLocaleString(document.documentElement.lang, {
    dateStyle: "long",
    timeStyle: "short",
  });
}

/** Back on the network: the page as it is now, unless it holds what only the person here can settle. */
export async function reopen(saver) {
  if (!kept || !navigator.onLine || !saver.safe()) return;
  try {
    if ((await fetch(location.pathname, { method: "HEAD" })).ok) location.reload();
  } catch {
    // not yet: asked again in a while
  }
}

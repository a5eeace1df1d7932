// A long job on the page: asked for again every second until it is over, more seldom while the network is away.

const EVERY = 1000;
const SELDOM = 15000;
const said = document.querySelector("[data-job-said]");

for (const job of document.querySelectorAll("[data-job]")) follow(job);

function follow(job) {
  let wait = EVERY;
  async function look() {
    if (document.visibilityState !== "hidden") {
      const fresh = await fetched(job);
      wait = fresh ? EVERY : Math.min(wait * 2, SELDOM);
      if (fresh) job = shown(job, fresh);
    }
    if (job.dataset.job) setTimeout(look, wait);
  }
  setTimeout(look, EVERY);
}

async function fetched(job) {
  try {
    const response = await fetch(job.dataset.job, { headers: { "X-Fragment": "1" } });
    if (!response.ok || response.redirected) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector(".job"); // rendered and escaped by the server
  } catch {
    return null; // no network: tried again
  }
}

// While the state is the same only figures and words change, so that a button stays under the finger.
function shown(old, fresh) {
  if (old.dataset.state === fresh.dataset.state) {
    const live = fresh.querySelectorAll("[data-live]");
    old.querySelectorAll("[data-live]").forEach((part, place) => refresh(part, live[place]));
    return old;
  }
  if (fresh.dataset.then) {
    go(fresh.dataset.then); // what it found changes the whole page
    return fresh;
  }
  const focused = old.contains(document.activeElement);
  old.replaceWith(fresh);
  if (focused) fresh.querySelector("a, button")?.focus();
  if (said) said.textContent = fresh.dataset.said;
  return fresh;
}

function go(address) {
  const to = new URL(address, location.href);
  const here = to.pathname + to.search === location.pathname + location.search;
  location.assign(to);
  if (here) location.reload();
}

function refresh(part, fresh) {
  if (!fresh) return;
  if (part.localName === "progress") part.value = fresh.value;
  else if (part.textContent !== fresh.textContent) part.textContent = fresh.textContent;
}

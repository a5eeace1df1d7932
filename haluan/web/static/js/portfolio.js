// The road map as it is tried on: a bar dragged to another year, or its year chosen, is answered by the server.

const place = document.querySelector("[data-try]");
let asked = 0;

if (place) {
  ready();
  place.addEventListener("change", (event) => event.target.matches(".movable select") && tryOn());
  place.addEventListener("pointerdown", grab);
}

function ready() {
  for (const map of place.querySelectorAll(".movable")) map.classList.add("live");
  place.querySelector(".without")?.remove();
}

// Only what differs from the portfolio it began with goes into the address; the server leaves out the rest.
async function tryOn() {
  const number = ++asked;
  const query = new URLSearchParams({ pilihan: place.querySelector("[data-moves]").elements.pilihan.value });
  for (const one of place.querySelectorAll(".movable select"))
    if (one.value !== one.dataset.origin) query.set(one.name, one.value);
  const address = `${place.dataset.try}?${query}`;
  const tried = place.firstElementChild;
  tried.setAttribute("aria-busy", "true");
  const fresh = await fetched(address);
  if (number !== asked) return;
  if (!fresh) {
    location.assign(address); // the page says what is wrong
    return;
  }
  show(fresh);
  history.replaceState(null, "", address);
}

async function fetched(address) {
  try {
    const response = await fetch(address, { headers: { "X-Fragment": "1" } });
    if (!response.ok || response.redirected) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector(".tried"); // rendered and escaped by the server
  } catch {
    return null;
  }
}

function show(fresh) {
  const focused = document.activeElement?.name;
  const open = [...place.querySelectorAll("details")].map((one) => one.open);
  const words = Object.fromEntries([...place.querySelectorAll("#alasan, #nama")].map((one) => [one.id, one.value]));
  place.replaceChildren(fresh);
  document.querySelector(".head h1").textContent = fresh.dataset.heading;
  document.querySelector(".head .lead").textContent = fresh.dataset.lead;
  const details = [...place.querySelectorAll("details")];
  if (details.length === open.length) details.forEach((one, at) => (one.open = open[at]));
  for (const [id, value] of Object.entries(words)) {
    const field = document.getElementById(id);
    if (field) field.value = value;
  }
  ready();
  if (focused) place.querySelector(`[name="${CSS.escape(focused)}"]:not([type="hidden"])`)?.focus();
}

// Dragging: the bar follows the pointer by whole years; past an end, or off its row by far, it leaves.
function grab(event) {
  const lane = event.target.closest(".movable .lane");
  if (!lane || event.button) return;
  const row = lane.closest("li");
  const map = row.parentElement;
  const select = row.querySelector("select");
  const first = Number(map.dataset.first);
  const count = Number(map.dataset.count);
  const box = lane.getBoundingClientRect();
  const year = box.width / count;
  const from = select.value ? Number(select.value) : null;
  const begin = event.clientX;
  let to = select.value;
  lane.setPointerCapture(event.pointerId);
  row.classList.add("dragged");

  function move(now) {
    const steps = Math.round((now.clientX - begin) / year);
    const next = from === null ? first + Math.floor((now.clientX - box.left) / year) : from + steps;
    const away = next < first || next >= first + count || Math.abs(now.clientY - box.top) > 120;
    to = away ? "" : String(next);
    select.value = to;
    const bar = lane.querySelector("svg");
    if (bar && from !== null) bar.style.translate = `${away ? 0 : (next - from) * year}px -50%`;
  }

  function drop() {
    lane.removeEventListener("pointermove", move);
    row.classList.remove("dragged");
    if (to !== (from === null ? "" : String(from))) tryOn();
    else lane.querySelector("svg")?.style.removeProperty("translate");
  }

  function cancel() {
    to = select.value = from === null ? "" : String(from);
    drop();
  }

  lane.addEventListener("pointermove", move);
  lane.addEventListener("pointerup", drop, { once: true });
  lane.addEventListener("pointercancel", cancel, { once: true });
}

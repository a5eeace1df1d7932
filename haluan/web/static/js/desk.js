// The desk: autosave, sheet keys, who is here, the quiet number. Without this script the form is sent with a button.

import { sheet } from "./cells.js";
import { AGAIN, keepThisPage, note, reopen } from "./offline.js";
import { watch } from "./presence.js";
import { prose } from "./prose.js";
import { Saver, sendOthers } from "./saving.js";

const forms = [...document.querySelectorAll("[data-desk]")];
const state = document.querySelector("[data-state]");
const words = JSON.parse(document.getElementById("desk-words")?.textContent ?? "{}");
const number = Number(document.body.dataset.number ?? 0);

function say(look, what, link, at = "") {
  if (!state) return;
  state.className = `saved ${look}`;
  state.textContent = (words[what] ?? what).replace("{at}", at);
  if (look === "busy") state.classList.add("row");
  if (link) {
    const a = document.createElement("a");
    a.href = link;
    a.textContent = words.masukLagi ?? link;
    state.append(" ", a);
  }
}

const opened = reading();

function reading() {
  const value = document.querySelector("[data-judge-panel] [data-value]")?.dataset.value;
  return value === undefined ? null : Number(value);
}

async function judge(address) {
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  if (!response.ok || response.redirected) return;
  const aside = document.querySelector("aside.judge");
  const held = [...aside.querySelectorAll("details")].map((each) => each.open);
  aside.innerHTML = await response.text();
  aside.querySelectorAll("details").forEach((each, i) => (each.open = held[i] ?? false));
  const now = reading();
  const delta = aside.querySelector("[data-delta]");
  if (delta && opened !== null && now !== null && Math.round(now) !== Math.round(opened)) {
    const sign = now > opened ? "+" : "−";
    const size = Math.abs(now - opened).toLocaleString(document.documentElement.lang, { maximumSignificantDigits: 3 });
    delta.textContent = `${sign}${size} ${words.sejakBuka ?? ""}`;
    delta.className = now > opened ? "up" : "down";
  }
  const line = document.querySelector(".judge-line [data-potential]");
  const value = aside.querySelector("[data-potential]");
  if (line && value) line.textContent = value.textContent;
}

keepThisPage();
note(true);

let redrawing = 0;

/** What the server draws from the whole page, such as the scale of a level: again, once saves have come to rest. */
function redraw() {
  clearTimeout(redrawing);
  redrawing = setTimeout(redrawNow, 800);
}

async function redrawNow() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!response.ok || response.redirected) return;
  const now = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const place of document.querySelectorAll("[data-drawn]")) {
    const drawn = now.querySelector(`[data-drawn="${CSS.escape(place.dataset.drawn)}"]`);
    const held = [...place.querySelectorAll("details")].map((each) => each.open);
    if (drawn) place.innerHTML = drawn.innerHTML; // rendered and escaped by the server
    place.hidden = !drawn;
    place.querySelectorAll("details").forEach((each, i) => (each.open = held[i] ?? false));
  }
}

/** On a board: a card whose heading was changed goes under it, with the focus. */
function regroup(form) {
  const card = form.closest("li");
  const list = document.querySelector(`[data-cards="${CSS.escape(form.querySelector('[data-path="kind"]')?.value ?? "")}"]`);
  if (!list || card.parentElement === list) return;
  const focused = document.activeElement;
  list.append(card);
  focused?.focus();
}

function saverOf(form, savers) {
  const saver = new Saver(form, document.body.dataset.plan, say, (answer) => {
    savers.watched?.(answer.number);
    note(false);
    const mode = answer.mode && document.querySelector("[data-mode]");
    if (mode) mode.outerHTML = answer.mode; // rendered and escaped by the server
    if (form.dataset.judge) judge(form.dataset.judge);
    else {
      regroup(form);
      redraw();
    }
  });
  form.addEventListener("input", () => saver.typed());
  form.addEventListener("change", () => saver.flush());
  sheet(form, () => saver.typed());
  form.addEventListener("submit", async (event) => {
    if (event.submitter?.dataset.sent) return;
    event.preventDefault(); // first what was typed, then the button's own act
    if (!(await saver.flush())) return;
    event.submitter.dataset.sent = "yes";
    form.requestSubmit(event.submitter);
  });
  return saver;
}

// A long outline opens where one is: only the outline scrolls, not the page.
const tree = document.querySelector(".outline .stick");
const here = tree?.querySelector("a[aria-current]");
if (here) tree.scrollTop = here.getBoundingClientRect().top - tree.getBoundingClientRect().top - tree.clientHeight / 2;

if (forms.length) {
  document.documentElement.classList.add("has-script");
  const savers = [];
  for (const form of forms) savers.push(saverOf(form, savers));
  const flush = () => Promise.all(savers.map((saver) => saver.flush()));
  const others = () => sendOthers(savers[0].plan, new Set(savers.map((each) => each.name)), savers[0].token());
  addEventListener("online", async () => {
    await flush();
    await others();
    reopen(savers[0]);
  });
  addEventListener("pagehide", flush);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      flush();
    }
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      document.querySelector(event.key === "ArrowUp" ? "a[rel=prev]" : "a[rel=next]")?.click();
    }
  });
  setInterval(() => reopen(savers[0]), AGAIN);
  for (const place of document.querySelectorAll("[data-prose]")) prose(place, words);
  for (const saver of savers) saver.recover();
  others();
  savers.watched = watch(forms[0], number, savers[0]);
}

// The desk: autosave, sheet keys, who is here, the quiet number. Without this script the form is sent with a button.

import { sheet } from "./cells.js";
import { watch } from "./presence.js";
import { Saver, sendOthers } from "./saving.js";

const form = document.querySelector("[data-desk]");
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

async function judge() {
  const response = await fetch(form.dataset.judge, { headers: { Accept: "text/html" } });
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

if (form) {
  document.documentElement.classList.add("has-script");
  let saved = () => {};
  const saver = new Saver(form, document.body.dataset.plan, say, (answer) => {
    saved(answer.number);
    const mode = answer.mode && document.querySelector("[data-mode]");
    if (mode) mode.outerHTML = answer.mode; // rendered and escaped by the server
    judge();
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
  addEventListener("online", () => {
    saver.flush();
    sendOthers(saver.plan, saver.name, saver.token());
  });
  addEventListener("pagehide", () => saver.flush());
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      saver.flush();
    }
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      document.querySelector(event.key === "ArrowUp" ? "a[rel=prev]" : "a[rel=next]")?.click();
    }
  });
  saver.recover();
  sendOthers(saver.plan, saver.name, saver.token());
  saved = watch(form, number, saver);
}

// Autosave: what differs from what the server last said is sent a moment after typing stops; kept and sent again
// when the network fails; never sent twice as two changes; shown as a conflict where somebody else wrote the same field.

import { draft, forget, keep, names } from "./drafts.js";

const PAUSE = 700;
const RETRY = [2000, 4000, 8000, 15000, 30000];

export class Saver {
  constructor(form, plan, say, afterSave) {
    this.form = form;
    this.plan = `${document.body.dataset.me}:${plan}`; // another person at this device neither sees nor sends it
    this.say = say;
    this.afterSave = afterSave;
    this.name = `${this.plan}:${form.dataset.collection}:${form.dataset.key}`;
    this.url = new URL(form.action).pathname;
    this.timer = 0;
    this.failures = 0;
    this.busy = false;
    for (const input of this.inputs()) input.dataset.seen = this.text(input);
  }

  inputs() {
    return [...this.form.querySelectorAll("[data-path]")];
  }

  input(path) {
    return this.form.querySelector(`[data-path="${CSS.escape(path)}"]`);
  }

  hidden(name) {
    return this.form.querySelector(`input[name="${CSS.escape(name)}"]`);
  }

  text(input) {
    return input.type === "checkbox" ? (input.checked ? input.value : "") : input.value;
  }

  write(input, text) {
    if (input.type === "checkbox") input.checked = text === input.value;
    else input.value = text;
  }

  dirty(input) {
    return this.text(input) !== input.dataset.seen;
  }

  /** The body of a save: each changed field with what it was; a list without keys goes whole, with its base. */
  body() {
    const body = new URLSearchParams();
    for (const input of this.inputs().filter((each) => this.dirty(each))) {
      const whole = input.closest("[data-whole]");
      if (!whole) {
        body.set(`was:${input.dataset.path}`, this.hidden(`was:${input.dataset.path}`)?.value ?? "");
        body.set(`now:${input.dataset.path}`, this.text(input));
      } else if (!body.has(`base:${whole.dataset.whole}`)) {
        body.set(`base:${whole.dataset.whole}`, this.hidden(`base:${whole.dataset.whole}`).value);
        for (const cell of whole.querySelectorAll("[data-path]")) body.set(`now:${cell.dataset.path}`, this.text(cell));
      }
    }
    return body;
  }

  /** Whether all that was typed is on the server or kept in this browser: then the page may be left. */
  safe() {
    return ![...this.body().keys()].length || Boolean(draft(this.name));
  }

  typed() {
    for (const input of this.inputs()) if (this.dirty(input)) this.spell(input.dataset.path, "");
    const body = this.body();
    const pending = draft(this.name);
    if (![...body.keys()].length && !pending?.client) {
      forget(this.name);
      return;
    }
    if (!this.busy) {
      this.remember(body, null);
      this.say("busy", "menyimpan");
      this.later(PAUSE);
    }
  }

  remember(body, client) {
    keep(this.name, { url: this.url, body: body.toString(), client, at: Date.now() });
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), wait);
  }

  /** Back after a lost network, a reload or a crash: what was typed stands in the fields again, then goes out. */
  recover() {
    const kept = draft(this.name);
    if (!kept) return;
    const body = new URLSearchParams(kept.body);
    for (const [name, text] of body) {
      const [role, path] = [name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1)];
      if (role === "now") {
        const input = this.input(path);
        if (input) this.write(input, text);
      } else {
        const hidden = this.hidden(name);
        if (hidden) hidden.value = text;
      }
    }
    this.say("needs", "dipulihkan");
    this.flush();
  }

  /** Sends what differs. True when nothing is left to send. */
  async flush() {
    clearTimeout(this.timer);
    if (this.busy) return false;
    const kept = draft(this.name);
    const body = kept?.client ? new URLSearchParams(kept.body) : this.body();
    if (![...body.keys()].length) {
      forget(this.name);
      return true;
    }
    const client = kept?.client ?? crypto.randomUUID();
    this.busy = true;
    this.remember(body, client);
    const outcome = await send(this.url, body, client, this.token());
    this.busy = false;
    if (outcome.answer) {
      this.failures = 0;
      forget(this.name);
      this.settle(body, outcome.answer);
      if (this.stuck(outcome.answer)) return false;
      const more = [...this.body().keys()].length > 0;
      if (more) this.typed();
      return !more;
    }
    if (outcome.refused) {
      this.remember(body, null);
      this.say("down", outcome.refused, outcome.link);
      return false;
    }
    this.say("needs", "putus");
    this.later(RETRY[Math.min(this.failures++, RETRY.length - 1)]);
    return false;
  }

  stuck(answer) {
    return Object.keys(answer.errors).length > 0 || answer.conflicts.length > 0;
  }

  token() {
    return this.form.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  settle(sent, answer) {
    for (const error of this.form.querySelectorAll("[data-error]")) error.hidden = !(error.dataset.error in answer.errors);
    for (const [path, text] of Object.entries(answer.fields)) this.accept(path, text, sent.get(`now:${path}`));
    for (const [path, words] of Object.entries(answer.said)) this.spell(path, words);
    for (const [path, text] of Object.entries(answer.bases)) {
      const base = this.hidden(`base:${path}`);
      if (base) base.value = text;
    }
    for (const [path, sentence] of Object.entries(answer.errors)) this.wrong(path, sentence);
    for (const conflict of answer.conflicts) this.conflict(conflict);
    if (answer.conflicts.length) this.say("down", "bentrok");
    else if (Object.keys(answer.errors).length) this.say("down", "salah");
    else this.say("", "tersimpan", null, answer.saved);
    if (answer.number) this.afterSave(answer);
  }

  accept(path, text, sent) {
    const input = this.input(path);
    if (!input) return;
    const hidden = this.hidden(`was:${path}`);
    if (hidden) hidden.value = text;
    const untouched = sent === undefined || this.text(input) === sent;
    if (untouched && (document.activeElement !== input || text.trim() !== sent?.trim())) this.write(input, text);
    input.dataset.seen = untouched ? this.text(input) : text;
    input.removeAttribute("aria-invalid");
    input.closest(".field")?.classList.remove("wrong");
  }

  /** *Rp1,25 miliar* below a sum; nothing while it is being typed. */
  spell(path, words) {
    const place = this.form.querySelector(`[data-said="${CSS.escape(path)}"]`);
    if (place) place.textContent = words;
  }

  wrong(path, sentence) {
    const input = this.input(path);
    const place = this.form.querySelector(`[data-error="${CSS.escape(path)}"]`);
    if (place) {
      place.textContent = sentence;
      place.hidden = false;
    }
    input?.setAttribute("aria-invalid", "true");
    input?.closest(".field")?.classList.add("wrong");
  }

  /** Base, theirs and mine side by side at the field; one click takes one of them. */
  conflict({ path, theirs, mine, html }) {
    const place = (this.input(path) ?? this.form.querySelector(`[data-whole="${CSS.escape(path)}"]`))?.closest(
      ".field, [data-whole], tr, .step > div",
    );
    if (!place) return;
    document.getElementById(`bentrok-${path}`)?.remove();
    const note = document.createElement("div");
    note.id = `bentrok-${path}`;
    note.className = "note bad stack tight";
    note.setAttribute("role", "alert");
    note.innerHTML = html; // rendered and escaped by the server
    note.addEventListener("click", (event) => {
      const take = event.target.closest("[data-take]")?.dataset.take;
      if (!take) return;
      event.preventDefault();
      this.take(path, take === "theirs" ? theirs : mine, theirs);
      note.remove();
    });
    const row = place.closest("tr");
    if (row) row.closest(".table-wrap").after(note);
    else place.append(note);
  }

  take(path, chosen, theirs) {
    const input = this.input(path);
    const hidden = this.hidden(`was:${path}`);
    const base = this.hidden(`base:${path}`);
    if (!input || base) {
      if (base) base.value = theirs;
      location.reload();
      return;
    }
    hidden.value = theirs;
    this.write(input, chosen);
    input.dataset.seen = theirs;
    this.typed();
  }

  /** A field somebody else changed meanwhile: shown at once unless I am in it or have changed it myself. */
  remote(path, text) {
    const input = this.input(path);
    if (!input || this.dirty(input) || document.activeElement === input) return;
    const hidden = this.hidden(`was:${path}`);
    if (hidden) hidden.value = text;
    this.write(input, text);
    input.dataset.seen = text;
  }
}

/** Drafts of other elements of this plan, typed while there was no network. */
export async function sendOthers(plan, except, token) {
  for (const name of names(`${plan}:`)) {
    const kept = draft(name);
    if (except.has(name) || !kept) continue;
    const client = kept.client ?? crypto.randomUUID();
    keep(name, { ...kept, client });
    const { answer } = await send(kept.url, new URLSearchParams(kept.body), client, token);
    if (answer && !Object.keys(answer.errors).length && !answer.conflicts.length) forget(name);
    else keep(name, { ...kept, client: null });
  }
}

async function send(url, body, client, token) {
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      keepalive: body.toString().length < 60000,
      headers: { Accept: "application/json", "X-CSRFToken": token, "X-Client-Id": client },
    });
    if (response.ok && response.headers.get("Content-Type")?.startsWith("application/json")) {
      return { answer: await response.json() };
    }
    if (response.status === 401 || response.redirected) return { refused: "masuk", link: `/masuk/?next=${encodeURIComponent(url)}` };
    if (response.status === 403) return { refused: (await response.text()).slice(0, 300) };
    if (response.status === 404 || response.status === 400) return { refused: "hilang" };
    return {};
  } catch {
    return {};
  }
}

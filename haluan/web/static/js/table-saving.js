// Saving a table: each action is one batch, sent one after the other and applied whole or not at all. What was
// refused is held with its sentences until it is mended; what has no network waits in this browser.

import { draft, forget, keep, names } from "./drafts.js";

const RETRY = [2000, 4000, 8000, 15000, 30000];
const NEWS = 20000;

export class Keeper {
  constructor(table, token, hooks) {
    Object.assign(this, { token, hooks, url: table.dataset.url, version: Number(table.dataset.version) });
    this.prefix = `${table.dataset.plan}:tabel-${table.dataset.table}:`;
    this.undoName = `haluan:undo:${this.prefix}`;
    this.queue = [];
    this.held = [];
    this.wanted = [];
    this.count = 0;
    this.failures = 0;
    this.stack = this.recall();
    this.redo = [];
    setInterval(() => this.news(), NEWS);
    addEventListener("online", () => this.flush());
  }

  recall() {
    try {
      return JSON.parse(sessionStorage.getItem(this.undoName) ?? "[]");
    } catch {
      return [];
    }
  }

  remembered() {
    try {
      sessionStorage.setItem(this.undoName, JSON.stringify(this.stack.slice(-100)));
    } catch {
      // forbidden: undo still works until the page is left
    }
    this.hooks.undoable(this.stack.length > 0 || this.held.length > 0, this.redo.length > 0);
  }

  // -- what is not saved yet

  /** Takes one action. What mends a held batch, or fills a row that is still to be made, goes with that batch. */
  add(cells, remove = []) {
    const joined = this.joins(cells);
    const batch = joined ?? { cells: new Map(), remove: [], name: `${this.prefix}${Date.now()}-${(this.count += 1)}`, client: null };
    for (const { row, column, was, now } of cells) this.set(batch, row, column, was, now);
    batch.remove.push(...remove);
    if (!joined) this.queue.push(batch);
    else if (this.held.includes(joined)) {
      this.held.splice(this.held.indexOf(joined), 1);
      this.hooks.mended(joined);
      this.queue.push(joined);
    }
    if (joined) joined.client = null;
    this.redo = [];
    this.store(batch);
    this.hooks.held(this.held);
    this.flush();
  }

  joins(cells) {
    const waiting = [...this.held, ...this.queue.filter((batch) => !batch.sending)];
    const shares = (batch, { row, column }) => batch.cells.has(row) && (row.startsWith("+") || (this.held.includes(batch) && batch.cells.get(row).has(column)));
    return waiting.find((batch) => cells.some((cell) => shares(batch, cell)));
  }

  set(batch, row, column, was, now) {
    const line = batch.cells.get(row) ?? new Map();
    const first = line.get(column)?.[0] ?? was;
    if (first === now) line.delete(column);
    else line.set(column, [first, now]);
    if (line.size) batch.cells.set(row, line);
    else batch.cells.delete(row);
  }

  body(batch) {
    const rows = Object.fromEntries([...batch.cells].map(([row, line]) => [row, Object.fromEntries(line)]));
    return new URLSearchParams({ ubah: JSON.stringify({ rows, remove: batch.remove }), dilihat: this.version });
  }

  store(batch) {
    if (!batch.cells.size && !batch.remove.length) forget(batch.name);
    else keep(batch.name, { url: this.url, body: this.body(batch).toString(), client: batch.client, at: Date.now() });
  }

  /** Back after a lost network, a reload or a crash. */
  recover() {
    for (const name of names(this.prefix).sort()) {
      const kept = draft(name);
      let sent;
      try {
        sent = JSON.parse(new URLSearchParams(kept.body).get("ubah"));
      } catch {
        forget(name);
        continue;
      }
      const batch = { name, client: kept.client, remove: sent.remove, cells: new Map() };
      for (const [row, line] of Object.entries(sent.rows)) batch.cells.set(row, new Map(Object.entries(line)));
      this.hooks.recovered(batch);
      this.queue.push(batch);
    }
    if (this.queue.length) this.hooks.state("needs", "recovered");
    this.remembered();
    this.flush();
  }

  // -- sending

  async flush() {
    clearTimeout(this.timer);
    if (this.busy) return;
    const batch = this.queue[0];
    if (!batch) {
      if (this.wanted.length) this.undo(this.wanted.shift());
      return;
    }
    if (!batch.cells.size && !batch.remove.length) {
      forget(batch.name);
      this.queue.shift();
      this.flush();
      return;
    }
    this.busy = batch.sending = true;
    batch.client ??= crypto.randomUUID();
    this.store(batch);
    this.hooks.state("busy", "busy");
    const outcome = await this.send(this.url, this.body(batch), batch.client);
    this.busy = batch.sending = false;
    if (outcome.offline) {
      this.hooks.state("needs", "offline");
      this.timer = setTimeout(() => this.flush(), RETRY[Math.min(this.failures++, RETRY.length - 1)]);
      return;
    }
    if (outcome.signedOut) {
      this.hooks.state("down", "signedOut", `/masuk/?next=${encodeURIComponent(location.pathname + location.search)}`);
      return;
    }
    this.failures = 0;
    this.queue.shift();
    this.settle(batch, outcome.answer);
    this.flush();
  }

  settle(batch, answer) {
    const stopped = answer.refused || Object.keys(answer.errors).length || answer.conflicts.length;
    if (stopped) {
      batch.client = null;
      Object.assign(batch, { errors: answer.errors, conflicts: answer.conflicts, refused: answer.refused });
      this.held.push(batch);
      this.store(batch);
      this.hooks.state("down", answer.conflicts.length ? "clash" : "wrong", null, { n: this.wrongs(batch) });
    } else {
      forget(batch.name);
      if (answer.number) this.stack.push(answer.number);
      for (const [from, to] of Object.entries(answer.made)) this.renamed(from, to);
      this.hooks.done(batch, answer);
      if (!this.held.length) this.hooks.state("", "saved", null, { at: answer.saved });
    }
    this.accept(answer);
    this.remembered();
    this.hooks.held(this.held);
  }

  wrongs(batch) {
    return Object.values(batch.errors).reduce((sum, line) => sum + Object.keys(line).length, 0) + batch.conflicts.length || 1;
  }

  renamed(from, to) {
    for (const batch of [...this.queue, ...this.held]) {
      if (!batch.cells.has(from)) continue;
      batch.cells.set(to, batch.cells.get(from));
      batch.cells.delete(from);
      batch.client = null;
    }
  }

  /** Rows as they stand on the server now; a cell that waits here keeps its text and learns what it was. */
  accept(answer) {
    if (answer.version === undefined) return;
    this.version = answer.version;
    this.hooks.heading(answer.heading);
    if (answer.reload) this.hooks.say("reload");
    for (const row of answer.rows) {
      const waiting = new Map();
      for (const batch of this.queue) for (const [column, pair] of batch.cells.get(row.key) ?? []) {
        if (!batch.sending) pair[0] = waiting.get(column)?.[1] ?? row.cells[column];
        waiting.set(column, pair);
      }
      for (const batch of this.held) for (const [column, pair] of batch.cells.get(row.key) ?? []) waiting.set(column, pair);
      this.hooks.row(row, waiting);
    }
    for (const key of answer.gone) this.hooks.gone(key);
    if (answer.parts.length) this.hooks.whole(answer.parts, new Set(answer.rows.map((row) => row.key)));
  }

  async send(url, body, client) {
    const headers = { Accept: "application/json", "X-CSRFToken": this.token };
    if (client) headers["X-Client-Id"] = client;
    try {
      const response = await fetch(url, { method: "POST", body, headers });
      if (response.status === 401 || response.redirected) return { signedOut: true };
      if (response.headers.get("Content-Type")?.startsWith("application/json")) return { answer: await response.json() };
      if (response.status >= 400 && response.status < 500) {
        return { answer: { refused: response.headers.get("Content-Type")?.startsWith("text/plain") ? await response.text() : String(response.status), errors: {}, conflicts: [] } };
      }
      return { offline: true };
    } catch {
      return { offline: true };
    }
  }

  async news() {
    if (document.visibilityState === "hidden" || this.busy || this.queue.length || !navigator.onLine) return;
    try {
      const response = await fetch(`${this.url}?sejak=${this.version}`, { headers: { Accept: "application/json" } });
      if (response.ok && !response.redirected && !this.busy && !this.queue.length) this.accept(await response.json());
    } catch {
      // no network: said when something is to be saved
    }
  }

  // -- what the user decides about a held batch

  resolve(batch, conflict, side) {
    const line = batch.cells.get(conflict.row);
    if (side === "theirs") {
      line?.delete(conflict.column);
      if (line && !line.size) batch.cells.delete(conflict.row);
    } else line?.set(conflict.column, [conflict.theirs, conflict.mine]);
    batch.conflicts.splice(batch.conflicts.indexOf(conflict), 1);
    if (batch.conflicts.length || Object.keys(batch.errors).length) {
      this.store(batch);
      this.hooks.held(this.held);
    } else this.again(batch);
  }

  again(batch) {
    this.held.splice(this.held.indexOf(batch), 1);
    batch.client = null;
    this.hooks.mended(batch);
    this.queue.push(batch);
    this.store(batch);
    this.hooks.held(this.held);
    this.flush();
  }

  /** Everything of a held batch that was not refused goes out now; the refused cells stay, in a batch of their own. */
  rest(batch) {
    const stays = { ...batch, cells: new Map(), remove: [], name: `${batch.name}-b`, client: null };
    const refused = (row, column) => batch.errors[row]?.[column] !== undefined || batch.conflicts.some((one) => one.row === row && one.column === column);
    for (const [row, line] of [...batch.cells]) {
      const whole = row.startsWith("+") && batch.errors[row];
      for (const [column, pair] of [...line]) {
        if (!whole && !refused(row, column)) continue;
        stays.cells.set(row, (stays.cells.get(row) ?? new Map()).set(column, pair));
        line.delete(column);
      }
      if (!line.size) batch.cells.delete(row);
    }
    this.held.splice(this.held.indexOf(batch), 1, stays);
    this.store(stays);
    Object.assign(batch, { errors: {}, conflicts: [], refused: "", client: null });
    this.queue.push(batch);
    this.store(batch);
    this.hooks.held(this.held);
    this.flush();
  }

  dropped(batch) {
    this.held.splice(this.held.indexOf(batch), 1);
    forget(batch.name);
    this.hooks.mended(batch);
    this.hooks.reverted(batch);
    this.hooks.held(this.held);
    this.hooks.state("", "saved", null, { at: "" });
    this.remembered();
  }

  // -- undo and redo: change sets of one's own, taken back by new ones

  async undo(again = false) {
    if (this.busy || this.queue.length) {
      this.wanted.push(again); // asked while a save is under way: done right after it
      return;
    }
    if (!again && this.held.length) {
      this.dropped(this.held.at(-1));
      return;
    }
    const [from, to] = again ? [this.redo, this.stack] : [this.stack, this.redo];
    const number = from.at(-1);
    if (number === undefined) return;
    await this.takeBack(number, from, to, {});
  }

  async takeBack(number, from, to, more) {
    this.busy = true;
    this.hooks.state("busy", "busy");
    const { answer, offline } = await this.send(`${this.url}urungkan/${number}/`, new URLSearchParams({ dilihat: this.version, ...more }));
    this.busy = false;
    if (!answer) {
      this.hooks.state("needs", offline ? "offline" : "signedOut");
      return;
    }
    if (answer.asks && answer.left) {
      this.hooks.ask(answer.asks, () => this.takeBack(number, from, to, { yang: "utuh" }), () => this.forgetUndo(from));
    } else {
      from.pop();
      if (answer.number) to.push(answer.number);
      this.hooks.say(answer.asks || answer.refused || (answer.number ? "undone" : "nothing"));
    }
    this.hooks.state("", "saved", null, { at: answer.saved ?? "" });
    this.accept(answer);
    this.remembered();
    this.flush();
  }

  forgetUndo(from) {
    from.pop();
    this.remembered();
  }
}

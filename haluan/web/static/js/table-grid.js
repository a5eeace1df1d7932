// The grid: where one is, what is chosen, what keys, mouse and clipboard do. Every change of cells leaves as one
// action through `hooks.changed(cells)`; saving knows nothing of keys, and the grid nothing of saving.

import { open } from "./table-edit.js";
import { role, roles } from "./table-roles.js";
import { parse, write } from "./tsv.js";

export class Grid {
  constructor(table, about, words, hooks) {
    Object.assign(this, { table, about, words, hooks });
    this.wrap = table.closest("[data-wrap]");
    this.body = table.tBodies[0];
    this.rows = this.body.rows;
    this.columns = [{ name: about.key, kind: "text", label: table.tHead.rows[0].cells[0].textContent, fixed: !about.key, key: true }, ...about.columns];
    this.trs = new Map([...this.rows].map((tr) => [tr.dataset.key, tr]));
    this.at = { r: 0, c: Math.min(1, this.columns.length - 1) };
    this.head = { ...this.at };
    this.notes = new Map();
    this.fresh = 0;
    this.locked = this.columns.map((column, c) => ((column.fixed || column.once) && c ? c : 0)).filter(Boolean);
    roles(this);
    this.noted();
    if (about.adds) this.blank();
    this.listen();
  }

  /** Where the sentence about a cell stands. */
  noted() {
    this.note = document.createElement("p");
    this.note.className = "grid-note";
    this.note.id = "grid-note";
    this.note.hidden = true;
    this.wrap.append(this.note);
  }

  // -- cells

  cell(r, c) {
    return r < 0 ? this.table.tHead.rows[0].cells[c] : this.rows[r]?.cells[c];
  }

  text(r, c) {
    const cell = this.cell(r, c);
    return c ? cell.textContent : this.columns[0].fixed ? cell.textContent.trim() : cell.dataset.text ?? cell.textContent.trim();
  }

  show(tr, c, text) {
    const cell = tr.cells[c];
    if (c) cell.textContent = text;
    else cell.textContent = cell.dataset.text = text;
  }

  nameOf(cell) {
    const tr = cell.closest("tr");
    return `${tr.cells[0].textContent.trim()} ${tr.cells[1]?.textContent ?? ""}`.trim().slice(0, 80);
  }

  column(name) {
    return this.columns.findIndex((column) => column.name === name);
  }

  isFresh(tr) {
    return tr.dataset.key.startsWith("+");
  }

  writable(r, c) {
    const tr = this.rows[r];
    if (!tr || tr.dataset.why || this.columns[c].fixed || (this.columns[c].once && !this.isFresh(tr))) return false;
    return c > 0 || this.isFresh(tr);
  }

  why(r, c) {
    return this.rows[r]?.dataset.why || (this.columns[c].fixed ? this.words.readOnly : this.columns[c].once ? this.words.once : "");
  }

  // -- rows that are not in the plan yet

  /** The empty row at the end, where the next one is typed. */
  blank() {
    const last = this.rows[this.rows.length - 1];
    if (!last || !this.isFresh(last) || this.filled(last)) this.another();
  }

  another() {
    const tr = this.body.insertRow();
    this.dress(tr, `+${(this.fresh += 1)}`);
    tr.className = "fresh";
    tr.cells[0].textContent = this.columns[0].fixed ? this.words.fresh : "";
  }

  dress(tr, key) {
    tr.dataset.key = key;
    this.trs.set(key, tr);
    for (const [c, column] of this.columns.entries()) {
      const cell = document.createElement(c ? "td" : "th");
      if (!c) cell.scope = "row";
      if (column.numeric) cell.className = "n";
      if (c && (column.fixed || (column.once && !key.startsWith("+")))) cell.setAttribute("aria-readonly", "true");
      tr.append(cell);
    }
    role(tr);
  }

  filled(tr) {
    return [...tr.cells].some((cell, c) => (c ? cell.textContent : this.columns[0].fixed ? "" : cell.textContent));
  }

  insert(key, after) {
    const tr = document.createElement("tr");
    this.dress(tr, key);
    const before = this.trs.get(after);
    if (before) before.after(tr);
    else if (after) this.body.insertBefore(tr, [...this.rows].find((each) => this.isFresh(each)) ?? null);
    else this.body.prepend(tr);
    for (const place of [this.at, this.head]) if (tr.sectionRowIndex <= place.r) place.r += 1;
    return tr;
  }

  drop(tr) {
    const focused = this.table.contains(document.activeElement);
    const above = tr.sectionRowIndex < this.at.r ? 1 : 0;
    this.trs.delete(tr.dataset.key);
    tr.remove();
    if (this.about.adds) this.blank();
    this.enter({ r: Math.min(this.at.r - above, this.rows.length - 1), c: this.at.c }, { focus: focused });
  }

  rename(from, to, name, url) {
    const tr = this.trs.get(from);
    if (!tr) return;
    this.trs.delete(from);
    this.trs.set(to, tr);
    tr.dataset.key = to;
    tr.classList.remove("fresh");
    this.link(tr, name, url);
    for (const [c, column] of this.columns.entries()) if (c && column.once) tr.cells[c].setAttribute("aria-readonly", "true");
  }

  link(tr, text, url) {
    const link = document.createElement("a");
    Object.assign(link, { href: url || "#", textContent: text, tabIndex: -1 });
    delete tr.cells[0].dataset.text;
    tr.cells[0].replaceChildren(url ? link : text);
  }

  // -- where one is

  range() {
    const [a, b] = [this.at, this.head];
    return { top: Math.min(a.r, b.r), bottom: Math.max(a.r, b.r), left: Math.min(a.c, b.c), right: Math.max(a.c, b.c) };
  }

  enter(to, { focus = true, extend = false } = {}) {
    this.leaving = false;
    const r = Math.max(-1, Math.min(to.r, this.rows.length - 1));
    const c = Math.max(0, Math.min(to.c, this.columns.length - 1));
    if (extend) {
      this.head = { r: Math.max(r, 0), c };
      this.cell(this.head.r, c)?.scrollIntoView({ block: "nearest", inline: "nearest" });
    } else {
      this.current?.removeAttribute("tabindex");
      this.at = { r, c };
      this.head = { r, c };
      this.current = this.cell(r, c) ?? this.cell(-1, c);
      this.current.tabIndex = 0;
      if (focus) this.current.focus();
    }
    this.paint();
  }

  paint() {
    const chosen = new Set();
    const { top, bottom, left, right } = this.range();
    if (this.at.r >= 0) for (let r = top; r <= bottom; r += 1) for (let c = left; c <= right; c += 1) chosen.add(this.cell(r, c));
    for (const cell of this.chosen ?? []) if (!chosen.has(cell)) cell.removeAttribute("aria-selected");
    for (const cell of chosen) if (!this.chosen?.has(cell)) cell?.setAttribute("aria-selected", "true");
    this.chosen = chosen;
    this.tell();
    this.hooks.chosen(this.range());
  }

  /** The sentence about the cell one is in, below it; also what screen readers say of it. */
  tell() {
    const sentence = this.at.r < 0 ? "" : this.notes.get(this.current) ?? "";
    this.note.hidden = !sentence;
    this.note.textContent = sentence;
    if (!sentence) return;
    const [frame, box] = [this.wrap.getBoundingClientRect(), this.current.getBoundingClientRect()];
    this.note.style.insetInlineStart = `${box.left - frame.left + this.wrap.scrollLeft}px`;
    this.note.style.insetBlockStart = `${box.bottom - frame.top + this.wrap.scrollTop}px`;
  }

  mark(cell, look, sentence = "") {
    cell.classList.toggle("mine", look === "mine");
    cell.classList.toggle("clash", look === "clash");
    if (look === "wrong") cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
    if (sentence) {
      this.notes.set(cell, sentence);
      cell.setAttribute("aria-describedby", "grid-note");
    } else if (this.notes.delete(cell)) cell.removeAttribute("aria-describedby");
    if (cell === this.current) this.tell();
  }

  /** Ctrl+arrow: to the edge of what is filled, as spreadsheets do. */
  edge({ r, c }, dr, dc) {
    const inside = (y, x) => y >= 0 && y < this.rows.length && x >= 0 && x < this.columns.length;
    const full = (y, x) => inside(y, x) && this.text(y, x) !== "";
    let [y, x] = [r + dr, c + dc];
    if (!inside(y, x)) return { r, c };
    const through = full(r, c) && full(y, x);
    while (inside(y + dr, x + dc) && (through ? full(y + dr, x + dc) : !full(y, x))) [y, x] = [y + dr, x + dc];
    return { r: y, c: x };
  }

  // -- changing

  /** One action: every `[r, c, text]` that may be written is shown and leaves together. Returns how many were left out. */
  change(wanted) {
    const cells = [];
    let skipped = 0;
    for (const [r, c, text] of wanted) {
      if (!this.writable(r, c)) {
        if (text !== this.text(r, c)) skipped += 1;
        continue;
      }
      const was = this.text(r, c);
      if (was === text) continue;
      this.show(this.rows[r], c, text);
      cells.push({ row: this.rows[r].dataset.key, column: this.columns[c].name, was, now: text });
    }
    if (this.about.adds) this.blank();
    if (cells.length) this.hooks.changed(cells);
    this.hooks.chosen(this.range());
    return { changed: cells.length, skipped };
  }

  fill() {
    const { top, bottom, left, right } = this.range();
    const from = top === bottom ? top - 1 : top;
    if (from < 0) return;
    const wanted = [];
    for (let r = from + 1; r <= bottom; r += 1) for (let c = left; c <= right; c += 1) if (!this.isFresh(this.rows[r])) wanted.push([r, c, this.text(from, c)]);
    this.change(wanted);
  }

  clear() {
    const { top, bottom, left, right } = this.range();
    const wanted = [];
    for (let r = top; r <= bottom; r += 1) for (let c = left; c <= right; c += 1) if (this.writable(r, c)) wanted.push([r, c, ""]);
    this.change(wanted);
  }

  block() {
    const { top, bottom, left, right } = this.range();
    return Array.from({ length: bottom - top + 1 }, (_, i) => Array.from({ length: right - left + 1 }, (_x, j) => this.text(top + i, left + j)));
  }

  paste(text) {
    let block = parse(text);
    const { top, bottom, left, right } = this.range();
    if (block.length === 1 && block[0].length === 1) {
      block = Array.from({ length: bottom - top + 1 }, () => Array(right - left + 1).fill(block[0][0]));
    }
    const wanted = [];
    for (const [i, line] of block.entries()) {
      if (top + i >= this.rows.length && this.about.adds) this.another();
      if (top + i >= this.rows.length) break;
      const tr = this.rows[top + i];
      if (left === 0 && this.columns[0].fixed && !this.isFresh(tr) && line[0].trim() && line[0].trim() !== tr.cells[0].textContent.trim()) {
        this.hooks.say(this.words.otherKey.replace("{key}", tr.dataset.key));
        return;
      }
      for (const [j, cell] of line.entries()) {
        if (left + j >= this.columns.length) break;
        if (left + j === 0 && this.columns[0].fixed) continue;
        wanted.push([top + i, left + j, cell.trim()]);
      }
    }
    const width = Math.max(...block.map((line) => line.length));
    const { changed, skipped } = this.change(wanted);
    this.head = { r: Math.min(top + block.length, this.rows.length) - 1, c: Math.min(left + width, this.columns.length) - 1 };
    this.at = { r: top, c: left };
    this.paint();
    this.hooks.say([this.words.pasted.replace("{n}", changed), skipped ? this.words.skipped.replace("{n}", skipped) : ""].join(" "));
  }

  // -- writing in a cell

  edit(options = {}) {
    const { r, c } = this.at;
    if (r < 0) return;
    if (!this.writable(r, c)) {
      this.hooks.say(this.why(r, c));
      return;
    }
    if (this.editor) this.commit();
    this.head = { ...this.at };
    this.paint();
    this.note.hidden = true;
    this.editor = open(this, this.cell(r, c), this.columns[c], this.text(r, c), options);
    this.editor.where = { r, c };
    const box = this.editor.element;
    box.addEventListener("focusout", (event) => {
      if (this.editor?.element === box && !box.contains(event.relatedTarget)) this.commit({ focus: false });
    });
    box.addEventListener("click", (event) => event.target.closest("[data-done]") && this.commit());
  }

  commit({ focus = true } = {}) {
    const editor = this.editor;
    if (!editor) return;
    this.editor = null;
    const text = editor.value();
    editor.element.remove();
    if (focus) this.cell(editor.where.r, editor.where.c)?.focus();
    this.change([[editor.where.r, editor.where.c, text]]);
  }

  cancel() {
    const editor = this.editor;
    this.editor = null;
    editor.element.remove();
    this.cell(editor.where.r, editor.where.c).focus();
    this.tell();
  }

  // -- keys, mouse, clipboard

  listen() {
    this.wrap.addEventListener("keydown", (event) => (this.editor ? this.editing(event) : this.key(event)));
    this.wrap.addEventListener("pointerdown", (event) => this.press(event));
    this.wrap.addEventListener("dblclick", (event) => event.target.closest("td, tbody th") && !event.target.closest("a") && this.edit({ caret: true }));
    this.table.addEventListener("focusin", (event) => {
      const cell = event.target.closest("td, th");
      if (cell && cell !== this.current && event.target === cell) this.enter(this.place(cell), { focus: false });
    });
    for (const kind of ["copy", "cut", "paste"]) document.addEventListener(kind, (event) => this.clip(event, kind));
  }

  place(cell) {
    const tr = cell.closest("tr");
    return { r: tr.parentElement === this.body ? tr.sectionRowIndex : -1, c: cell.cellIndex };
  }

  clip(event, kind) {
    if (this.editor) {
      const text = event.clipboardData.getData("text/plain");
      if (kind !== "paste" || !/[\t\n]./.test(text.trim()) || this.columns[this.at.c].kind === "prose" && !text.includes("\t")) return;
      event.preventDefault();
      this.cancel();
      this.paste(text);
    } else if (this.table.contains(document.activeElement) && this.at.r >= 0) {
      event.preventDefault();
      if (kind === "paste") this.paste(event.clipboardData.getData("text/plain"));
      else event.clipboardData.setData("text/plain", write(this.block()));
      if (kind === "cut") this.clear();
    }
  }

  press(event) {
    const cell = event.target.closest("td, th");
    if (!cell || !this.table.contains(cell) || event.target.closest("a") || event.button) return;
    if (this.editor) this.commit({ focus: false });
    const to = this.place(cell);
    if (to.r < 0) return;
    if (event.pointerType === "touch") {
      const again = to.r === this.at.r && to.c === this.at.c && document.activeElement === cell;
      cell.addEventListener("click", () => (again ? this.edit({ caret: true }) : this.enter(to)), { once: true });
      return;
    }
    event.preventDefault();
    this.enter(to, { extend: event.shiftKey });
    const drag = (move) => {
      const over = document.elementFromPoint(move.clientX, move.clientY)?.closest("td, tbody th");
      if (over && this.table.contains(over)) this.enter(this.place(over), { extend: true });
    };
    const stop = () => removeEventListener("pointermove", drag);
    addEventListener("pointermove", drag);
    addEventListener("pointerup", stop, { once: true });
  }

  editing(event) {
    const { r, c } = this.at;
    const kind = this.columns[c].kind;
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.cancel();
    } else if (event.key === "Enter" && event.target.type !== "button") {
      event.preventDefault();
      if (event.altKey && this.editor.element.tagName === "TEXTAREA") this.editor.element.setRangeText("\n", this.editor.element.selectionStart, this.editor.element.selectionEnd, "end");
      else {
        this.commit();
        this.enter({ r: Math.max(r + (event.shiftKey ? -1 : 1), 0), c });
      }
    } else if (event.key === "Tab" && kind !== "many") {
      event.preventDefault();
      this.commit();
      this.step(event.shiftKey ? -1 : 1);
    } else if (/^Arrow/.test(event.key) && !this.editor.caret && !event.shiftKey && this.editor.element.tagName === "TEXTAREA") {
      event.preventDefault();
      this.commit();
      const [dr, dc] = ARROWS[event.key];
      this.enter({ r: Math.max(r + dr, 0), c: c + dc });
    }
  }

  /** Tab: the next cell, the next row after the last one. */
  step(way) {
    const { r, c } = this.at;
    const to = c + way;
    if (to >= 0 && to < this.columns.length) this.enter({ r, c: to });
    else this.enter({ r: Math.max(r + way, 0), c: way > 0 ? Math.min(1, this.columns.length - 1) : this.columns.length - 1 });
  }

  key(event) {
    const { r, c } = this.at;
    if (!event.target.closest("table") || event.isComposing) return;
    const ctrl = event.ctrlKey || event.metaKey;
    const from = event.shiftKey && r >= 0 ? this.head : this.at;
    const arrow = ARROWS[event.key];
    let done = true;
    if (arrow && event.altKey) this.edit({ caret: true });
    else if (arrow) this.enter(ctrl ? this.edge(from, ...arrow) : { r: from.r + arrow[0], c: from.c + arrow[1] }, { extend: event.shiftKey && r >= 0 });
    else if (event.key === "Home") this.enter({ r: ctrl ? 0 : from.r, c: 0 }, { extend: event.shiftKey });
    else if (event.key === "End") this.enter({ r: ctrl ? this.rows.length - 1 : from.r, c: this.columns.length - 1 }, { extend: event.shiftKey });
    else if (event.key === "PageDown" || event.key === "PageUp") this.enter({ r: Math.max(0, from.r + this.screen() * (event.key === "PageDown" ? 1 : -1)), c: from.c }, { extend: event.shiftKey });
    else if (event.key === "Enter" && (r < 0 || c === 0) && !event.shiftKey && this.cell(r, c).querySelector("a")) this.cell(r, c).querySelector("a").click();
    else if (event.key === "Enter") this.enter({ r: Math.max(r + (event.shiftKey ? -1 : 1), 0), c });
    else if (event.key === "Tab") done = this.tab(event.shiftKey);
    else if (event.key === "F2") this.edit({ caret: true });
    else if (event.key === "Escape") this.escape();
    else if (event.key === "Delete" || event.key === "Backspace") this.clear();
    else if (ctrl && event.key.toLowerCase() === "a") this.all();
    else if (ctrl && event.key.toLowerCase() === "d") this.fill();
    else if (ctrl && event.key.toLowerCase() === "z") this.hooks.undo(event.shiftKey);
    else if (ctrl && event.key.toLowerCase() === "y") this.hooks.undo(true);
    else if (event.key === " " && event.shiftKey) this.row();
    else if (event.key === " " && ctrl) this.whole();
    else if (event.key === " " && this.columns[c].kind === "tick" && r >= 0) this.change([[r, c, this.text(r, c) ? "" : this.words.yes]]);
    else if (event.key.length === 1 && !ctrl && !event.altKey && r >= 0) this.edit({ typed: event.key });
    else done = false;
    if (done) event.preventDefault();
  }

  screen() {
    return Math.max(1, Math.floor(this.wrap.clientHeight / (this.rows[0]?.offsetHeight || 32)) - 2);
  }

  tab(back) {
    const { r, c } = this.at;
    const last = back ? r <= 0 && c === 0 : r === this.rows.length - 1 && c === this.columns.length - 1;
    if (this.leaving || last || r < 0) return false;
    this.step(back ? -1 : 1);
    return true;
  }

  /** Out of a choice of cells, and ready to be left with Tab. */
  escape() {
    this.head = { ...this.at };
    this.paint();
    this.leaving = true;
  }

  all() {
    this.at = { r: 0, c: 0 };
    this.enter({ r: this.rows.length - (this.about.adds ? 2 : 1), c: this.columns.length - 1 }, { extend: true });
  }

  row() {
    this.at = { ...this.at, c: 0 };
    this.enter({ r: this.head.r, c: this.columns.length - 1 }, { extend: true });
  }

  whole() {
    this.at = { ...this.at, r: 0 };
    this.enter({ r: this.rows.length - (this.about.adds ? 2 : 1), c: this.head.c }, { extend: true });
  }
}

const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

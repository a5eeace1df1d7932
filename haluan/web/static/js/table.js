// The table view: joins the grid to saving, and says what happens. Without this script the table is read, sorted and
// filtered by its address, and each row leads to its page on the desk.

import { Grid } from "./table-grid.js";
import { Keeper } from "./table-saving.js";

const table = document.querySelector("[data-grid]");
const words = JSON.parse(document.getElementById("table-words").textContent);
const state = document.querySelector("[data-state]");
const said = document.querySelector("[data-said]");
const count = document.querySelector("[data-count]");
const acts = document.querySelector("[data-acts]");
const MANY = 6;

function fill(sentence, values = {}) {
  return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[sentence] ?? sentence);
}

function sayState(look, what, link, values) {
  state.className = `saved ${look}`;
  state.textContent = fill(what, values).trim();
  if (look === "busy") state.classList.add("row");
  if (!link) return;
  const a = document.createElement("a");
  Object.assign(a, { href: link, textContent: words.signIn });
  state.append(" ", a);
}

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(Boolean));
  return made;
}

function button(text, act, className = "button slim") {
  const made = element("button", { type: "button", className, textContent: text });
  made.addEventListener("click", act);
  return made;
}

function note(look, ...children) {
  return element("div", { className: `note ${look} stack tight` }, ...children);
}

document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
if (table) start();

function start() {
  const about = JSON.parse(document.getElementById("table-about").textContent);
  document.documentElement.classList.add("has-script");
  acts.hidden = false;
  let keeper;
  const line = document.querySelector("[data-line]");
  line.hidden = false;

  const grid = new Grid(table, about, words, {
    changed: (cells) => {
      for (const { row, column } of cells) mark(row, column, "mine");
      keeper.add(cells);
    },
    chosen: (range) => told(range),
    undo: (again) => keeper?.undo(again),
    say: (text) => (count.textContent = text),
  });

  /** The line above the table: where one is, and all that stands there; below it how much is chosen. */
  function told({ top, bottom, left, right }) {
    const { r, c } = grid.at;
    const here = grid.cell(r, c);
    line.firstElementChild.textContent = r < 0 ? "" : `${grid.rows[r].cells[0].textContent.trim()} · ${grid.columns[c].label}`;
    line.lastElementChild.textContent = r < 0 ? here.textContent : grid.text(r, c);
    const cells = (bottom - top + 1) * (right - left + 1);
    if (cells < 2) {
      count.textContent = fill("rows", { n: grid.rows.length - (about.adds ? 1 : 0) });
      return;
    }
    const parts = [fill("selected", { rows: bottom - top + 1, columns: right - left + 1 })];
    if (cells < 5000) {
      let [sum, known] = [0, 0];
      for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) {
        const value = grid.columns[x].numeric && grid.columns[x].kind !== "year" ? figure(grid.text(y, x)) : NaN;
        if (!Number.isNaN(value)) [sum, known] = [sum + value, known + 1];
      }
      if (known > 1) parts.push(fill("sum", { sum: sum.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 6 }) }));
    }
    count.textContent = parts.join(" · ");
  }

  function figure(text) {
    if (!text) return NaN;
    const plain = document.documentElement.lang === "en" ? text.replaceAll(",", "") : text.replaceAll(".", "").replace(",", ".");
    return Number(plain);
  }

  function cellOf(row, column) {
    return grid.trs.get(row)?.cells[grid.column(column)];
  }

  function mark(row, column, look, sentence) {
    const cell = cellOf(row, column);
    if (cell) grid.mark(cell, look, sentence);
  }

  function each(batch, act) {
    for (const [row, cells] of batch.cells) for (const [column, [was, now]] of cells) act(row, column, was, now);
  }

  function write(row, column, text) {
    const tr = grid.trs.get(row);
    const c = grid.column(column);
    if (tr && c >= 0) grid.show(tr, c, text);
  }

  keeper = new Keeper(table, document.querySelector("[data-token] input").value, {
    state: sayState,
    say: (what) => (count.textContent = fill(what)),
    heading: (text) => (document.querySelector("h1").textContent = text),
    undoable: (undo, redo) => {
      acts.querySelector("[data-act=undo]").disabled = !undo;
      acts.querySelector("[data-act=redo]").disabled = !redo;
    },
    done: (batch, answer) => {
      each(batch, (row, column) => mark(answer.made[row] ?? row, column, ""));
      for (const [from, to] of Object.entries(answer.made)) {
        const row = answer.rows.find((each) => each.key === to);
        grid.rename(from, to, row?.element ?? to, row?.url);
        for (const cell of grid.trs.get(to)?.cells ?? []) grid.mark(cell, "");
      }
      if (batch.remove.length) count.textContent = fill("removed", { n: batch.remove.length });
    },
    row: (row, waiting) => {
      let tr = grid.trs.get(row.key);
      if (!tr) {
        if (about.filtered) return;
        tr = grid.insert(row.key, row.after);
        grid.link(tr, row.element, row.url);
      }
      if (row.why) tr.dataset.why = row.why;
      else delete tr.dataset.why;
      for (const [c, column] of grid.columns.entries()) {
        if (!c || waiting.has(column.name) || (grid.editor && grid.editor.where.c === c && grid.rows[grid.editor.where.r] === tr)) continue;
        if (tr.cells[c].textContent !== row.cells[column.name]) grid.show(tr, c, row.cells[column.name]);
      }
      told(grid.range());
    },
    whole: (elements, there) => {
      for (const key of [...grid.trs.keys()]) {
        if (elements.includes(key.split("/", 1)[0]) && !there.has(key)) grid.drop(grid.trs.get(key));
      }
    },
    gone: (key) => {
      const tr = grid.trs.get(key);
      if (tr) grid.drop(tr);
    },
    mended: (batch) => each(batch, (row, column) => mark(row, column, "mine")),
    reverted: (batch) => {
      each(batch, (row, column, was) => {
        mark(row, column, "");
        write(row, column, was);
      });
      for (const row of batch.cells.keys()) if (row.startsWith("+") && grid.trs.get(row)) grid.drop(grid.trs.get(row));
      told(grid.range());
    },
    recovered: (batch) => {
      const fresh = new Map();
      for (const row of [...batch.cells.keys()].filter((key) => key.startsWith("+") && about.adds)) {
        grid.blank();
        const tr = grid.rows[grid.rows.length - 1];
        fresh.set(row, tr.dataset.key);
        for (const [column, [, now]] of batch.cells.get(row)) write(tr.dataset.key, column, now);
        grid.blank();
      }
      for (const [row, key] of fresh) {
        if (row === key) continue;
        const cells = batch.cells.get(row);
        batch.cells.delete(row);
        batch.cells.set(key, cells);
      }
      each(batch, (row, column, _was, now) => {
        write(row, column, now);
        mark(row, column, "mine");
      });
    },
    held: show,
    ask: (question, yes, no) => {
      said.replaceChildren(
        note("warm", element("p", { textContent: question }), element("p", { className: "row" }, button(words.undoRest, () => [said.replaceChildren(), yes()]), button(words.leave, () => [said.replaceChildren(), no()]))),
      );
      said.querySelector("button").focus();
    },
  });

  /** Everything that could not be saved, with what to do about it. */
  function show(held) {
    said.replaceChildren(...held.flatMap((batch) => [batch.conflicts.length ? clashes(batch) : null, wrongs(batch)].filter(Boolean)));
  }

  function wrongs(batch) {
    const cells = Object.entries(batch.errors).flatMap(([row, line]) => Object.entries(line).map(([column, sentence]) => ({ row, column, sentence })));
    for (const { row, column, sentence } of cells) mark(row, column, "wrong", sentence);
    if (!cells.length && !batch.refused) return null;
    const total = [...batch.cells.values()].reduce((sum, line) => sum + line.size, 0);
    const list = element("ul", { className: "cells-wrong" });
    for (const one of cells.slice(0, MANY)) list.append(element("li", {}, place(one), ` ${one.sentence}`));
    if (cells.length > MANY) list.append(element("li", { textContent: fill("more", { n: cells.length - MANY }) }));
    return note(
      "bad",
      element("p", { className: "strong", textContent: batch.refused || fill("wrong", { n: cells.length }) }),
      cells.length ? list : null,
      element("p", { className: "row" }, cells.length && total > cells.length ? button(words.others, () => keeper.rest(batch)) : null, button(words.drop, () => keeper.dropped(batch))),
    );
  }

  function place({ row, column }) {
    const c = Math.max(grid.column(column), 0);
    const name = `${row.startsWith("+") ? words.fresh : row} · ${grid.columns[c].label}:`;
    return button(name, () => grid.trs.get(row) && grid.enter({ r: grid.trs.get(row).sectionRowIndex, c }), "link");
  }

  function clashes(batch) {
    const list = element("div", { className: "stack tight" });
    for (const conflict of batch.conflicts) mark(conflict.row, conflict.column, "clash", `${words.them}: ${conflict.theirs || words.empty}`);
    for (const conflict of batch.conflicts.slice(0, MANY)) list.append(clash(batch, conflict));
    if (batch.conflicts.length > MANY) list.append(element("p", { textContent: fill("more", { n: batch.conflicts.length - MANY }) }));
    const all = (side) => () => [...batch.conflicts].forEach((conflict) => settle(batch, conflict, side));
    return note(
      "warm",
      element("p", { className: "strong", textContent: fill("clash", { n: batch.conflicts.length }) }),
      list,
      batch.conflicts.length > 1 ? element("p", { className: "row" }, button(words.allTheirs, all("theirs")), button(words.allMine, all("mine"))) : null,
    );
  }

  function clash(batch, conflict) {
    const sides = element("div", { className: "diff three" });
    const them = [conflict.by || words.them, conflict.at].filter(Boolean).join(", ");
    for (const [label, text] of [[words.was, conflict.was], [them, conflict.theirs], [words.me, conflict.mine]]) {
      sides.append(element("div", {}, element("span", { className: "label", textContent: label }), text || words.empty));
    }
    return element(
      "div",
      { className: "stack tight" },
      place(conflict),
      sides,
      element("p", { className: "row" }, button(words.theirs, () => settle(batch, conflict, "theirs")), button(words.mine, () => settle(batch, conflict, "mine"))),
    );
  }

  function settle(batch, conflict, side) {
    mark(conflict.row, conflict.column, side === "mine" ? "mine" : "");
    if (side === "theirs") write(conflict.row, conflict.column, conflict.theirs);
    keeper.resolve(batch, conflict, side);
  }

  function remove() {
    const { top, bottom } = grid.range();
    const rows = [...grid.rows].slice(Math.max(top, 0), bottom + 1);
    const keys = rows.filter((tr) => !grid.isFresh(tr) && !tr.dataset.why).map((tr) => tr.dataset.key);
    for (const batch of [...keeper.held]) if ([...batch.cells.keys()].some((key) => rows.some((tr) => tr.dataset.key === key && grid.isFresh(tr)))) keeper.dropped(batch);
    if (keys.length) keeper.add([], keys);
  }

  acts.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (act === "undo" || act === "redo") keeper.undo(act === "redo");
    else if (act === "fill") grid.fill();
    else if (act === "remove") remove();
    else if (act === "add") {
      grid.blank();
      grid.enter({ r: grid.rows.length - 1, c: grid.columns[0].fixed ? 1 : 0 });
    }
  });
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.target.closest("input, textarea, select")) return;
    if (event.key.toLowerCase() === "z") [event.preventDefault(), keeper.undo(event.shiftKey)];
  });
  keeper.recover();
  grid.enter(grid.at, { focus: false });
}

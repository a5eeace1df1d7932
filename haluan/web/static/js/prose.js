// The prose of a chapter: a toolbar over its textarea, paste from Word, words counted, the page of the book beside it.

import { restricted } from "./word.js";

const PAUSE = 350;

/** Writes over what is selected so that the browser's own undo takes it back. */
function write(area, text, from = area.selectionStart, to = area.selectionEnd) {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, text)) {
    area.setRangeText(text, from, to, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function around(area, sign, empty) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const text = value.slice(from, to);
  const inside = text.startsWith(sign) && text.endsWith(sign) && text.length > 2 * sign.length;
  const inner = inside ? text.slice(sign.length, -sign.length) : text.trim() || empty;
  write(area, inside ? inner : `${sign}${inner}${sign}`);
  const start = from + (inside ? 0 : sign.length);
  area.setSelectionRange(start, start + inner.length);
}

/** Every selected line gets a mark at its beginning; where all have it, it is taken away. */
function lines(area, mark, pattern, empty) {
  const value = area.value;
  const from = value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = value.indexOf("\n", Math.max(area.selectionEnd, from));
  const to = end < 0 ? value.length : end;
  const rows = value.slice(from, to).split("\n");
  const all = rows.every((row) => pattern.test(row) || !row.trim());
  const has = all && rows.some((row) => row.trim());
  const written = rows.map((row, i) => (has ? row.replace(pattern, "") : row.trim() || rows.length === 1 ? mark(i) + (row.replace(pattern, "") || empty) : row));
  const lead = !has && from > 1 && value.slice(from - 2, from) !== "\n\n" && !pattern.test(value.slice(value.lastIndexOf("\n", from - 2) + 1, from - 1)) ? "\n" : "";
  write(area, lead + written.join("\n"), from, to);
}

function apart(area, text) {
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  write(area, `${before && !before.endsWith("\n\n") ? (before.endsWith("\n") ? "\n" : "\n\n") : ""}${text}${after && !after.startsWith("\n") ? "\n\n" : ""}`);
}

function link(area, words) {
  const text = area.value.slice(area.selectionStart, area.selectionEnd).trim();
  const from = area.selectionStart;
  if (/^https?:\/\/\S+$/.test(text)) {
    write(area, `[${words.tautan}](${text})`);
    area.setSelectionRange(from + 1, from + 1 + words.tautan.length);
  } else {
    const shown = text || words.tautan;
    write(area, `[${shown}](https://)`);
    area.setSelectionRange(from + shown.length + 3, from + shown.length + 11);
  }
}

function marks(area, words) {
  const column = words.kolom;
  return {
    bold: () => around(area, "**", words.tebal),
    italic: () => around(area, "*", words.miring),
    heading: () => lines(area, () => "# ", /^#{1,3} /, words.judul),
    list: () => lines(area, () => "- ", /^[-*] /, words.butir),
    numbers: () => lines(area, (i) => `${i + 1}. `, /^\d+[.)] /, words.butir),
    table: () => apart(area, `| ${column} 1 | ${column} 2 |\n| --- | --- |\n|  |  |\n|  |  |`),
    link: () => link(area, words),
  };
}

/** Enter in a list begins the next item; on an empty item the list ends. */
function enter(event, area) {
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const here = area.value.slice(from, area.selectionStart);
  const found = /^(\s*)([-*]|(\d+)[.)]) (.*)$/.exec(here);
  if (!found || area.selectionStart !== area.selectionEnd) return;
  event.preventDefault();
  if (found[4].trim()) write(area, `\n${found[1]}${found[3] ? `${Number(found[3]) + 1}.` : found[2]} `);
  else write(area, "\n", from, area.selectionStart);
}

function paste(event, area) {
  const html = event.clipboardData?.getData("text/html") ?? "";
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  const text = (html && restricted(html)) || (/^[•·▪–]\s/m.test(plain) ? plain.replace(/^[•·▪–]\s+/gm, "- ") : "");
  if (!text) return;
  event.preventDefault();
  if (text.includes("\n")) apart(area, text);
  else write(area, text);
}

export function prose(place, words) {
  const area = place.querySelector("textarea");
  const tools = place.querySelector(".tools");
  const does = marks(area, words);
  tools.hidden = false;
  tools.addEventListener("click", (event) => does[event.target.closest("button[data-mark]")?.dataset.mark]?.());
  tools.querySelector("select[data-mark]").addEventListener("change", (event) => {
    event.stopPropagation();
    if (event.target.value) apart(area, `![](${event.target.value})`);
    event.target.value = "";
  });
  area.addEventListener("keydown", (event) => {
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && { b: "bold", i: "italic", k: "link" }[event.key];
    if (mark) {
      event.preventDefault();
      does[mark]();
    } else enter(event, area);
  });
  area.addEventListener("paste", (event) => paste(event, area));
  watch(place, area, words);
}

function watch(place, area, words) {
  const shown = document.querySelector("[data-preview]");
  const count = place.querySelector("[data-words]");
  let timer = 0;
  let asked = 0;

  async function draw() {
    const mine = ++asked;
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    try {
      const body = new URLSearchParams({ body: area.value });
      const response = await fetch(place.dataset.prose, { method: "POST", body, headers: { Accept: "text/html", "X-CSRFToken": token } });
      if (!response.ok || response.redirected || mine !== asked) return;
      shown.innerHTML = await response.text(); // rendered and escaped by the server
    } catch {
      // no network: what was drawn last stays
    }
  }

  area.addEventListener("input", () => {
    const number = area.value.split(/\s+/).filter((word) => /[\p{L}\p{N}_]/u.test(word)).length;
    count.textContent = words.kata.replace("{n}", number.toLocaleString(document.documentElement.lang));
    clearTimeout(timer);
    timer = setTimeout(draw, PAUSE);
  });
}

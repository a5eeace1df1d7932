// The field that lies over a cell while it is written: a text, a menu, or a list to tick names in.
// It stands beside the table, not in it, so that a keystroke never lays the table out again.

export function open(grid, cell, column, text, { typed = "", caret = false } = {}) {
  const make = { choice: menu, one: menu, tick: menu, many: ticks }[column.kind] ?? area;
  const editor = make(grid, column, text, typed);
  const box = editor.element;
  box.classList.add("grid-edit");
  place(grid, cell, box, column);
  grid.wrap.append(box);
  box.setAttribute("aria-label", `${column.label}, ${grid.nameOf(cell)}`);
  editor.caret = caret;
  editor.start();
  return editor;
}

function place(grid, cell, box, column) {
  const [frame, at] = [grid.wrap.getBoundingClientRect(), cell.getBoundingClientRect()];
  box.style.insetInlineStart = `${at.left - frame.left + grid.wrap.scrollLeft - grid.wrap.clientLeft}px`;
  box.style.insetBlockStart = `${at.top - frame.top + grid.wrap.scrollTop - grid.wrap.clientTop}px`;
  if (column.kind === "many") return;
  box.style.minInlineSize = `${at.width}px`;
  box.style.minBlockSize = `${at.height}px`;
  if (column.kind !== "prose") box.style.inlineSize = `${at.width}px`;
  else box.style.inlineSize = `${Math.min(Math.max(at.width, 320), innerWidth * 0.9)}px`;
}

function area(grid, column, text, typed) {
  const element = document.createElement("textarea");
  element.rows = 1;
  element.value = typed || text;
  element.spellcheck = column.kind === "prose";
  if (column.numeric) {
    element.classList.add("n");
    element.inputMode = "decimal";
  }
  return {
    element,
    value: () => element.value.replace(/\s+$/, ""),
    start: () => {
      element.focus();
      element.setSelectionRange(element.value.length, element.value.length);
    },
  };
}

function menu(grid, column, text, typed) {
  const element = document.createElement("select");
  const options = column.kind === "one" ? grid.about.names[column.refers] ?? [] : (column.kind === "tick" ? [grid.words.yes] : column.choices).map((each) => [each, ""]);
  element.add(new Option("–", ""));
  for (const [value, name] of options) element.add(new Option(name ? `${value} · ${name}` : value, value, false, value === text));
  if (typed) {
    const like = [...element.options].find((each) => each.text.toLowerCase().startsWith(typed.toLowerCase()));
    if (like) element.value = like.value;
  }
  return {
    element,
    value: () => element.value,
    start: () => {
      element.focus();
      try {
        if (!typed) element.showPicker?.();
      } catch {
        // not after a touch of the user: the menu opens with the next key
      }
    },
  };
}

function ticks(grid, column, text, typed) {
  const element = document.createElement("div");
  element.className = "choose";
  element.setAttribute("role", "group");
  const find = document.createElement("input");
  find.type = "search";
  find.placeholder = grid.words.find;
  find.setAttribute("aria-label", grid.words.find);
  find.value = typed;
  const list = document.createElement("ul");
  const chosen = text.split(/,\s*/).filter(Boolean);
  for (const [key, name] of [...(grid.about.names[column.refers] ?? [])].sort(([a], [b]) => chosen.includes(b) - chosen.includes(a))) {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = key;
    box.checked = chosen.includes(key);
    const label = document.createElement("label");
    label.append(box, ` ${key} · ${name}`);
    const item = document.createElement("li");
    item.append(label);
    list.append(item);
  }
  const done = document.createElement("button");
  done.type = "button";
  done.className = "button slim";
  done.dataset.done = "";
  done.textContent = grid.words.done;
  const sift = () => {
    for (const item of list.children) item.hidden = !item.textContent.toLowerCase().includes(find.value.trim().toLowerCase());
  };
  find.addEventListener("input", sift);
  sift();
  element.append(find, list, done);
  return {
    element,
    value: () => {
      const now = [...list.querySelectorAll("input:checked")].map((box) => box.value);
      const kept = chosen.filter((key) => now.includes(key));
      return [...kept, ...now.filter((key) => !kept.includes(key))].join(", ");
    },
    start: () => find.focus(),
  };
}

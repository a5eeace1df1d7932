// A table of fields behaves like a sheet: arrows and Enter move, a block pasted from a spreadsheet fills cells.

function grid(table) {
  return [...table.tBodies[0].rows].filter((row) => !row.matches(".under, .over")).map((row) => [...row.querySelectorAll("[data-path]")]);
}

function find(cells, input) {
  for (const [r, row] of cells.entries()) {
    const c = row.indexOf(input);
    if (c >= 0) return [r, c];
  }
  return null;
}

function go(cells, r, c) {
  const target = cells[r]?.[Math.min(c, (cells[r]?.length ?? 1) - 1)];
  target?.focus();
  target?.select?.();
  return Boolean(target);
}

function key(event) {
  const input = event.target.closest("[data-path]");
  const table = input?.closest("table.cells");
  if (!table || event.altKey || event.ctrlKey || event.metaKey || input.tagName === "SELECT") return;
  const cells = grid(table);
  const at = find(cells, input);
  if (!at) return;
  const [r, c] = at;
  const start = input.selectionStart === 0 && input.selectionEnd === 0;
  const end = input.selectionStart === input.value.length;
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [event.shiftKey ? -1 : 1, 0] }[event.key];
  const side = event.key === "ArrowLeft" && start ? -1 : event.key === "ArrowRight" && end ? 1 : 0;
  if (step && go(cells, r + step[0], c)) event.preventDefault();
  else if (side && go(cells, r, c + side)) event.preventDefault();
  else if (event.key === "Enter") event.preventDefault();
}

function paste(event, changed) {
  const input = event.target.closest("[data-path]");
  const table = input?.closest("table.cells");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!table || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const cells = grid(table);
  const [r, c] = find(cells, input);
  text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach((line, i) => {
    line.split("\t").forEach((value, j) => {
      const cell = cells[r + i]?.[c + j];
      if (cell && cell.tagName !== "SELECT") cell.value = value.trim();
    });
  });
  changed();
}

export function sheet(form, changed) {
  form.addEventListener("keydown", key);
  form.addEventListener("paste", (event) => paste(event, changed));
}

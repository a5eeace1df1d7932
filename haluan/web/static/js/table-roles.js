// What a screen reader is told of the grid. Said outright, for a browser may take a row that is laid out as a grid for
// no row at all.

const SCREENFUL = 40;
const idle = globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 20));

export function roles(grid) {
  const { table, body } = grid;
  table.setAttribute("role", "grid");
  table.setAttribute("aria-multiselectable", "true");
  for (const part of [table.tHead, body]) part.setAttribute("role", "rowgroup");
  for (const cell of table.tHead.rows[0].cells) cell.setAttribute("role", "columnheader");
  table.tHead.rows[0].setAttribute("role", "row");
  for (const link of table.tHead.querySelectorAll("a")) link.tabIndex = -1;
  grid.wrap.removeAttribute("tabindex");
  equip(grid, [...body.rows], 0);
}

/** What is in sight at once, the other rows when the browser has nothing better to do: keys need not wait for them. */
function equip(grid, rows, from) {
  for (const tr of rows.slice(from, from + SCREENFUL)) {
    role(tr);
    const link = tr.cells[0].querySelector("a");
    if (link) link.tabIndex = -1;
    for (const c of tr.dataset.why ? grid.columns.keys() : grid.locked) tr.cells[c].setAttribute("aria-readonly", "true");
  }
  if (from + SCREENFUL < rows.length) idle(() => equip(grid, rows, from + SCREENFUL));
}

export function role(tr) {
  tr.setAttribute("role", "row");
  for (const cell of tr.cells) cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "gridcell");
}

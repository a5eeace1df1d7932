// Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, quotes round what holds tabs or newlines.

export function parse(text) {
  const rows = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=\t|\r|\n|$)/.exec(text.slice(at)) : null;
    let cell;
    if (quoted) {
      cell = quoted[1].replaceAll('""', '"');
      at += quoted[0].length;
    } else {
      const end = text.slice(at).search(/[\t\r\n]/);
      cell = end < 0 ? text.slice(at) : text.slice(at, at + end);
      at += cell.length;
    }
    rows.at(-1).push(cell.replace(/\r\n?/g, "\n"));
    if (at >= text.length) break;
    if (text[at] === "\t") {
      at += 1;
      if (at >= text.length) rows.at(-1).push("");
    } else {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

export function write(rows) {
  return rows.map((row) => row.map((cell) => (/^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
}

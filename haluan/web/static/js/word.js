// What Word, LibreOffice and pages of the web put on the clipboard, as the restricted Markdown of the books:
// headings, lists, bold, italic, links and tables are kept, everything else becomes plain text.

const SKIPPED = new Set(["SCRIPT", "STYLE", "HEAD", "META", "LINK", "TITLE", "DEL", "TEMPLATE", "SVG", "IMG", "OBJECT", "IFRAME"]);
const BLOCKS = "address,article,aside,blockquote,center,dd,div,dl,dt,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,tr,ul";

/** The text to insert, or "" where the clipboard holds nothing that plain text would lose. */
export function restricted(html) {
  const page = new DOMParser().parseFromString(html, "text/html"); // inert: no script runs, nothing is fetched
  if (!page.querySelector("h1,h2,h3,h4,h5,h6,ul,ol,table,b,strong,i,em,a[href],p[style*=mso-list],p[class^=Mso],span[style*=font-weight]")) return "";
  return joined(blocks(page.body)).trim();
}

/** One Markdown text from blocks: items of one list stand together, the rest is parted by an empty line. */
function joined(found) {
  return found.reduce((text, block, i) => {
    if (!i) return block.text;
    return text + (block.item && found[i - 1].item ? "\n" : "\n\n") + block.text;
  }, "");
}

function blocks(node, depth = 0) {
  const found = [];
  let run = [];
  const close = () => {
    const text = begun(line(run));
    if (text) found.push({ text });
    run = [];
  };
  for (const child of node.childNodes) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    close();
    found.push(...block(child, depth));
  }
  close();
  return found;
}

function isBlock(node) {
  return node.nodeType === 1 && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);
}

function block(node, depth) {
  if (SKIPPED.has(node.tagName)) return [];
  const heading = headingLevel(node);
  if (heading) {
    const text = line([...node.childNodes], { plain: true });
    return text ? [{ text: `${"#".repeat(heading)} ${text}` }] : [];
  }
  if (node.tagName === "TABLE") return table(node);
  if (node.tagName === "UL" || node.tagName === "OL") return list(node, depth);
  const word = wordItem(node);
  if (word) return [word];
  return blocks(node, depth);
}

/** Headings of any depth become two: `#` and `##` below the title of the chapter. */
function headingLevel(node) {
  const named = /^H([1-6])$/.exec(node.tagName) ?? /\bMso(?:Heading|Title)([1-6]?)/i.exec(node.className);
  if (!named) return 0;
  return Number(named[1] || 1) > 1 ? 2 : 1;
}

function list(node, depth) {
  const found = [];
  let number = Number(node.getAttribute("start") ?? 1);
  for (const child of node.children) {
    if (child.tagName === "UL" || child.tagName === "OL") {
      found.push(...list(child, depth + 1)); // Word Online nests lists beside their item
      continue;
    }
    if (SKIPPED.has(child.tagName)) continue;
    const inner = [...child.childNodes].filter((each) => !(each.nodeType === 1 && each.matches("ul,ol")));
    const text = line(inner);
    if (text) found.push(item(text, depth, node.tagName === "OL" ? number++ : 0));
    for (const nested of child.querySelectorAll(":scope > ul, :scope > ol")) found.push(...list(nested, depth + 1));
  }
  return found;
}

function item(text, depth, number) {
  return { item: true, text: `${"    ".repeat(depth)}${number ? `${number}.` : "-"} ${text}` };
}

/** Word writes a list as paragraphs, its mark in a span that is to be ignored. */
function wordItem(node) {
  const style = node.getAttribute("style") ?? "";
  const level = /mso-list:[^;]*\blevel(\d)/.exec(style);
  if (!level) return null;
  const mark = [...node.querySelectorAll("span")].find((each) => /mso-list:\s*Ignore/i.test(each.getAttribute("style") ?? ""));
  const number = /^\s*(\d+)[.)]/.exec(mark?.textContent ?? "");
  const lettered = /^\s*[a-z][.)]/i.test(mark?.textContent ?? "");
  mark?.remove();
  const text = line([...node.childNodes]);
  return text ? item(text, Number(level[1]) - 1, number ? Number(number[1]) : lettered ? 1 : 0) : null;
}

function table(node) {
  const rows = [...node.rows].map((row) => [...row.cells].flatMap((cell) => [cellText(cell), ...Array(Math.max((cell.colSpan || 1) - 1, 0)).fill("")]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (!width || width > 40) return [];
  if (width === 1) return rows.map((row) => ({ text: row[0] })).filter((each) => each.text);
  const written = rows.map((row) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? "").join(" | ")} |`);
  const body = rows.slice(1);
  const right = (i) => body.length > 0 && body.every((row) => !row[i] || /^[-–(]?(Rp)?[\d.,%\s]+\)?$/.test(row[i]));
  written.splice(1, 0, `|${Array.from({ length: width }, (_, i) => (right(i) ? " --: " : " --- ")).join("|")}|`);
  return [{ text: written.join("\n") }];
}

function cellText(cell) {
  return line([...cell.childNodes], { cell: true }).replaceAll("|", "\\|");
}

/** The texts of inline nodes as one line, with their bold, italic and addresses. */
function line(nodes, how = {}) {
  const parts = [];
  for (const node of nodes) collect(node, { bold: false, italic: false, href: "" }, parts, how);
  const merged = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last && last.bold === part.bold && last.italic === part.italic && last.href === part.href) last.text += part.text;
    else merged.push({ ...part });
  }
  return merged.map(marked).join("").replace(/[ \t\u00a0]+/g, " ").replace(/ ?\n ?/g, "\n").trim();
}

function collect(node, look, parts, how) {
  if (node.nodeType === 3) {
    parts.push({ ...look, text: escaped(node.data.replace(/\s+/g, " ")) });
    return;
  }
  if (node.nodeType !== 1 || SKIPPED.has(node.tagName)) return;
  if (node.tagName === "BR") {
    parts.push({ ...look, text: " " });
    return;
  }
  const style = node.getAttribute("style") ?? "";
  if (/mso-list:\s*Ignore|display:\s*none/i.test(style)) return;
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(style)?.[1];
  const next = { ...look };
  if (!how.plain) {
    if (node.matches("b,strong")) next.bold = true;
    if (node.matches("i,em")) next.italic = true;
    if (weight) next.bold = weight === "bold" || Number(weight) >= 600;
    if (/(?:^|;)\s*font-style:\s*italic/i.test(style)) next.italic = true;
    if (/(?:^|;)\s*font-style:\s*normal/i.test(style)) next.italic = false;
    const href = node.tagName === "A" ? (node.getAttribute("href") ?? "") : "";
    if (/^https?:\/\/[\x21-\x7e]+$/.test(href) && !/[<>()"\\]/.test(href)) next.href = href;
  }
  for (const child of node.childNodes) collect(child, next, parts, how);
  if (node.matches(BLOCKS)) parts.push({ ...look, text: " " });
}

function escaped(text) {
  return text.replace(/[\\*_[\]]/g, "\\$&");
}

/** Marks stand close to the words: a blank within them would make them stars. */
function marked({ text, bold, italic, href }) {
  const [, before, inner, after] = /^(\s*)([^]*?)(\s*)$/.exec(text);
  if (!inner) return text;
  const sign = bold && italic ? "***" : bold ? "**" : italic ? "*" : "";
  const said = `${sign}${inner}${sign}`;
  return `${before}${href ? `[${said}](${href})` : said}${after}`;
}

/** A paragraph that begins like a heading or an item is none. */
function begun(text) {
  return text.replace(/^(#{1,6}|[-+>])(?=\s)/, "\\$1").replace(/^(\d{1,9})([.)])(?=\s)/, "$1\\$2");
}

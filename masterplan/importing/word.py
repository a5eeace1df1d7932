"""Word files (.docx) as headings, paragraphs and tables, in the order people read them.

Read from the markup itself: tracked changes as if accepted, hidden text and tables of contents passed over,
merged cells repeated, a table within a table after the one that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from masterplan.importing.spreadsheet import MAX_COLUMNS, MAX_ROWS, tidy
from masterplan.importing.tables import Block, Cell, Foreign, Heading, Paragraph, Row, Table
from masterplan.language import Words
from masterplan.opening import OpeningError
from masterplan.opening.container import Container

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
MAX_STYLES = 8 * 1024 * 1024
MAX_MARKUP = 32 * 1024 * 1024
MAX_BLOCKS = 100_000
MAX_NESTING = 60

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HEADING = re.compile(r"(?:heading|judul|bab|sub ?bab)\s*(\d)", re.IGNORECASE)
_SKIPPED = {
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "txbxContent", "pict")
} | {f"{_MC}Fallback"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: heading level (0 none), list, contents."""

    level: int = 0
    item: bool = False
    contents: bool = False


@dataclass(slots=True)
class _State:
    styles: dict[str, Style]
    paragraphs: int = 0
    tables: int = 0
    pictures: int = 0
    tracked: bool = False
    boxes: int = 0
    blocks: list[Block] = field(default_factory=list)


def read_word(raw: bytes) -> Foreign:
    """The text of a file that was judged. Raises `OpeningError` where it is no document."""
    container = Container(raw)
    if DOCUMENT not in container.parts:
        raise OpeningError(_UNUSUAL)
    state = _State(_styles(container))
    for element in _body(container):
        _read(element, state, 0)
        if len(state.blocks) > MAX_BLOCKS:
            raise OpeningError(_LONG)
    return Foreign("word", tuple(state.blocks), tuple(_remarks(state)))


def _remarks(state: _State) -> Iterator[str]:
    if state.tracked:
        yield "Naskah: memuat perubahan terlacak; dibaca seolah-olah semuanya diterima"
    if state.boxes:
        yield f"Naskah: {state.boxes} kotak teks tidak dibaca"
    if state.pictures:
        yield f"Naskah: {state.pictures} gambar tidak dibaca; tulisan hasil pindai perlu diketik atau disalin"


def _body(container: Container) -> ET.Element:
    """The body; a part that takes more memory than a thick book is not built."""
    if container.parts[DOCUMENT].size > MAX_MARKUP:
        raise OpeningError(_LONG)
    parser = ET.XMLParser()  # noqa: S314 -- judged: no document type
    try:
        for piece in container.pieces(DOCUMENT):
            parser.feed(piece)
        root: ET.Element = parser.close()
    except ET.ParseError:
        raise OpeningError(_UNUSUAL) from None
    body = root.find(f"{_W}body")
    if body is None:
        raise OpeningError(_UNUSUAL)
    return body


def _read(element: ET.Element, state: _State, nesting: int) -> None:
    if nesting > MAX_NESTING:
        raise OpeningError(_DEEP)
    if element.tag == f"{_W}p":
        _read_paragraph(element, state)
    elif element.tag == f"{_W}tbl":
        _read_table(element, state, nesting)
    elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}moveTo"):
        if _is_contents(element):
            return
        for child in element:
            _read(child, state, nesting + 1)


def _is_contents(element: ET.Element) -> bool:
    gallery = element.find(f"{_W}sdtPr/{_W}docPartObj/{_W}docPartGallery")
    return gallery is not None and "Contents" in gallery.get(f"{_W}val", "")


def _read_paragraph(element: ET.Element, state: _State) -> None:
    state.paragraphs += 1
    text, bold = _text(element, state)
    style = _style(element, state)
    if not text or style.contents:
        return
    where = f"paragraf {state.paragraphs}"
    if style.level:
        state.blocks.append(Heading(style.level, text, where))
    else:
        state.blocks.append(Paragraph(text, where, item=style.item, bold=bold))


def _text(element: ET.Element, state: _State) -> tuple[str, bool]:
    """The text of a paragraph and whether all of it is bold."""
    pieces: list[tuple[str, bool]] = []
    _collect(element, False, pieces, state, 0)
    text = tidy("".join(piece for piece, _ in pieces))
    return text, bool(text) and all(bold for piece, bold in pieces if piece.strip())


def _collect(
    element: ET.Element, bold: bool, pieces: list[tuple[str, bool]], state: _State, depth: int
) -> None:
    if depth > MAX_NESTING:
        raise OpeningError(_DEEP)
    for child in element:
        tag = child.tag
        if tag in _SKIPPED:
            state.tracked |= tag in (f"{_W}del", f"{_W}moveFrom")
            state.boxes += tag == f"{_W}txbxContent"
            state.pictures += tag == f"{_W}pict"
        elif tag == f"{_W}t":
            pieces.append((child.text or "", bold))
        elif tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            pieces.append(("\n" if tag != f"{_W}tab" else "\t", bold))
        elif tag == f"{_W}noBreakHyphen":
            pieces.append(("-", bold))
        elif tag == f"{_W}r":
            if not _on(child, "vanish"):
                _collect(child, _on(child, "b"), pieces, state, depth + 1)
        else:
            state.tracked |= tag in (f"{_W}ins", f"{_W}moveTo")
            if tag == f"{_W}drawing":
                state.pictures += 1
            _collect(child, bold, pieces, state, depth + 1)


def _on(run: ET.Element, name: str) -> bool:
    switch = run.find(f"{_W}rPr/{_W}{name}")
    return switch is not None and switch.get(f"{_W}val", "1") not in ("0", "false", "off")


def _style(element: ET.Element, state: _State) -> Style:
    properties = element.find(f"{_W}pPr")
    if properties is None:
        return Style()
    named = properties.find(f"{_W}pStyle")
    style = state.styles.get(named.get(f"{_W}val", ""), Style()) if named is not None else Style()
    level = _level(properties) or style.level
    numbered = _numbered(properties)
    return Style(level, style.item if numbered is None else numbered, style.contents)


def _level(properties: ET.Element) -> int:
    outline = properties.find(f"{_W}outlineLvl")
    value = outline.get(f"{_W}val", "9") if outline is not None else "9"
    return int(value) + 1 if value in set("012345678") else 0


def _numbered(properties: ET.Element) -> bool | None:
    number = properties.find(f"{_W}numPr/{_W}numId")
    return None if number is None else number.get(f"{_W}val") != "0"


def _styles(container: Container) -> dict[str, Style]:
    if STYLES not in container.parts:
        return {}
    try:
        root = ET.fromstring(container.read(STYLES, MAX_STYLES))  # noqa: S314 -- judged: no document type
    except ET.ParseError:
        raise OpeningError(_UNUSUAL) from None
    own: dict[str, tuple[str, Style, str]] = {}
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        label = name.get(f"{_W}val", "") if name is not None else ""
        based = style.find(f"{_W}basedOn")
        parent = based.get(f"{_W}val", "") if based is not None else ""
        own[style.get(f"{_W}styleId", "")] = (label, _own_style(style, label), parent)
    return {identity: _inherited(identity, own) for identity in own}


def _own_style(style: ET.Element, label: str) -> Style:
    properties = style.find(f"{_W}pPr")
    match = _HEADING.match(label)
    level = int(match[1]) if match else 0
    item = label.lower().startswith("list ") and label.lower() != "list paragraph"
    if properties is not None:
        level = level or _level(properties)
        item = item or bool(_numbered(properties))
    return Style(level, item and not level, label.lower().startswith(("toc", "table of figures")))


def _inherited(identity: str, own: dict[str, tuple[str, Style, str]]) -> Style:
    level, item, contents, seen = 0, False, False, set()
    while identity in own and identity not in seen:
        seen.add(identity)
        _, style, parent = own[identity]
        level, item, contents = level or style.level, item or style.item, contents or style.contents
        identity = parent
    return Style(level, item and not level, contents)


def _read_table(element: ET.Element, state: _State, nesting: int) -> None:
    state.tables += 1
    name = f"Tabel {state.tables}"
    at = len(state.blocks)
    rows: list[Row] = []
    inner: list[ET.Element] = []
    above: list[Cell] = []
    for number, row in enumerate(_rows(element), 1):
        if number > MAX_ROWS:
            raise OpeningError(_LONG)
        above = _row_cells(row, above, state, inner)
        rows.append(Row(tuple(above), name, number, False))
    state.blocks.insert(at, Table(name, tuple(rows)))
    for table in inner:
        _read(table, state, nesting + 1)


def _rows(element: ET.Element) -> Iterator[ET.Element]:
    for child in element:
        if child.tag == f"{_W}tr":
            if child.find(f"{_W}trPr/{_W}del") is None:
                yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _rows(child)


def _row_cells(row: ET.Element, above: list[Cell], state: _State, inner: list[ET.Element]) -> list[Cell]:
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    cells = [Cell()] * (_span(skipped) if skipped is not None else 0)
    for element in _cells(row):
        properties = element.find(f"{_W}tcPr")
        span = properties.find(f"{_W}gridSpan") if properties is not None else None
        merge = properties.find(f"{_W}vMerge") if properties is not None else None
        width = _span(span) if span is not None else 1
        if merge is not None and merge.get(f"{_W}val") != "restart":
            cells += [
                Cell(cell.text, cell.number, cell.copy or "up")
                for cell in above[len(cells) : len(cells) + width]
            ]
            continue
        text = _cell_text(element, state, inner)
        cells += [Cell(text)] + [Cell(text, copy="left")] * (width - 1)
    return cells[:MAX_COLUMNS]


def _span(element: ET.Element) -> int:
    value = element.get(f"{_W}val", "1")
    return min(int(value), MAX_COLUMNS) if re.fullmatch(r"[1-9]\d{0,3}", value) else 1


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    for child in row:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _cells(child)


def _cell_text(element: ET.Element, state: _State, inner: list[ET.Element]) -> str:
    """The paragraphs of a cell as lines; a list entry begins with a bullet, so that entries stay apart."""
    lines = []
    for child in element:
        if child.tag == f"{_W}tbl":
            inner.append(child)
        elif child.tag == f"{_W}p":
            text, _ = _text(child, state)
            if text and _style(child, state).item:
                text = f"• {text}"
            lines.append(text)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            lines.append(_cell_text(child, state, inner))
    return "\n".join(line for line in lines if line)


_UNUSUAL = Words(
    "naskahnya tidak dapat dibaca; buka berkasnya lalu simpan ulang sebagai .docx",
    "its text cannot be read; open the file and save it again as .docx",
)
_LONG = Words(
    "naskahnya terlalu panjang; bagi menjadi beberapa berkas lalu baca satu per satu",
    "is too long; split it into several files and read them one by one",
)
_DEEP = Words(
    "tabel di dalam tabelnya terlalu dalam; keluarkan tabel dari dalam tabel lain",
    "has tables within tables too deep; take the tables out of one another",
)

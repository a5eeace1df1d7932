"""Any foreign file as headings, paragraphs and tables: .xlsx, .ods, .docx, or text that was pasted."""

from __future__ import annotations

import re

from masterplan.importing.spreadsheet import read_spreadsheet, tidy
from masterplan.importing.tables import Block, Cell, Foreign, Paragraph, Row, Table
from masterplan.importing.word import read_word
from masterplan.language import Words
from masterplan.opening import OpeningError, open_office

MAX_PASTED = 4 * 1024 * 1024


def read_foreign(raw: bytes) -> Foreign:
    """What stands in a file of unknown kind. Raises `OpeningError`: what is wrong and how to mend it."""
    if raw[:4] not in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0") and (text := _pasted(raw)) is not None:
        return read_text(text)
    opened = open_office(raw)
    return read_word(raw) if opened.kind == "docx" else read_spreadsheet(raw, opened)


def read_text(text: str) -> Foreign:
    """Pasted text: a line a paragraph; lines with tabs are rows of a table, as Excel and Word copy them."""
    blocks: list[Block] = []
    rows: list[Row] = []
    tables = 0
    for number, line in enumerate(text.splitlines(), 1):
        cells = [tidy(cell) for cell in line.split("\t")]
        if len(cells) > 2:
            tables += not rows
            rows.append(Row(tuple(Cell(cell) for cell in cells), f"Tabel {tables}", len(rows) + 1, False))
            continue
        if rows:
            blocks.append(Table(f"Tabel {tables}", tuple(rows)))
            rows = []
        if words := tidy(line):
            item = bool(re.match(r"\s*([-•*–]|\d{1,2}[.)]|[a-z][.)])\s", line))
            blocks.append(Paragraph(words, f"baris {number}", item=item))
    if rows:
        blocks.append(Table(f"Tabel {tables}", tuple(rows)))
    return Foreign("text", tuple(blocks))


def _pasted(raw: bytes) -> str | None:
    if not raw.strip():
        return None
    if len(raw) > MAX_PASTED or b"\x00" in raw:
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if text.lstrip().startswith(("<", "{", "%PDF")):
        raise OpeningError(_OTHER)
    return text


_OTHER = Words(
    "bukan lembar kerja atau naskah; simpan sebagai .xlsx, .ods, atau .docx lalu coba lagi",
    "is no spreadsheet and no document; save it as .xlsx, .ods or .docx and try again",
)

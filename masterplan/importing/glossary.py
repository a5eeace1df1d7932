"""What a file explains itself: `DLH = Dinas Lingkungan Hidup`, `Dinas Pariwisata (Dispar)`, `jangka pendek (2027)`.

What it explains in two ways is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from masterplan.importing.names import plain
from masterplan.importing.tables import Block, Cell, Heading, Paragraph, Row, Table
from masterplan.importing.years import Span, span_in, years_in

_HEAD = r"(?:Dinas|Badan|Bagian|Sekretariat|Kantor|Inspektorat|Satuan|Rumah Sakit|Balai)"
_SHORT = r"[A-Za-z][\w.&/-]*(?: [\w.&/-]+){0,3}?"
_EQUALS = re.compile(
    rf"(?:^|[.;:,(\n])\s*(?P<short>{_SHORT})\s*[:=]\s*(?P<full>{_HEAD}\b[^;:=\n]{{0,160}}?)(?=\s*(?:;|\.\s|\.?$|\n))",
    re.MULTILINE,
)
_CAPITALS = rf"{_HEAD}(?:,?\s+(?:dan|serta|&)|,?\s+[A-Z][\w/-]*){{1,16}}"
_AFTER = re.compile(rf"(?P<full>{_CAPITALS})\s*\((?P<short>{_SHORT})\)")
_BEFORE = re.compile(rf"\b(?P<short>[A-Za-z][\w-]+)\s*\((?P<full>{_CAPITALS})\)")
_TERM = re.compile(
    r"\b(?P<term>(?:jangka|tahap|fase)\s+(?:pendek|menengah|panjang|pertama|kedua|ketiga|[ivx]{1,3}\b|\d\b))"
    r"\s*[:=(]+\s*(?P<years>[^()\n;,]{4,40}?)\s*(?=[);,.\n]|$)",
    re.IGNORECASE,
)


def agencies_explained(blocks: Iterable[Block]) -> dict[str, str]:
    """Abbreviation of an agency, in plain words → the name it stands for."""
    said: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for short, full in _pairs(blocks):
        if stands_for(short, full):
            name = " ".join(full.split()).strip(" .,")
            names.setdefault(plain(name), name)
            said.setdefault(plain(short), set()).add(plain(name))
    return {short: names[full.pop()] for short, full in said.items() if len(full) == 1}


def stands_for(short: str, full: str) -> bool:
    """Whether a short name is made of the letters of a long one, and is no shorter full name of another."""
    letters, words = re.sub(r"\W", "", short.lower()), plain(full)
    if not 2 <= len(letters) <= 0.7 * len(full) or letters[0] != words[:1]:
        return False
    if set(plain(short).split()) <= set(words.split()):
        return False
    rest = iter(words)
    return all(letter in rest for letter in letters)


def with_years(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with their years behind terms that the file explains: `Jangka pendek` → `Jangka pendek (2027)`."""
    blocks = list(blocks)
    said: dict[str, set[Span]] = {}
    for text in _texts(blocks):
        for match in _TERM.finditer(text):
            if years_in(match["years"]) and (span := span_in(match["years"])):
                said.setdefault(plain(match["term"]), set()).add(span)
    terms = {term: _written(spans.pop()) for term, spans in said.items() if len(spans) == 1}
    return [_told(block, terms) for block in blocks] if terms else blocks


def _written(span: Span) -> str:
    return str(span.first) if span.length == 1 else f"{span.first}–{span.last or ''}"


def _told(block: Block, terms: dict[str, str]) -> Block:
    if isinstance(block, Table):
        return block.with_rows([_row(row, terms) for row in block.rows])
    if isinstance(block, Paragraph):
        label, colon, value = block.text.partition(":")
        if colon and plain(value) in terms:
            return replace(block, text=f"{label}: {value.strip()} ({terms[plain(value)]})")
    return block


def _row(row: Row, terms: dict[str, str]) -> Row:
    if not any(plain(cell.text) in terms for cell in row.cells):
        return row
    return replace(row, cells=tuple(_cell(cell, terms) for cell in row.cells))


def _cell(cell: Cell, terms: dict[str, str]) -> Cell:
    years = terms.get(plain(cell.text))
    return replace(cell, text=f"{cell.text} ({years})") if years else cell


def _pairs(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Everything that may be an abbreviation and its name: in a sentence, in cells beside each other."""
    blocks = list(blocks)
    for text in _texts(blocks):
        for pattern in (_EQUALS, _AFTER, _BEFORE):
            for match in pattern.finditer(text):
                last = re.findall(rf"{_HEAD}\b(?:(?!\b{_HEAD}\b).)*", match["full"])
                yield match["short"], last[-1] if pattern is _AFTER and last else match["full"]
    for table in (block for block in blocks if isinstance(block, Table)):
        for row in table.rows:
            own = [cell.text for _, cell in row.own()]
            for short, full in pairwise(own):
                if len(short) <= 30 and len(full) <= 160 and re.match(rf"{_HEAD}\s+\w", full):
                    yield short, full


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for _, cell in row.own() if len(cell.text) > 8)

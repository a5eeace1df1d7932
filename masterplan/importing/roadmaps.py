"""A road map as a grid: years on one side, dimensions on the other, the programmes of both in each cell."""

from __future__ import annotations

import re

from masterplan.importing.cells import clean_title, entries
from masterplan.importing.findings import Findings, Found, Proposal, quote
from masterplan.importing.names import dimension_of, plain
from masterplan.importing.tables import Cell, Table
from masterplan.importing.years import Span, span_of
from masterplan.language import Words

Side = tuple[Cell, Span | str | None]
"""A cell at the edge and what it says: years, a dimension, nothing."""
Sides = dict[int, Side]
SAMPLE = 12
LONG = 90
"""A longer text describes; it names no programme."""
_TITLED = re.compile(r"\b(peta jalan|road ?map|inovasi|inisiatif|program|quick wins?)\b")
_OTHER = re.compile(
    r"\b(sasaran|target|indikator|strategi|capaian|realisasi|masalah|permasalahan|anggaran)\b"
)


def is_road_map(table: Table) -> bool:
    """Titled so, with two years and two dimensions along its sides."""
    titles = [plain(text) for text in (table.name, *table.before, *_above(table))]
    if not any(map(_TITLED.search, titles)) or any(map(_OTHER.search, titles)):
        return False
    return _sides(table) is not None


def read_road_map(table: Table, findings: Findings) -> None:
    """Every entry of a cell is a programme that starts in the year and serves the dimension of its sides."""
    sides = _sides(table)
    if sides is None:
        return
    head, down = sides
    across: Sides = {x: (cell, _side(cell)) for x, cell in enumerate(table.rows[head].cells) if x}
    for y, row in enumerate(table.rows[head + 1 :], head + 1):
        if row.hidden or y not in down:
            if row.own():
                findings.leave(
                    row.where(), _OUTSIDE, text=quote(" | ".join(cell.text for _, cell in row.own()))
                )
            continue
        for x, cell in row.own():
            if x and x in across and across[x][1] is not None:
                _cell(cell, row.where(x), (down[y], across[x]), findings)
            elif x:
                findings.leave(row.where(x), _OUTSIDE, text=quote(cell.text))


def _cell(cell: Cell, where: str, sides: tuple[Side, Side], findings: Findings) -> None:
    for entry in entries(cell.text):
        title = clean_title(entry) if len(entry) <= LONG else None
        if title is None:
            findings.leave(where, _OUTSIDE, text=quote(entry))
            continue
        proposal = Proposal(Found(title, where, cell.text))
        for side, says in sides:
            if isinstance(says, Span):
                proposal.span = Found(says if says.length != 1 else Span(says.first, None), where, side.text)
            else:
                proposal.texts["dimension"] = Found(says, where, side.text)
        findings.innovations.append(proposal)


def _above(table: Table) -> list[str]:
    return [texts[0] for row in table.rows[:4] if len(texts := [cell.text for _, cell in row.own()]) == 1]


def _sides(table: Table) -> tuple[int, Sides] | None:
    """The row of one side, and the rows that the other side names; one of them years, the other dimensions."""
    for head, row in enumerate(table.rows[:SAMPLE]):
        across = {_side(cell) for x, cell in row.own() if x}
        filled = {
            y: below for y, below in enumerate(table.rows[head + 1 :], head + 1) if len(below.own()) > 1
        }
        down: Sides = {y: (below.cell(0), _side(below.cell(0))) for y, below in filled.items()}
        beside = {said for _, said in down.values()}
        for kind, other in ((Span, str), (str, Span)):
            if _all_are(kind, across) and _all_are(other, beside):
                return head, down
    return None


def _all_are(kind: type, said: set[Span | str | None]) -> bool:
    return len(said) >= 2 and all(isinstance(one, kind) for one in said)


def _side(cell: Cell) -> Span | str | None:
    if cell.number is None and (dimension := dimension_of(cell.text)):
        return dimension
    return span_of(cell) if len(cell.text) <= 24 else None


_OUTSIDE = Words(
    '"{text}" di luar kisi peta jalan, tidak dipakai',
    '"{text}" is outside the grid of the road map and not used',
)

"""Tables that tell of the same programmes in pieces, tied by a code: `G.1 Loket Terapung` here, `G.1 2028` there.

The table that spells the names out defines them; the others bear those names, so that what they tell meets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from masterplan.importing.guessing import Part
from masterplan.importing.heads import columns_of
from masterplan.importing.names import plain
from masterplan.importing.tables import EMPTY, Cell, Row

_CODE = re.compile(r"[A-Z]{1,4}[\s.\-/]?\d{1,3}")
_HEAD = "Nama Inovasi"
_NAMES = ("title", "programme", "activity", "sub_activity")


@dataclass(frozen=True, slots=True)
class _Coded:
    """A part whose rows bear codes: where they stand, where the names stand (None without), code → name."""

    part: Part
    code: int
    name: int | None
    names: dict[str, str]


def joined(parts: Sequence[Part]) -> list[Part]:
    """The parts with the full names where only codes or short names stand."""
    coded = {index: found for index, part in enumerate(parts) if (found := _coded(part))}
    defining = max(coded.values(), key=_spelled_out, default=None)
    if defining is None or defining.name is None or len(coded) < 2:
        return list(parts)
    return [
        _named(coded[index], defining.names) if index in coded and _belongs(coded[index], defining) else part
        for index, part in enumerate(parts)
    ]


def _coded(part: Part) -> _Coded | None:
    """Codes that tell rows apart: in most rows, each once."""
    head = part.head or _bare_head(part)
    if head is None:
        return None
    body = part.table.rows[head[1] :]
    for x in range(min(part.table.width, 3)):
        codes = [
            cell.text
            for row in body
            if (cell := row.cell(x)) and not cell.copy and _CODE.fullmatch(cell.text)
        ]
        told = [row for row in body if len(row.own()) > 1]
        if len(codes) >= 3 and len(set(codes)) == len(codes) and len(codes) >= 0.6 * len(told):
            columns = columns_of(part.table, *head, None).columns
            name = next(
                (c.index for role in _NAMES for c in columns if c.role == role and c.index != x), None
            )
            names = {
                row.cell(x).text: row.cell(name).text
                for row in body
                if name is not None and row.cell(x).text in codes
            }
            return _Coded(replace(part, head=head), x, name, names)
    return None


def _bare_head(part: Part) -> tuple[int, int] | None:
    """A first row of short words above the codes, where no name told that it is a head."""
    rows = part.table.rows
    bare = len(rows) > 3 and all(cell.number is None and len(cell.text) < 60 for _, cell in rows[0].own())
    return (0, 1) if bare and not any(_CODE.fullmatch(cell.text) for cell in rows[0].cells) else None


def _spelled_out(coded: _Coded) -> int:
    return sum(map(len, coded.names.values()))


def _belongs(coded: _Coded, defining: _Coded) -> bool:
    """Most codes are the same, and so are the names as far as both tell them."""
    if coded is defining:
        return False
    if coded.name is None:
        codes = {text for row in coded.part.table.rows if _CODE.fullmatch(text := row.cell(coded.code).text)}
        return len(codes & set(defining.names)) >= max(3, 0.8 * len(codes))
    shared = set(coded.names) & set(defining.names)
    alike = [code for code in shared if _alike(coded.names[code], defining.names[code])]
    return len(shared) >= 0.6 * len(coded.names) and len(alike) * 2 > len(shared)


def _alike(short: str, full: str) -> bool:
    """Whether one name holds the other, or all of its words but one."""
    ours, theirs = set(plain(short).split()), set(plain(full).split())
    return bool(ours & theirs) and len(ours - theirs) <= len(ours) // 2


def _named(coded: _Coded, names: dict[str, str]) -> Part:
    head = coded.part.head or (0, 1)
    width = coded.part.table.width
    rows = list(coded.part.table.rows)
    for y, row in enumerate(rows):
        name = names.get(row.cell(coded.code).text) if y >= head[1] else None
        if coded.name is not None:
            rows[y] = _with(row, coded.name, Cell(name)) if name else row
        elif y == head[0] or name:
            rows[y] = _with(row, width, Cell(name or _HEAD))
    return replace(coded.part, table=coded.part.table.with_rows(rows))


def _with(row: Row, column: int, cell: Cell) -> Row:
    cells = [*row.cells, *[EMPTY] * (column + 1 - len(row.cells))]
    cells[column] = cell
    return replace(row, cells=tuple(cells))

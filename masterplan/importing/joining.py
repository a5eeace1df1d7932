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
_NUMBER = re.compile(r"\d{1,3}")
_HEAD = "Nama Inovasi"
_NAMES = ("title", "programme", "activity", "sub_activity")


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A part whose rows bear codes: where they stand, where the names stand (None without), code → name."""

    part: Part
    key: int
    numbered: bool
    name: int | None
    names: dict[str, str]


def joined(parts: Sequence[Part]) -> list[Part]:
    """The parts with the full names where only codes or short names stand."""
    result = list(parts)
    for key in (_CODE, _NUMBER):
        keyed = {index: found for index, part in enumerate(result) if (found := _keyed(part, key))}
        for index, short in keyed.items():
            full = [other for other in keyed.values() if other is not short and _belongs(short, other)]
            if full:
                result[index] = _named(short, max(full, key=_spelled_out).names)
    return result


def _keyed(part: Part, key: re.Pattern[str]) -> _Keyed | None:
    """Codes or numbers that tell rows apart: in most rows, each once."""
    head = part.head or (_bare_head(part) if key is _CODE else None)
    if head is None:
        return None
    body = part.table.rows[head[1] :]
    for x in range(min(part.table.width, 3)):
        codes = [text for row in body if key.fullmatch(text := _key_of(row, x))]
        told = [row for row in body if len(row.own()) > 1]
        if len(codes) >= 3 and len(set(codes)) == len(codes) and len(codes) >= 0.6 * len(told):
            columns = columns_of(part.table, *head, None).columns
            name = next(
                (c.index for role in _NAMES for c in columns if c.role == role and c.index != x), None
            )
            names = {
                _key_of(row, x): row.cell(name).text
                for row in body
                if name is not None and _key_of(row, x) in codes
            }
            return _Keyed(replace(part, head=head), x, key is _NUMBER, name, names)
    return None


def _key_of(row: Row, column: int) -> str:
    cell = row.cell(column)
    return "" if cell.copy else cell.text.rstrip(".")


def _bare_head(part: Part) -> tuple[int, int] | None:
    """A first row of short words above the codes, where no name told that it is a head."""
    rows = part.table.rows
    bare = len(rows) > 3 and all(cell.number is None and len(cell.text) < 60 for _, cell in rows[0].own())
    return (0, 1) if bare and not any(_CODE.fullmatch(cell.text) for cell in rows[0].cells) else None


def _spelled_out(keyed: _Keyed) -> int:
    return sum(map(len, keyed.names.values()))


def _belongs(short: _Keyed, full: _Keyed) -> bool:
    """Most codes are the same, and so are the names as far as both tell them; of mere numbers, all and wholly."""
    if full.name is None or _spelled_out(full) <= _spelled_out(short):
        return False
    if short.name is None:
        codes = {text for row in short.part.table.rows if _CODE.fullmatch(text := _key_of(row, short.key))}
        return not short.numbered and len(codes & set(full.names)) >= max(3, 0.8 * len(codes))
    pairs = [(name, full.names[key]) for key, name in short.names.items() if key in full.names]
    if short.numbered:
        return set(short.names) == set(full.names) and all(_within(name, other) for name, other in pairs)
    alike = sum(_alike(name, other) for name, other in pairs)
    return len(pairs) >= 0.6 * len(short.names) and alike * 2 > len(pairs)


def _within(short: str, full: str) -> bool:
    return set(plain(short).split()) <= set(plain(full).split())


def _alike(short: str, full: str) -> bool:
    """Whether one name holds the other, or all of its words but one."""
    ours, theirs = set(plain(short).split()), set(plain(full).split())
    return bool(ours & theirs) and len(ours - theirs) <= len(ours) // 2


def _named(short: _Keyed, names: dict[str, str]) -> Part:
    head = short.part.head or (0, 1)
    width = short.part.table.width
    rows = list(short.part.table.rows)
    for y, row in enumerate(rows):
        name = names.get(_key_of(row, short.key)) if y >= head[1] else None
        if short.name is not None:
            rows[y] = _with(row, short.name, Cell(name)) if name else row
        elif y == head[0] or name:
            rows[y] = _with(row, width, Cell(name or _HEAD))
    return replace(short.part, table=short.part.table.with_rows(rows))


def _with(row: Row, column: int, cell: Cell) -> Row:
    cells = [*row.cells, *[EMPTY] * (column + 1 - len(row.cells))]
    cells[column] = cell
    return replace(row, cells=tuple(cells))

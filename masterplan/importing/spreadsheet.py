"""Spreadsheets (.xlsx, .ods) as tables: merged cells repeated, hidden rows marked, every value with its place."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from typing import Any

import python_calamine as calamine

from masterplan.importing.tables import EMPTY, Cell, Copy, Foreign, Row, Table
from masterplan.language import Words
from masterplan.opening import Opened, OpeningError
from masterplan.opening.tables import column_number

MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_TEXT = 20_000


def read_spreadsheet(raw: bytes, opened: Opened) -> Foreign:
    """The sheets of a file that was judged. Raises `OpeningError` where the reader cannot follow it."""
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        shown = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
            and sheet.visible == calamine.SheetVisibleEnum.Visible
        ]
        hidden = [sheet.name for sheet in book.sheets_metadata if sheet.name not in shown]
        read = [_read(book, name, opened) for name in shown]
    except (calamine.CalamineError, ValueError, OSError) as error:
        raise OpeningError(_UNREADABLE) from error
    remarks = [f"{name}: lembar tersembunyi, tidak dibaca" for name in hidden]
    remarks += [
        f"{table.name}: hanya {MAX_ROWS} baris pertama dibaca"
        for table in read
        if len(table.rows) == MAX_ROWS
    ]
    return Foreign("spreadsheet", tuple(table for table in read if table.rows), tuple(remarks))


def _read(book: Any, name: str, opened: Opened) -> Table:
    said = opened.sheet(name)
    grid = [list(row) for row in _grid(book.get_sheet_by_name(name))]
    for merged in said.merged:
        _spread(grid, merged)
    rows = tuple(
        Row(tuple(cells), name, number, True, hidden=number in said.hidden)
        for number, cells in enumerate(grid, 1)
    )
    return Table(name, rows, sheet=True)


def _grid(sheet: Any) -> Iterator[list[Cell]]:
    for values in sheet.to_python(skip_empty_area=False, nrows=MAX_ROWS):
        yield [_cell(value) for value in values[:MAX_COLUMNS]]


def _cell(value: Any) -> Cell:
    if value == "" or value is None:
        return EMPTY
    if isinstance(value, bool):
        return Cell("ya" if value else "tidak")
    if isinstance(value, int | float):
        number = int(value) if value == int(value) else value
        return Cell(str(number), number)
    if isinstance(value, datetime.datetime):
        return Cell(value.date().isoformat())
    if isinstance(value, datetime.date):
        return Cell(value.isoformat())
    return Cell(tidy(str(value)))


def tidy(text: str) -> str:
    """Lines without needless blanks, without what cannot be printed, never endless."""
    lines = (" ".join(_printed(line).split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)[:MAX_TEXT]


def _printed(line: str) -> str:
    return line if line.isprintable() else "".join(c if c.isprintable() else " " for c in line)


def _spread(grid: list[list[Cell]], merged: str) -> None:
    """Repeats the first cell of a merged range over all it covers, as far as the sheet is filled."""
    try:
        (left, top), (right, bottom) = (_place(corner) for corner in merged.split(":"))
    except ValueError:
        return
    if top >= len(grid) or left >= len(grid[top]):
        return
    first = grid[top][left]
    if not first:
        return
    for y in range(top, min(bottom + 1, len(grid))):
        for x in range(left, min(right + 1, len(grid[y]))):
            if (y, x) != (top, left):
                copy: Copy = "left" if x > left else "up"
                grid[y][x] = Cell(first.text, first.number, copy)


def _place(corner: str) -> tuple[int, int]:
    name = corner.rstrip("0123456789")
    return column_number(name) - 1, int(corner[len(name) :]) - 1


_UNREADABLE = Words(
    "lembar kerjanya tidak dapat dibaca; buka berkasnya lalu simpan ulang sebagai .xlsx",
    "its sheets cannot be read; open the file and save it again as .xlsx",
)

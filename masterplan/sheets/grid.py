"""A workbook as rows of cells, and where in it each table stands, whatever was moved or renamed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from masterplan.document.faults import shorten
from masterplan.language import Words
from masterplan.opening import Opened, OpeningError, Sheet
from masterplan.opening.tables import column_name, column_number
from masterplan.sheets.cells import CellError, plain_text
from masterplan.sheets.layout import DELETE, OWNER, Table, by_label, fold

TABLE_MARK = "haluan:"
HEAD_MARK = "haluan-head"
_TOP_ROWS = 12
_LEFT_COLUMNS = 40
_MOST_MERGED = 50_000


@dataclass(frozen=True)
class Page:
    """One sheet of the file: values as they are shown, rows and columns from 0."""

    name: str
    rows: list[list[Any]]
    facts: Sheet

    def at(self, row: int, column: int) -> Any:
        cells = self.rows[row] if row < len(self.rows) else []
        return cells[column] if column < len(cells) else ""

    def text(self, row: int, column: int) -> str:
        return plain_text(self.at(row, column))

    def place(self, row: int, column: int) -> str:
        """`Inovasi!F17`, as people find it."""
        return f"{self.name}!{column_name(column + 1)}{row + 1}"

    def read(self, row: int, column: int) -> Any:
        """The value of a cell; a formula's result. Raises `CellError` where there is none to go by."""
        if self.facts.errors or self.facts.uncalculated:
            cell = f"{column_name(column + 1)}{row + 1}"
            if cell in self.facts.errors:
                raise CellError(_ERROR)
            if cell in self.facts.uncalculated:
                raise CellError(_UNCALCULATED)
        return self.at(row, column)

    @property
    def merged(self) -> list[tuple[int, int, int, int]]:
        """First row, first column, last row, last column of each merged range."""
        found = []
        for text in self.facts.merged:
            if place := _RANGE.fullmatch(text):
                first, last = column_number(place[1]) - 1, column_number(place[3]) - 1
                found.append((int(place[2]) - 1, first, int(place[4]) - 1, last))
        return found


def pages(raw: bytes, opened: Opened) -> list[Page]:
    """All sheets of a file that `open_office` let through. Raises `OpeningError`."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
            return [
                Page(
                    name,
                    _values(book.get_sheet_by_name(name).to_python(skip_empty_area=False)),
                    opened.sheet(name),
                )
                for name in book.sheet_names
            ]
    except (CalamineError, OSError, ValueError) as error:
        raise OpeningError(_UNREADABLE.with_(why=shorten(error, 60))) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a fault in the reader itself
            raise
        raise OpeningError(_UNREADABLE.with_(why="panic")) from None


def _values(rows: list[list[Any]]) -> list[list[Any]]:
    while rows and not any(value != "" for value in rows[-1]):
        rows.pop()
    return rows


@dataclass
class Found:
    """Where a table stands on a page."""

    table: Table
    page: Page
    head: int
    columns: dict[str, int]
    identity: int | None = None
    unknown: list[tuple[int, str]] = field(default_factory=list)
    """Columns with a head that is none of ours."""
    doubled: list[tuple[int, str]] = field(default_factory=list)

    def data_rows(self) -> Iterator[int]:
        """Rows below the heads in which anything stands that belongs to the table."""
        ours = [*self.columns.values(), *([] if self.identity is None else [self.identity])]
        for row in range(self.head + 1, len(self.page.rows)):
            if any(self.page.at(row, column) != "" for column in ours):
                yield row

    def blank(self, row: int) -> bool:
        """Whether nothing that people see stands in the row, apart from the wish to delete it."""
        return all(
            self.page.text(row, column) == "" for path, column in self.columns.items() if path != DELETE
        )

    def identity_of(self, row: int) -> str:
        """The hidden cell as it stands; `identity_text` tells what an element has there."""
        return "" if self.identity is None else str(self.page.at(row, self.identity))

    def place(self, row: int, path: str = "") -> str:
        """The cell of a path in a row, empty where it has no column; of the empty path, the row's first cell."""
        if path and path not in self.columns:
            return ""
        return self.page.place(row, self.columns[path] if path else min(self.columns.values(), default=0))

    def merged_cells(self) -> dict[tuple[int, int], str]:
        """Cells of the data in a merged range, with the range as it is told."""
        covered: dict[tuple[int, int], str] = {}
        ours = set(self.columns.values())
        for top, left, bottom, right in self.page.merged:
            name = f"{self.page.place(top, left)}:{column_name(right + 1)}{bottom + 1}"
            for row in range(max(top, self.head + 1), min(bottom, len(self.page.rows)) + 1):
                for column in ours.intersection(range(left, min(right, 20_000) + 1)):
                    covered[row, column] = name
            if len(covered) > _MOST_MERGED:
                break
        return covered


def locate(found: list[Page], tables: dict[str, Table]) -> list[Found]:
    """The tables on the pages: by the hidden marks; where they are gone, by the heads people see."""
    marked = {page.name: place for page in found if (place := _by_marks(page, tables))}
    rest = {key: table for key, table in tables.items() if all(key != m.table.key for m in marked.values())}
    places = ((marked.get(page.name) or _by_heads(page, rest)) for page in found)
    return [place for place in places if place]


def _by_marks(page: Page, tables: dict[str, Table]) -> Found | None:
    for row in range(min(_TOP_ROWS, len(page.rows))):
        for column, value in enumerate(page.rows[row][:_LEFT_COLUMNS]):
            key = value.removeprefix(TABLE_MARK) if isinstance(value, str) else value
            if key != value and key in tables:
                head = _marked_head(page, column)
                found = _marked(page, tables[key], row, column, head) if head is not None else None
                if found and found.columns:
                    return found
    return None


def _marked_head(page: Page, column: int) -> int | None:
    rows = range(min(_TOP_ROWS * 2, len(page.rows)))
    return next((row for row in rows if page.at(row, column) == HEAD_MARK), None)


def _marked(page: Page, table: Table, keys: int, identity: int, head: int) -> Found:
    found = Found(table, page, head, {}, identity)
    for column in range(max(len(page.rows[keys]), len(page.rows[head]))):
        if column == identity:
            continue
        path, label = page.text(keys, column), page.text(head, column)
        if table.form != "plan" and path not in (OWNER, DELETE) and not table.column(path):
            path = by_label(table, label) or ""
        _place_column(found, path, column, label)
    return found


def _place_column(found: Found, path: str, column: int, label: str) -> None:
    if not path:
        if label:
            found.unknown.append((column, label))
    elif path in found.columns:
        found.doubled.append((column, label))
    else:
        found.columns[path] = column


def _by_heads(page: Page, tables: dict[str, Table]) -> Found | None:
    """Somebody's copy of a sheet without its hidden row: the row with the most heads we know."""
    named = [t for t in tables.values() if fold(page.name) in (fold(t.name.id), fold(t.name.en))]
    best: Found | None = None
    for table in named or tables.values():
        if table.form == "plan":
            continue  # its rows are told apart by the hidden column alone
        for row in range(min(_TOP_ROWS, len(page.rows))):
            found = _headed(page, table, row)
            if len(found.columns) >= 2 and (best is None or len(found.columns) > len(best.columns)):
                best = found
    return best if best and (named or len(best.columns) > len(best.table.columns) / 2) else None


def _headed(page: Page, table: Table, head: int) -> Found:
    found = Found(table, page, head, {})
    for column in range(len(page.rows[head])):
        label = page.text(head, column)
        _place_column(found, (label and by_label(table, label)) or "", column, label)
    return found


_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}):\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_UNREADABLE = Words(
    "tidak dapat dibaca sebagai lembar kerja ({why}); buka berkasnya lalu simpan ulang",
    "cannot be read as a spreadsheet ({why}); open it and save it again",
)
_ERROR = Words(
    "rumusnya menghasilkan kesalahan (#REF!, #DIV/0!, dan sejenisnya); perbaiki rumusnya atau tulis nilainya",
    "its formula gives an error (#REF!, #DIV/0! and the like); mend the formula or write the value",
)
_UNCALCULATED = Words(
    "rumusnya belum dihitung oleh program yang menyimpannya; buka dan simpan di Excel, atau tulis nilainya",
    "its formula was never calculated by the program that saved it; open and save it in Excel, or write the value",
)

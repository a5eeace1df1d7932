"""What every foreign file is turned into before anything is understood: headings, paragraphs and tables.

A spreadsheet is tables only; a Word file is all three, in the order people read them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Number = int | float
Copy = Literal["up", "left"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell; a merged cell stands in every place it covers, as a copy in all but the first."""

    text: str = ""
    number: Number | None = None
    copy: Copy | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `table` and `number` say where people find it."""

    cells: tuple[Cell, ...]
    table: str
    number: int
    sheet: bool
    hidden: bool = False

    def where(self, column: int | None = None) -> str:
        """`Sheet1!C7` or `Tabel 4 baris 3`."""
        if not self.sheet:
            return f"{self.table} baris {self.number}"
        return f"{self.table}!{letters(column)}{self.number}" if column is not None else self.row_name

    @property
    def row_name(self) -> str:
        return f"{self.table} baris {self.number}"

    def own(self) -> list[tuple[int, Cell]]:
        """The cells with something in them that are no copies, with their columns."""
        return [(x, cell) for x, cell in enumerate(self.cells) if cell and not cell.copy]

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `before` is what stands above it: headings, captions, title rows."""

    name: str
    rows: tuple[Row, ...]
    before: tuple[str, ...] = ()
    sheet: bool = False
    named: Heading | None = None
    """The programme that the heading above names, where no other table stands below it."""

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)

    def with_rows(self, rows: Sequence[Row], before: Sequence[str] | None = None) -> Table:
        return replace(self, rows=tuple(rows), before=self.before if before is None else tuple(before))


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `item` when it is an entry of a list."""

    text: str
    where: str
    item: bool = False
    bold: bool = False


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Foreign:
    """A foreign file as read; `remarks` are what was passed over already, each `where: text`."""

    kind: Literal["spreadsheet", "word", "text"]
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()

    @property
    def tables(self) -> list[Table]:
        return [block for block in self.blocks if isinstance(block, Table)]


def letters(column: int) -> str:
    """The name of a column in a spreadsheet: 0 → A, 27 → AB."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name

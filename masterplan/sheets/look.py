"""How a workbook looks: colours, formats, paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from masterplan.sheets.cells import Kind

INK, MUTED, LINE, PAPER = "#1c2430", "#5b6472", "#dcd8cf", "#fbfaf7"
SEA, LOCKED = "#0b5c6b", "#f0ede5"
DIMENSIONS = {
    "governance": ("#1f5fa8", "#e3edf8"),
    "branding": ("#9a3b86", "#f6e6f2"),
    "economy": ("#755300", "#f8eed8"),
    "living": ("#1a6b4f", "#e0f2eb"),
    "society": ("#b03a48", "#fae6e8"),
    "environment": ("#446a11", "#ecf3df"),
}
"""Text and ground of a dimension's cell; its name stands there too."""

A4, A3 = 9, 8
WIDE = 190
"""Characters across from which a sheet is printed on A3."""
PAGE = 300
"""Characters across that still read well on one page of A3."""
LINE_HEIGHT = 15
MOST_LINES = 24

NUMBERS: dict[Kind, str] = {
    "money": '"Rp"#,##0',
    "share": "0.0%",
    "number": "#,##0.###",
    "whole": "#,##0",
    "year": "0",
}
_CENTRED = frozenset({"flag", "year", "whole"})


@dataclass
class Formats:
    """The formats of a workbook, each made once."""

    book: Workbook
    _made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)
    _cells: dict[tuple[Kind, str, bool, bool, bool], Format] = field(default_factory=dict)

    def get(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top"}
            self._made[key] = self.book.add_format({**base, **properties})
        return self._made[key]

    def cell(self, kind: Kind, value: object, *, locked: bool = False, form: bool = False) -> Format:
        """The format of a cell of this kind that shows `value`; a text stays a text when it is edited.

        In a form the values stand below one another, all to the left.
        """
        number = _number_format(kind, value) if kind in NUMBERS else "@"
        risky = isinstance(value, str) and value[:1] in RISKY
        key = (kind, number, locked, form, risky)
        if key not in self._cells:
            self._cells[key] = self.get(**_cell(*key))
        return self._cells[key]

    def head(self) -> Format:
        return self.get(
            bold=True,
            font_color="#ffffff",
            bg_color=SEA,
            text_wrap=True,
            border=1,
            border_color=SEA,
            bottom=2,
        )


RISKY = frozenset("=+-@\t\r'|")
"""A text that begins so is written with a quote prefix: editing it, too, leaves it a text."""


def _cell(kind: Kind, number: str, locked: bool, form: bool, risky: bool) -> dict[str, Any]:
    centred = kind == "flag" or kind in _CENTRED
    align = "left" if form or not (centred or kind in NUMBERS) else "center" if centred else "right"
    look = {"border": 1, "border_color": LINE, "num_format": number, "align": align, "locked": locked}
    if kind not in NUMBERS:
        look["text_wrap"] = True
    if risky:
        look["quote_prefix"] = True
    return {**look, "bg_color": LOCKED, "font_color": MUTED} if locked else look


def _number_format(kind: Kind, value: object) -> str:
    if isinstance(value, int | float):
        if kind == "share" and round(value, 3) != value:
            return "0.0####%"
        if kind == "money" and value != int(value):
            return '"Rp"#,##0.##'
    if kind == "number" and (not isinstance(value, float) or value.is_integer()):
        return "#,##0" if isinstance(value, int | float) else "General"
    return NUMBERS[kind]


def height(cells: list[tuple[object, float]]) -> float:
    """How high a row is so that its texts can be read: each cell's value and width. Not every program does it."""
    most = max((_lines(value, width) for value, width in cells if isinstance(value, str)), default=1)
    return min(most, MOST_LINES) * LINE_HEIGHT + 1


def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) / max(1, width * 1.08)) for line in text.split("\n"))


def paper(sheet: Worksheet, across: float, footer: str, head: int | None = None, names: int = 0) -> None:
    """Landscape; the head on every page, and on a sheet too wide for one page the first columns, too."""
    wide = max(1, round(across / PAGE))
    sheet.set_landscape()
    sheet.set_paper(A3 if across > WIDE else A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(wide, 0)
    if head is not None:
        sheet.repeat_rows(head)
    if wide > 1:
        sheet.repeat_columns(0, names)
    sheet.set_footer(f"&L&8{footer}&R&8&A · &P / &N")
    sheet.hide_gridlines(2)

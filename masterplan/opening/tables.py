"""Where a sheet reaches and which of its cells are formulas, learned before the sheet is read.

A reader of spreadsheets lays a sheet out as a rectangle: two cells far apart, or one row repeated a million
times, would fill the memory. And it gives the value of a formula, not that there is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from masterplan.language import Words
from masterplan.opening.container import OpeningError
from masterplan.opening.dangers import refuse_formula
from masterplan.opening.markup import Attributes, Walker

MAX_AREA = 2_000_000
MAX_FORMULAS = 200_000


@dataclass(frozen=True)
class Sheet:
    """What the file says about one sheet beside the values; cells are named as people do: `F17`."""

    name: str
    formulas: dict[str, str] = field(default_factory=dict)
    uncalculated: set[str] = field(default_factory=set)
    """Formulas that came without a result: the program that wrote them never calculated them."""
    errors: set[str] = field(default_factory=set)
    """Cells that show #REF!, #DIV/0! and their like."""
    merged: list[str] = field(default_factory=list)
    """Ranges of merged cells, `A1:C2`."""
    hidden: set[int] = field(default_factory=set)
    """Rows that are not shown, counted from 1."""


class _Extent:
    """The rectangle that the filled cells span."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self._rows = self._columns = 0

    def reach(self, row: int, column: int) -> None:
        if row <= self._rows and column <= self._columns:
            return
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        if self._rows * self._columns > MAX_AREA:
            cell = f"{column_name(min(self._columns, 16384))}{self._rows}"
            raise OpeningError(_FAR.with_(sheet=self._sheet, cell=cell))


class XlsxSheet(Walker):
    """A worksheet part."""

    wanted = frozenset({"f", "formula1", "formula2", "formula"})

    def __init__(self, name: str) -> None:
        self.sheet = Sheet(name)
        self._extent = _Extent(name)
        self._row = self._column = 0
        self._digits = ""
        self._formula = ""
        """The place of the cell that is being read, when it is a formula."""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell(attributes)
        elif name in ("v", "is"):
            self._extent.reach(self._row, self._column)
            if self._formula:
                self.sheet.uncalculated.discard(self._formula)
        elif name == "row":
            self._row = _whole(attributes["r"], self.sheet.name) if "r" in attributes else self._row + 1
            self._column, self._digits = 0, ""
            if attributes.get("hidden") in ("1", "true"):
                self.sheet.hidden.add(self._row)
        elif name == "f":
            self._formula = self._place
            self._extent.reach(self._row, self._column)
            _add_formula(self.sheet, self._formula)
        elif name == "mergeCell":
            self.sheet.merged.append(attributes.get("ref", ""))

    def text(self, name: str, text: str) -> None:
        refuse_formula(text, f"{self.sheet.name}!{self._place}")
        if name == "f":
            self.sheet.formulas[self._place] = text[:200]

    def _cell(self, attributes: Attributes) -> None:
        place = attributes.get("r")
        if place is None:
            self._column += 1
        else:
            letters = place.rstrip("0123456789")
            digits = place[len(letters) :]
            self._column = _COLUMNS.get(letters) or self._new_column(letters)
            if digits != self._digits:
                self._row, self._digits = _whole(digits, self.sheet.name), digits
        self._formula = ""
        if attributes.get("t") == "e":
            self.sheet.errors.add(self._place)

    def _new_column(self, letters: str) -> int:
        if not re.fullmatch("[A-Z]{1,3}", letters):
            raise OpeningError(_PLACES.with_(sheet=self.sheet.name))
        return _COLUMNS.setdefault(letters, column_number(letters))

    @property
    def _place(self) -> str:
        return f"{column_name(self._column)}{self._row}"


class OdsContent(Walker):
    """`content.xml` of an .ods: all sheets in one part, with repeated rows and cells."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._extent = _Extent("")
        self._row = self._column = self._repeat = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name in ("table-cell", "covered-table-cell"):
            self._cell(attributes)
        elif name == "table-row":
            self._row += self._repeat
            self._column = 0
            self._repeat = self._repeated(attributes, "table:number-rows-repeated")
            if attributes.get("table:visibility", "visible") != "visible":
                self.sheets[-1].hidden.add(self._row)
        elif name == "p":
            self._extent.reach(self._row + self._repeat - 1, self._column)
        elif name == "table":
            self.sheets.append(Sheet(attributes.get("table:name", "")))
            self._extent = _Extent(self.sheets[-1].name)
            self._row, self._column, self._repeat = 1, 0, 0

    def _cell(self, attributes: Attributes) -> None:
        first = self._column + 1
        self._column += self._repeated(attributes, "table:number-columns-repeated")
        if "office:value-type" in attributes or "table:formula" in attributes:
            self._extent.reach(self._row + self._repeat - 1, self._column)
        if "table:formula" in attributes:
            self._formula(attributes, first)
        wide = int(attributes.get("table:number-columns-spanned", "1") or 1)
        high = int(attributes.get("table:number-rows-spanned", "1") or 1)
        if self.sheets and (wide > 1 or high > 1):
            corner = f"{column_name(first + wide - 1)}{self._row + high - 1}"
            self.sheets[-1].merged.append(f"{column_name(first)}{self._row}:{corner}")

    def _formula(self, attributes: Attributes, first: int) -> None:
        sheet, text = self.sheets[-1], attributes["table:formula"]
        refuse_formula(text, f"{sheet.name}!{column_name(first)}{self._row}")
        for row in range(self._row, self._row + self._repeat):
            for column in range(first, self._column + 1):
                place = f"{column_name(column)}{row}"
                _add_formula(sheet, place)
                sheet.formulas[place] = text[:200]
                if "office:value-type" in attributes:
                    sheet.uncalculated.discard(place)
                if attributes.get("calcext:value-type") == "error":
                    sheet.errors.add(place)

    def _repeated(self, attributes: Attributes, name: str) -> int:
        return _whole(attributes[name], self.sheets[-1].name) if name in attributes else 1


def _add_formula(sheet: Sheet, place: str) -> None:
    if len(sheet.formulas) >= MAX_FORMULAS:
        raise OpeningError(_FORMULAS.with_(sheet=sheet.name))
    sheet.formulas.setdefault(place, "")
    sheet.uncalculated.add(place)


def _whole(text: str, sheet: str) -> int:
    if not re.fullmatch("[0-9]{1,8}", text) or text == "0":
        raise OpeningError(_PLACES.with_(sheet=sheet))
    return int(text)


def column_name(number: int) -> str:
    """1 → `A`, 27 → `AA`."""
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_number(name: str) -> int:
    """`A` → 1, `AA` → 27."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


_COLUMNS: dict[str, int] = {}
"""Numbers of the columns met so far; there are 18,278 at most."""
_FAR = Words(
    'lembar "{sheet}" membentang sampai sel {cell}; hapus baris dan kolom di luar tabelnya lalu simpan lagi',
    'the sheet "{sheet}" reaches to cell {cell}; delete the rows and columns outside its table and save it',
)
_FORMULAS = Words(
    'lembar "{sheet}" memuat terlalu banyak rumus; tempelkan sebagai nilai lalu simpan lagi',
    'the sheet "{sheet}" holds too many formulas; paste them as values and save it again',
)
_PLACES = Words(
    'lembar "{sheet}" menempatkan sel secara tidak wajar; buka berkasnya lalu simpan ulang',
    'the sheet "{sheet}" places its cells in a strange way; open the file and save it again',
)

"""The rows of a table of programmes: what is an innovation, what a section, a subtotal, an activity, a footnote."""

from __future__ import annotations

import re
from dataclasses import replace

from masterplan.importing.agencies import Agencies, is_agency_name
from masterplan.importing.amounts import english_figures
from masterplan.importing.cells import CellReader, add_agencies, clean_title, entries
from masterplan.importing.findings import Findings, Found, Proposal, quote
from masterplan.importing.guessing import Part
from masterplan.importing.heads import is_numbering, label_role
from masterplan.importing.mapping import ColumnMapping, TableMapping
from masterplan.importing.names import dimension_of, plain, unnumbered
from masterplan.importing.tables import Cell, Row
from masterplan.language import Words

_TOTAL = re.compile(
    r"(grand|sub)?\s*-?\s*(jumlah|total|jml|subtotal)\b.*|(rata rata|rekapitulasi|selisih|sub jumlah)\b.*"
)
_FOOT = re.compile(
    r"(catatan|keterangan|sumber|ket|mengetahui|menyetujui|disetujui|dibuat|nip|kepala|ketua|bupati|wali ?kota|sekretaris|"
    r"plt|an|a n|tim penyusun|pembina|dst)\b"
)
_DATED = re.compile(
    r",\s*(\d{1,2}\s+)?(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"\s*(\d{1,2}(?:\.(?:\d{1,4}|[xX]{1,2}))+)\.?\s*")
_COUNT = re.compile(r"\d{1,3}\.?")
_CAPITAL = re.compile(r"[IVX]{1,5}[.)]?|[A-H][.)]?")
_SUB = re.compile(r"[a-z][.)]?|\d{1,3}\.\d{1,2}\.?|[-•–]")
_SUB_TITLE = re.compile(r"\s*(?:[a-z][.)]|[-•–])\s+\S|[a-z]{3,}\s")
_LEVELS = {
    1: "section",
    2: "section",
    3: "programme",
    4: "programme",
    5: "activity",
    6: "sub_activity",
    7: "sub_activity",
}
_ORDER = ("section", "programme", "activity", "sub_activity")
_TITLES = ("title", "programme", "activity", "sub_activity")


def read_rows(
    part: Part, mapping: TableMapping, agencies: Agencies, findings: Findings, first_year: int | None
) -> None:
    """Adds the innovations of a table to the findings, and says what was left."""
    _Rows(part, mapping, agencies, findings, first_year).read()


class _Rows:
    def __init__(
        self,
        part: Part,
        mapping: TableMapping,
        agencies: Agencies,
        findings: Findings,
        first_year: int | None,
    ) -> None:
        self._mapping, self._agencies, self._findings = mapping, agencies, findings
        self._body = _below(part, mapping)
        self._head = [plain(cell.text) for row in part.table.rows[:1] for _, cell in row.own()]
        title = next((mapping.of(role)[0] for role in _TITLES if mapping.of(role)), None)
        self._title: ColumnMapping | None = title
        self._grouped = bool(title and title.role == "programme" and mapping.of("activity", "sub_activity"))
        self._numbers = [column.column for column in mapping.of("number")]
        codes = mapping.of("code")
        self._codes = [column.column for column in codes if column.head == codes[0].head]
        """A code may be spread over columns: 2 | 16 | 03 below one head."""
        self._outline = bool(title and self._is_outline(title))
        self._counted = any(_COUNT.fullmatch(self._number(row)) for row in self._body)
        self._owned = False
        leads = mapping.of("lead")
        self._leading = leads[0].column if leads and title and leads[0].column < title.column else None
        """A column of agencies to the left of the names groups them: an empty cell there means the one above."""
        self._last_lead: Cell | None = None
        english = {
            c.column for c in mapping.of("cost", "total", "operating_per_year") if self._english(c.column)
        }
        self._cells = CellReader(mapping, agencies, findings, first_year, english)
        self._dimension = Found(mapping.dimension, part.table.before[-1] if part.table.before else part.name)
        self._table_agency = self._titled_agency(part)
        self._section_agency: Found | None = None
        self._current: Proposal | None = None
        self._lower: list[tuple[str, Proposal]] = []
        self._above: dict[str, str] = {}
        self._ended = False

    def _english(self, column: int) -> bool:
        return english_figures(row.cell(column) for row in self._body)

    def _titled_agency(self, part: Part) -> Found | None:
        """`Perangkat Daerah: Dinas Kesehatan` above a table is said of all its rows."""
        named: list[Found] = []
        for text in part.table.before:
            label, colon, value = text.partition(":")
            if colon and label_role(label.strip()) == "lead" and self._agencies.split(value)[0]:
                named.append(Found(value.strip(), part.name, text))
        return named[0] if len(named) == 1 else None

    def read(self) -> None:
        if self._title is None:
            return
        for row in self._body:
            self._read(row, self._title)
        self._close()

    def _read(self, row: Row, title: ColumnMapping) -> None:
        own = row.own()
        if not own and not any(row.cells):
            return
        if row.hidden:
            self._findings.leave(row.row_name, _HIDDEN, text=quote(" | ".join(cell.text for _, cell in own)))
            return
        row = self._with_lead(row)
        if is_numbering(row) or [plain(cell.text) for _, cell in own] == self._head:
            return
        if self._is_total(row):
            self._ended = True
            self._close()
            return
        label = self._label(row)
        if label and self._section(row, label, title):
            return
        cell = row.cell(title.column)
        if self._outline and cell and not cell.copy and self._outlined(row, cell):
            return
        if cell and not cell.copy and self._lesser(row, cell):
            return
        if cell and not cell.copy and not self._same_group(cell):
            self._start(row, cell, title)
        elif self._current and self._cells.facts(row) and self._goes_on(row, cell):
            self._cells.fill(self._current, row)
        elif own:
            self._leave(row)

    def _with_lead(self, row: Row) -> Row:
        """The row with the agency that stands above, where its own cell is empty and it names something."""
        if self._leading is None or self._title is None or self._is_total(row):
            return row
        if row.cell(self._leading):
            self._last_lead = row.cell(self._leading)
        elif self._last_lead and row.cell(self._title.column):
            above = Cell(self._last_lead.text, copy="up")
            cells = list(row.cells)
            cells[self._leading] = above
            return replace(row, cells=tuple(cells))
        return row

    def _number(self, row: Row) -> str:
        return next((row.cell(x).text.strip() for x in self._numbers if row.cell(x)), "")

    def _lesser(self, row: Row, cell: Cell) -> bool:
        """An activity of the innovation above: `a`, `1.2`, `- …`, or `1` below a numeral with all its facts."""
        if self._current is None or self._grouped:
            return False
        number = self._number(row)
        below = self._counted and (_SUB.fullmatch(number) or (not number and _SUB_TITLE.match(cell.text)))
        if not below and not (self._owned and _COUNT.fullmatch(number)):
            return False
        lower = Proposal(Found(clean_title(cell.text) or cell.text, row.row_name, cell.text))
        self._cells.fill(lower, row)
        self._lower.append(("activity", lower))
        return True

    def _goes_on(self, row: Row, cell: Cell) -> bool:
        """More of the innovation above; money below an empty name without an activity may be a sum, and is not."""
        if cell.copy == "up":
            return True
        activity = any(row.cell(column.column) for column in self._mapping.of("activity", "sub_activity"))
        return activity if self._grouped else not cell and not self._cells.has_money(row)

    def _same_group(self, cell: Cell) -> bool:
        return self._grouped and self._current is not None and self._current.title.text == cell.text

    def _is_total(self, row: Row) -> bool:
        texts = [cell.text for _, cell in row.own() if cell.number is None][:2]
        if not any(_TOTAL.fullmatch(_unspaced(plain(unnumbered(text)))) for text in texts):
            return False
        leads = [row.cell(column.column) for column in self._mapping.of("lead")]
        return not any(
            cell and not cell.copy and not _TOTAL.fullmatch(_unspaced(plain(cell.text))) for cell in leads
        )

    def _label(self, row: Row) -> Cell | None:
        """The only text of a row, beside numbers: a section, or a title with nothing to it."""
        texts = [
            (x, cell)
            for x, cell in row.own()
            if cell.number is None and x not in self._numbers and not _is_mark(cell.text)
        ]
        numbered = [cell for x, cell in row.own() if x in self._numbers and len(cell.text) > 12]
        distinct = [cell for _, cell in texts] + numbered
        return distinct[0] if len(distinct) == 1 else None

    def _section(self, row: Row, label: Cell, title: ColumnMapping) -> bool:
        where = row.row_name
        text = unnumbered(" ".join(label.text.split()))
        wide = sum(cell.text == label.text for cell in row.cells) > 1
        number = self._number(row)
        counted = bool(re.fullmatch(r"\d{1,3}\.?", number.strip()))
        if (dimension := dimension_of(label.text)) and not (counted and not wide and self._cells.facts(row)):
            self._close()
            self._dimension, self._section_agency = Found(dimension, where, text), None
            return True
        if is_agency_name(text) and not self._cells.facts(row):
            self._close()
            self._section_agency = Found(text, where, text)
            return True
        capital = bool(_CAPITAL.fullmatch(number.strip())) and self._counted
        if self._cells.facts(row) and not (capital and self._cells.only_money(row)):
            return False
        in_title = row.cell(title.column).text == label.text and not wide
        if in_title and counted:
            return False
        foot = bool(_FOOT.match(plain(text)) or _DATED.search(text))
        if not foot and not self._ended and (wide or re.fullmatch(r"[IVX]{1,5}\.?|[A-Z]\.?", number.strip())):
            self._close()
            if self._dimension.value and self._dimension.value != self._mapping.dimension:
                self._dimension = Found(self._mapping.dimension, where, text)
            self._section_agency = None
        self._findings.leave(where, _FOOTNOTE if foot or self._ended else _SECTION, text=quote(text))
        return True

    def _is_outline(self, title: ColumnMapping) -> bool:
        depths = {self._level(row, row.cell(title.column)) for row in self._body if row.cell(title.column)}
        return len(depths & {"programme", "activity", "sub_activity"}) >= 2

    def _level(self, row: Row, cell: Cell) -> str | None:
        """Whether a row is a programme, an activity or a sub-activity, by the national code or its first word."""
        code = self._code(row) or cell.text
        if len(self._codes) > 1 and code.isdigit():
            return "section"
        if match := _CODE.match(code):
            return _LEVELS.get(match[1].count(".") + 1)
        words = plain(unnumbered(cell.text))
        for level, first in (
            ("sub_activity", "sub kegiatan"),
            ("activity", "kegiatan"),
            ("programme", "program "),
        ):
            if words.startswith(first):
                return level
        return None

    def _code(self, row: Row) -> str:
        cells = [row.cell(x) for x in self._codes]
        return ".".join(cell.text.strip(" .") for cell in cells if cell and not cell.copy)

    def _outlined(self, row: Row, cell: Cell) -> bool:
        """Rows above and below the wanted level; True where the row is dealt with."""
        level = self._level(row, cell)
        if level is None or level == self._mapping.level:
            return False
        name = clean_title(_CODE.sub("", cell.text, count=1)) or ""
        if _ORDER.index(level) < _ORDER.index(self._mapping.level):
            self._close()
            self._above[level] = name
            return True
        if self._current is not None and name:
            lower = Proposal(Found(name, row.row_name, cell.text))
            self._cells.fill(lower, row)
            self._lower.append((level, lower))
            self._sub_activity(row, level, name)
        return True

    def _sub_activity(self, row: Row, level: str, name: str) -> None:
        code = self._code(row)
        if level == "activity":
            self._above["activity"] = name
        elif self._current and _CODE.fullmatch(code):
            value = {"code": code.strip(), "name": name, "programme": self._current.title.value}
            value |= {"activity": self._above["activity"]} if "activity" in self._above else {}
            self._current.sub_activities.append(Found(value, row.row_name, name))

    def _start(self, row: Row, cell: Cell, title: ColumnMapping) -> None:
        where = row.where(title.column)
        name = clean_title(_CODE.sub("", cell.text, count=1) if self._outline else cell.text)
        facts = self._cells.facts(row)
        numbered = any(row.cell(x) for x in self._numbers)
        if name is None:
            self._findings.leave(where, _NO_TITLE, text=quote(cell.text))
            return
        if not facts and (self._ended or _FOOT.match(plain(name)) or (not numbered and len(row.own()) < 2)):
            self._findings.leave(where, _FOOTNOTE, text=quote(cell.text))
            return
        self._close()
        self._owned = self._counted and bool(_CAPITAL.fullmatch(self._number(row)))
        self._current = Proposal(Found(name, where, cell.text))
        self._cells.fill(self._current, row)

    def _leave(self, row: Row) -> None:
        text = " | ".join(cell.text for _, cell in row.own())
        self._findings.leave(row.row_name, _NO_ROW, text=quote(text))

    def _close(self) -> None:
        """The innovation is whole: what its section says, what stands below it, then it is found."""
        done, lower = self._current, self._lower
        self._current, self._lower, self._owned = None, [], False
        if done is None:
            return
        if self._dimension.value and "dimension" not in done.texts:
            done.texts["dimension"] = Found(
                self._dimension.value, done.title.where, self._dimension.text or self._dimension.where
            )
        above = self._section_agency or self._table_agency
        if above and not done.agencies:
            named, _ = self._agencies.split(above.value)
            add_agencies(done, [(agency, above.where) for agency in named[:1]], lead=True)
        deepest = max((_ORDER.index(level) for level, _ in lower), default=0)
        below = [proposal for level, proposal in lower if _ORDER.index(level) == deepest]
        if not done.money and not done.total:
            done.money = [money for proposal in below for money in proposal.money]
        for proposal in below:
            add_agencies(done, [*proposal.agencies, *proposal.partners], lead=True)
        self._findings.innovations.append(done)


def _below(part: Part, mapping: TableMapping) -> tuple[Row, ...]:
    """The rows below the head; a kept mapping may put the head elsewhere."""
    if mapping.head is None:
        return part.table.rows
    name = part.table.rows[0].table if part.table.rows else ""
    return tuple(row for row in part.table.rows if row.table != name or row.number > mapping.head[1])


def _unspaced(words: str) -> str:
    """`t o t a l` as one word."""
    return words.replace(" ", "") if re.fullmatch(r"(?:\w )+\w", words) else words


def _is_mark(text: str) -> bool:
    """A numeral, a letter or a sign that only counts."""
    return bool(re.fullmatch(r"[\d.,\s()\-–]+|[IVXLC]{1,6}[.)]?|[A-Za-z][.)]?", text.strip()))


def read_problems(part: Part, mapping: TableMapping, findings: Findings) -> None:
    """A table of problems: one a row, or several lines in a cell."""
    column = mapping.of("problem")[0]
    for row in _below(part, mapping):
        cell = row.cell(column.column)
        if not cell or cell.copy or row.hidden or is_numbering(row) or _TOTAL.fullmatch(plain(cell.text)):
            continue
        where = row.where(column.column)
        findings.problems += [Found(text, where, text) for text in entries(cell.text)]


_HIDDEN = Words('baris tersembunyi, tidak dipakai: "{text}"', 'a hidden row, not used: "{text}"')
_SECTION = Words('"{text}" dibaca sebagai judul bagian', '"{text}" was read as a section title')
_FOOTNOTE = Words('"{text}" di luar isi tabel, tidak dipakai', '"{text}" is outside the table and not used')
_NO_TITLE = Words('"{text}" bukan nama program', '"{text}" is no name of a programme')
_NO_ROW = Words(
    'baris tanpa nama program, tidak dipakai: "{text}"', 'a row without a name, not used: "{text}"'
)

"""The cells of one row under a mapping: agencies, years, money, measures — each with its place, or left."""

from __future__ import annotations

import re
from typing import cast

from masterplan.importing.agencies import Agencies, Named, is_no_title
from masterplan.importing.amounts import amount_of, amounts_in, figure_of, is_nothing
from masterplan.importing.findings import Findings, Found, Measure, Money, Proposal, quote
from masterplan.importing.heads import cost_kind
from masterplan.importing.mapping import ColumnMapping, TableMapping
from masterplan.importing.names import dimension_of, funding_sources, is_tick, plain, unnumbered, yes_or_no
from masterplan.importing.tables import Cell, Row
from masterplan.importing.yearly import Yearly, yearly_in, yearly_with_total
from masterplan.importing.years import Span, span_of
from masterplan.language import Words, number

MAX_TITLE = 250
_LIST = re.compile(r"\n|;\s+|(?:^|\s)\d{1,2}[.)]\s+(?=[A-Z])")
_UNIT_NAMES = {
    10**3: Words("ribu", "thousands"),
    10**6: Words("juta", "millions"),
    10**9: Words("miliar", "billions"),
}
_FOOT_MARK = re.compile(r"\s*(?:\*+\)?|[¹²³⁴⁵]+\)?)\s*$")
"""What points from a name to a note below the table: `Siaga Cerdas *)`."""
_REGION = re.compile(
    r"(?:pemerintah )?(?:kota|kabupaten|kab|provinsi)(?: \w+){1,4}? (?:tahun 20\d\d|(?:tahun )?20\d\d(?: \w+){0,2} 20\d\d)"
)
"""`KOTA RAWA INDAH TAHUN 2027-2031` is the title line of a whole sheet."""
_PLACEHOLDER = re.compile(r"[.…\-–_\s]*|dst\.?|dll\.?|n/?a", re.IGNORECASE)


class CellReader:
    """Reads the rows of one table into proposals."""

    def __init__(
        self,
        mapping: TableMapping,
        agencies: Agencies,
        findings: Findings,
        first_year: int | None,
        english: set[int],
    ) -> None:
        self._mapping = mapping
        self._agencies = agencies
        self._findings = findings
        self._first_year = first_year
        self._english = english

    def facts(self, row: Row) -> bool:
        """Whether a row says who, when or how much in cells of its own."""
        columns = self._mapping.of(
            "lead", "partners", "years", "start", "end", "cost", "total", "mark", "service_change"
        )
        return any(self._own(row, column) for column in columns)

    def only_money(self, row: Row) -> bool:
        """Whether all that a row says are amounts: a section with its sum."""
        return not any(
            self._own(row, c)
            for c in self._mapping.of("lead", "years", "start", "end", "mark", "service_change")
        )

    def has_money(self, row: Row) -> bool:
        return any(
            self._own(row, column) for column in self._mapping.of("cost", "total", "operating_per_year")
        )

    def _own(self, row: Row, column: ColumnMapping) -> bool:
        cell = row.cell(column.column)
        return bool(cell) and not cell.copy and not is_nothing(cell.text)

    def fill(self, proposal: Proposal, row: Row) -> None:
        """Adds what a row tells; a later row of the same innovation adds money and partners, changes nothing."""
        self._texts(proposal, row)
        self._people(proposal, row)
        self._time(proposal, row)
        for column in self._mapping.of("cost", "total"):
            self._money(proposal, row, column)
        for column in self._mapping.of("operating_per_year"):
            if (amount := self._amount(row, column)) and not proposal.operating_per_year:
                cell = row.cell(column.column)
                proposal.operating_per_year = Found(
                    amount, row.where(column.column), cell.text, unit_note(column, cell)
                )
        self._measures(proposal, row)

    def _texts(self, proposal: Proposal, row: Row) -> None:
        for column in self._mapping.of(
            "service_change", "beneficiaries", "sub_dimension", "dimension", "quick_win", "funding", "problem"
        ):
            cell, where = row.cell(column.column), row.where(column.column)
            if not cell or (is_nothing(cell.text) and column.role != "quick_win"):
                continue
            if column.role == "problem":
                if cell.copy != "left":
                    proposal.problems += [Found(text, where, text) for text in entries(cell.text)]
                continue
            value: object = " ".join(cell.text.split()) if column.role != "service_change" else cell.text
            if column.role == "dimension":
                value = dimension_of(cell.text)
            elif column.role == "quick_win":
                value = yes_or_no(cell.text) or None
                if value is None:
                    continue
            elif column.role == "funding":
                value = self._funding(cell, where)
                if value is None:
                    continue
            if value is None:
                self._findings.leave(where, _NO_DIMENSION, text=quote(cell.text))
            elif column.role not in proposal.texts:
                proposal.texts[column.role] = Found(value, where, cell.text)

    def _funding(self, cell: Cell, where: str) -> list[dict[str, object]] | None:
        sources = funding_sources(cell.text)
        if sources and len(sources) == 1:
            return [{"source": sources[0], "share": 1}]
        self._findings.leave(where, _SHARES if sources else _NO_SOURCE, text=quote(cell.text))
        return None

    def _people(self, proposal: Proposal, row: Row) -> None:
        for column in self._mapping.of("lead", "partners"):
            cell, where = row.cell(column.column), row.where(column.column)
            if not cell or is_nothing(cell.text):
                continue
            found, rest = self._agencies.split(cell.text)
            add_agencies(proposal, [(named, where) for named in found], lead=column.role == "lead")
            for text in rest:
                self._findings.leave(where, _NO_AGENCY, text=quote(text))

    def _time(self, proposal: Proposal, row: Row) -> None:
        span = self._span(row)
        if span is None:
            return
        if proposal.span is None:
            proposal.span = span
            return
        ours, theirs = cast(Span, proposal.span.value), cast(Span, span.value)
        if ours.last and theirs.last and (theirs.first < ours.first or theirs.last > ours.last):
            wider = Span(min(ours.first, theirs.first), max(ours.last, theirs.last))
            proposal.span = Found(
                wider, proposal.span.where, proposal.span.text, _WIDENED.with_(where=span.where)
            )

    def _span(self, row: Row) -> Found | None:
        for column in self._mapping.of("years"):
            cell, where = row.cell(column.column), row.where(column.column)
            if not cell or is_nothing(cell.text):
                continue
            if span := span_of(cell, self._first_year):
                return Found(span, where, cell.text)
            self._findings.leave(where, _NO_YEARS, text=quote(cell.text))
        ends = [self._year(row, column) for role in ("start", "end") for column in self._mapping.of(role)[:1]]
        if ends and ends[0]:
            first, where, text = ends[0]
            last = ends[1][0] if len(ends) > 1 and ends[1] else None
            if last is not None and last < first:
                self._findings.leave(where, _INVERTED, text=f"{first}–{last}")
                return None
            return Found(Span(first, last), where, text if last is None else f"{text}–{last}")
        return self._ticks(row)

    def _year(self, row: Row, column: ColumnMapping) -> tuple[int, str, str] | None:
        cell, where = row.cell(column.column), row.where(column.column)
        span = span_of(cell, self._first_year) if cell else None
        if cell and span is None and not is_nothing(cell.text):
            self._findings.leave(where, _NO_YEARS, text=quote(cell.text))
        return (
            (span.first if column.role == "start" else span.last or span.first, where, cell.text)
            if span
            else None
        )

    def _ticks(self, row: Row) -> Found | None:
        told = [c for c in self._mapping.of("mark", "ignore") if c.year and self._own(row, c)]
        told += [c for c in self._mapping.of("cost") if c.year and self._ticked(row, c)]
        ticked = [
            c for c in told if self._ticked(row, c) or (c.role == "mark" and is_tick(row.cell(c.column).text))
        ]
        years = sorted({column.year for column in ticked if column.year})
        if len(ticked) < len(told) or (years and years[-1] - years[0] != len(years) - 1):
            written = ", ".join(f"{c.year}: {row.cell(c.column).text}" for c in told)
            self._findings.leave(row.row_name, _NO_YEARS, text=quote(written))
            return None
        if not years:
            return None
        text = ", ".join(map(str, years))
        return Found(Span(years[0], years[-1]), row.where(ticked[0].column), text, _TICKED)

    def _ticked(self, row: Row, column: ColumnMapping) -> bool:
        """A mark that stands in a column of money: the year, without an amount."""
        cell = row.cell(column.column)
        return self._own(row, column) and is_mark(cell)

    def _money(self, proposal: Proposal, row: Row, column: ColumnMapping) -> None:
        amount = self._amount(row, column)
        if amount is None:
            return
        cell, where = row.cell(column.column), row.where(column.column)
        kind = cost_kind(column.head)
        note = unit_note(column, cell)
        money = Money(
            amount,
            where,
            cell.text,
            column.year,
            "operating" if kind == "operating" else "capital",
            note,
            None if column.year else self._yearly(column, cell),
        )
        if column.role == "cost":
            proposal.money.append(money)
        elif proposal.total is None:
            proposal.total = money

    def _yearly(self, column: ColumnMapping, cell: Cell) -> Yearly | None:
        if beside := yearly_with_total(cell.text):
            return beside[1]
        whole = re.search(r"\b(jumlah|total|jml)\b", column.head.lower())
        return yearly_in(cell.text if whole else f"{column.head}; {cell.text}")

    def _amount(self, row: Row, column: ColumnMapping) -> int | None:
        cell, where = row.cell(column.column), row.where(column.column)
        if not cell or cell.copy or is_nothing(cell.text) or (column.year and self._ticked(row, column)):
            return None
        amount = amount_of(cell, column.unit, english=column.column in self._english)
        if amount is None and (beside := yearly_with_total(cell.text)):
            amount = beside[0]
        elif amount is None and yearly_in(cell.text) and len(named := amounts_in(cell.text)) == 1:
            amount = named[0]
        if amount is None:
            readable = column.unit is None and amount_of(cell, 1) is not None
            self._findings.leave(where, _NO_UNIT if readable else _NO_AMOUNT, text=quote(cell.text))
        return amount

    def _measures(self, proposal: Proposal, row: Row) -> None:
        for column in self._mapping.of("indicator")[:1]:
            cell, where = row.cell(column.column), row.where(column.column)
            if not cell or cell.copy or is_nothing(cell.text) or "\n" in cell.text:
                continue
            name = Found(cell.text, where, cell.text)
            targets, percent = [], "%" in cell.text
            for other in self._mapping.of("target"):
                value = self._figure(row, other)
                percent = percent or "%" in row.cell(other.column).text
                if value and other.year:
                    targets.append((other.year, value))
            unit = next((self._text(row, c) for c in self._mapping.of("unit")), None)
            if unit is None and percent:
                unit = Found("persen", where, "%")
            base = next((self._figure(row, c) for c in self._mapping.of("baseline")), None)
            if unit:
                proposal.measures.append(Measure(name, unit, base, tuple(targets)))
            else:
                self._findings.leave(where, _NO_MEASURE, text=quote(cell.text))

    def _text(self, row: Row, column: ColumnMapping) -> Found | None:
        cell = row.cell(column.column)
        return (
            Found(cell.text, row.where(column.column), cell.text)
            if cell and not is_nothing(cell.text)
            else None
        )

    def _figure(self, row: Row, column: ColumnMapping) -> Found | None:
        cell, where = row.cell(column.column), row.where(column.column)
        if not cell or cell.copy:
            return None
        if cell.number is not None:
            return Found(cell.number, where, cell.text)
        match = re.fullmatch(r"\s*(\d[\d.,]*)\s*(%|persen)?\s*", cell.text)
        value = figure_of(match[1]) if match else None
        if value is None:
            return None
        return Found(int(value) if value == int(value) else float(value), where, cell.text)


def add_agencies(proposal: Proposal, found: list[tuple[Named, str]], *, lead: bool) -> None:
    """The first agency ever named leads; all others help. An agency is named once."""
    for named, where in found:
        everyone = [*proposal.agencies, *proposal.partners]
        if any(
            named.text == other.text or (named.code and named.code == other.code) for other, _ in everyone
        ):
            continue
        if lead and not proposal.agencies:
            proposal.agencies.append((named, where))
        else:
            proposal.partners.append((named, where))


def is_mark(cell: Cell) -> bool:
    """A tick that cannot be an amount."""
    return cell.number is None and not cell.text.strip().isdigit() and is_tick(cell.text)


def clean_title(text: str) -> str | None:
    """A title without number and line breaks; None for what is no title."""
    title = _FOOT_MARK.sub("", unnumbered(" ".join(text.split()))).strip(" :;–-")
    if (
        is_no_title(title)
        or _PLACEHOLDER.fullmatch(title)
        or _REGION.fullmatch(plain(title))
        or len(title) > MAX_TITLE
        or len(re.findall(r"[^\W\d_]", title)) < 3
    ):
        return None
    return title


def entries(text: str) -> list[str]:
    """The entries of a cell that lists several: lines, bullets, numbers."""
    lines = [unnumbered(piece.strip(" •·-–;")).strip(" .;") for piece in _LIST.split(text)]
    return [" ".join(line.split()) for line in lines if len(re.findall(r"[^\W\d_]", line)) >= 3]


def unit_note(column: ColumnMapping, cell: Cell) -> Words | None:
    """`dikalikan 1.000.000 karena kepala tabel menyebut juta`."""
    unit = column.unit
    if not unit or unit == 1 or re.search(r"\b(miliar|milyar|juta|ribu|jt|rb|m|t)\b", cell.text.lower()):
        return None
    name = _UNIT_NAMES.get(unit)
    if name is None:
        return _TIMES.with_(factor=Words(number(unit), number(unit, "en")))
    return _TIMES_NAMED.with_(factor=Words(number(unit), number(unit, "en")), name=name)


_TIMES_NAMED = Words(
    "dikalikan {factor} karena kepala tabel menyebut {name}",
    "times {factor}, as the head of the table says {name}",
)
_TIMES = Words("dikalikan {factor} menurut pemetaan", "times {factor} by the mapping")
_TICKED = Words("dari tanda di kolom tahun", "from the marks in the columns of years")
_WIDENED = Words("diperluas oleh {where}", "widened by {where}")
_NO_DIMENSION = Words('dimensi "{text}" tidak dikenal', 'the dimension "{text}" is not known')
_SHARES = Words(
    'sumber dana "{text}": bagian masing-masing tidak disebut',
    'funding "{text}": the share of each is not told',
)
_NO_SOURCE = Words('sumber dana "{text}" tidak dikenal', 'the source of money "{text}" is not known')
_NO_AGENCY = Words(
    '"{text}" bukan nama perangkat daerah yang pasti', '"{text}" is not certainly the name of one agency'
)
_NO_YEARS = Words('tahun "{text}" tidak dapat dipastikan', 'the years "{text}" are not certain')
_INVERTED = Words('tahun "{text}" terbalik', 'the years "{text}" are the wrong way round')
_NO_AMOUNT = Words(
    'jumlah "{text}" bukan rupiah yang pasti (dapat dibaca lebih dari satu cara)',
    'the amount "{text}" is no certain rupiah (it may be read in more than one way)',
)
_NO_UNIT = Words(
    'jumlah "{text}" tidak dipakai: satuannya (rupiah, ribu, juta) tidak disebut',
    'the amount "{text}" is not used: its unit (rupiah, thousands, millions) is not told',
)
_NO_MEASURE = Words(
    'indikator "{text}" tanpa satuan, tidak dipakai', 'the indicator "{text}" has no unit and is not used'
)

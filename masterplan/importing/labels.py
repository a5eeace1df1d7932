"""`Program: … / Pelaksana: … / Tahun: … / Anggaran: …`: labels and values, in paragraphs or in a table."""

from __future__ import annotations

import re
from typing import Literal, cast

from masterplan.importing.agencies import Agencies
from masterplan.importing.amounts import amount_of, amounts_in, is_nothing, unit_in
from masterplan.importing.cells import add_agencies, clean_title, entries
from masterplan.importing.findings import Findings, Found, Money, Proposal, quote
from masterplan.importing.forms import YearRow, years_across
from masterplan.importing.guessing import Part
from masterplan.importing.headings import NAMED
from masterplan.importing.heads import Role, cost_kind, label_role
from masterplan.importing.names import dimension_of, funding_sources, plain, unnumbered, yes_or_no
from masterplan.importing.tables import Cell, Row
from masterplan.importing.yearly import yearly_in, yearly_with_total, years_long
from masterplan.importing.years import Span, span_in, years_in
from masterplan.language import Words

_PIECES = re.compile(r"\s*[/|;]\s*(?=[A-Za-z][^:;/|]{1,50}:)|\n|\s{3,}(?=[A-Z][^:]{1,40}:)")
_DESCRIPTION = re.compile(
    r"(uraian|deskripsi|keterangan|gambaran|ringkasan|penjelasan)( singkat| umum| program| inovasi| inisiatif)*"
)
_YEARLY = re.compile(
    r"(20[1-5]\d)\s*[:=)–-]?\s*((?:rp|idr)\.?\s*\d[\d.,]*\d?\s*(?:juta|miliar|milyar|jt|ribu|m)?)",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(tahun|tahap|termin) (pertama|awal)\b")
"""What the first year costs is not the whole."""
_LASTING = re.compile(r"(lama|durasi)\b")
_STAGE = re.compile(r"(?:jangka|tahap|fase)\b.*\(20[1-5]\d[–\d]*\)", re.IGNORECASE)
_CHANGE_PARTS = ("service_change", "beneficiaries", "sub_dimension")
STARTS = ("title", "programme")


def labels_in(text: str) -> list[tuple[Role, str, str]]:
    """The labels of a paragraph with their values; nothing where it does not begin with a label we know."""
    result: list[tuple[Role, str, str]] = []
    for piece in _PIECES.split(text):
        label, colon, value = piece.partition(":")
        label = unnumbered(label.strip())
        role = _role(label) if colon else None
        if role is None:
            if result and not colon:  # a line that goes on
                known, name, before = result[-1]
                result[-1] = (known, name, f"{before}\n{piece}".strip())
                continue
            return result
        result.append((role, label, value.strip(" :\t")))
    return result


def _role(label: str) -> Role | None:
    if _DESCRIPTION.fullmatch(plain(label)):
        return "service_change"
    if _LASTING.match(plain(label)):
        return "end"
    role = label_role(label)
    return None if role == "number" else role


class Block:
    """The labels that follow each other, one innovation after another."""

    def __init__(self, agencies: Agencies, findings: Findings, first_year: int | None) -> None:
        self._agencies, self._findings, self._first_year = agencies, findings, first_year
        self.current: Proposal | None = None
        self._unsure = False
        self.waiting: tuple[Role, str] | None = None
        """A label whose value stands in the next paragraph."""
        self._early: list[tuple[Role, str, str, str]] = []
        self.dimension: Found | None = None

    def take(self, role: Role, label: str, value: str, where: str) -> None:
        self.waiting = None
        if not value or is_nothing(value):
            self.waiting = (role, label)
        elif role in STARTS and not (role == "programme" and self._titled_otherwise(label)):
            self._begin(label, value, where)
        elif self.current is None:
            self._early.append((role, label, value, where))
        else:
            self._fill(self.current, role, label, value, where)

    def _titled_otherwise(self, label: str) -> bool:
        """`Nama inovasi: … / Program RPJMD: …`: a second, lesser name of the same thing."""
        return self.current is not None and bool(
            re.search(r"\b(rpjmd|renstra|rkpd|daerah|terkait)\b", plain(label))
        )

    def begin(self, title: Found, *, sure: bool = True) -> None:
        """An innovation whose name stands in a heading; an unsure one has to tell who, and when or how much."""
        self.close()
        self.current, self._unsure = Proposal(title), not sure

    def _begin(self, label: str, value: str, where: str) -> None:
        name = clean_title(value.split("\n", maxsplit=1)[0])
        early = [] if self.current else self._early
        self.close()
        if name is None:
            self._findings.leave(where, _NO_TITLE, text=quote(value))
            return
        self.current = Proposal(Found(name, where, f"{label}: {value}"))
        for role, other, text, place in early:
            self._fill(self.current, role, other, text, place)

    def close(self) -> None:
        """The innovation is whole; without facts it was only a name."""
        done, self.current, self.waiting = self.current, None, None
        unsure, self._unsure = self._unsure, False
        for _, label, value, where in self._early:
            self._findings.leave(where, _LONELY, text=quote(f"{label}: {value}"))
        self._early = []
        if done is None:
            return
        if self.dimension and "dimension" not in done.texts:
            done.texts["dimension"] = self.dimension
        enough = bool(done.agencies) and done.facts() >= 2
        if enough or (not unsure and (done.facts() or "service_change" in done.texts)):
            self._findings.innovations.append(done)
        else:
            self._findings.leave(done.title.where, _ONLY_NAME, text=quote(done.title.value))

    def _fill(self, proposal: Proposal, role: Role, label: str, value: str, where: str) -> None:
        text = f"{label}: {value}"
        if role in ("lead", "partners"):
            found, rest = self._agencies.split(value)
            add_agencies(proposal, [(named, where) for named in found], lead=role == "lead")
            for other in rest:
                self._findings.leave(where, _NO_AGENCY, text=quote(other))
        elif role in ("years", "start", "end") or _STAGE.fullmatch(value):
            self._time(proposal, role, text, value, where)
        elif role in ("cost", "total"):
            self._money(proposal, label, value, where)
        elif role == "operating_per_year":
            amount = amount_of(Cell(value), unit_in(label))
            if amount:
                proposal.operating_per_year = Found(amount, where, text)
        elif role == "problem":
            proposal.problems += [Found(entry, where, text) for entry in entries(value)]
        else:
            self._text(proposal, role, text, value, where)

    def _text(self, proposal: Proposal, role: Role, text: str, value: str, where: str) -> None:
        found: object = None
        if role == "dimension":
            found = dimension_of(value)
        elif role == "funding":
            sources = funding_sources(value)
            found = [{"source": sources[0], "share": 1}] if sources and len(sources) == 1 else None
        elif role == "quick_win":
            found = yes_or_no(value) or None
        elif role in _CHANGE_PARTS:
            found = value
        if found is not None and role not in proposal.texts:
            proposal.texts[role] = Found(found, where, text)
        elif found is None:
            self._findings.leave(where, _NOT_READ, text=quote(text))

    def _time(self, proposal: Proposal, role: Role, text: str, value: str, where: str) -> None:
        span = span_in(value, self._first_year)
        told, long = proposal.span_value(), years_long(value)
        if span is None and long and told:
            if told.length == long:
                return
            span = Span(told.first, told.first + long - 1) if told.last is None else None
        if span is None:
            self._findings.leave(where, _NO_YEARS, text=quote(text))
        elif role == "end" and proposal.span:
            first = proposal.span_value()
            last = span.last or span.first
            if first and last >= first.first:
                proposal.span = Found(
                    Span(first.first, last), proposal.span.where, f"{proposal.span.text}; {text}"
                )
        elif proposal.span is None and role != "end":
            span = Span(span.first, None) if role == "start" else span
            proposal.span = Found(span, where, text)

    def _money(self, proposal: Proposal, label: str, value: str, where: str) -> None:
        kind: Literal["capital", "operating"] = "operating" if cost_kind(label) == "operating" else "capital"
        yearly = _YEARLY.findall(value)
        if yearly and len(yearly) == len(set(years_in(value))):
            for year, figure in yearly:
                if amount := amount_of(Cell(figure), None):
                    proposal.money.append(Money(amount, where, f"{label}: {value}", int(year), kind))
            return
        if _PART.search(plain(label)):
            self._findings.leave(where, _ONE_YEAR, text=quote(f"{label}: {value}"))
            return
        text = f"{label}: {value}"
        if not proposal.money and (parts := yearly_with_total(value)):
            amount, yearly_sum = parts
            proposal.money.append(Money(amount, where, text, None, kind, yearly=yearly_sum))
            return
        named = amounts_in(value)
        amount = amount_of(Cell(value), unit_in(label)) or (named[0] if len(named) == 1 else None)
        if amount is None or (proposal.money and kind == "capital" and proposal.money[0].kind == "capital"):
            self._findings.leave(where, _NO_AMOUNT, text=quote(text))
        else:
            proposal.money.append(Money(amount, where, text, None, kind, yearly=yearly_in(text)))


def read_labels(
    part: Part, agencies: Agencies, findings: Findings, first_year: int | None, dimension: str | None
) -> None:
    """A table of labels and values; several innovations may stand below one another."""
    block = Block(agencies, findings, first_year)
    if dimension:
        block.dimension = Found(dimension, part.name, part.table.before[-1] if part.table.before else "")
    title = next(
        (clean_title(NAMED.sub("", text)) for text in reversed(part.table.before[-1:]) if NAMED.match(text)),
        None,
    )
    labelled = [
        row
        for row in part.table.rows
        if (own := _unnumbered_cells(row)) and _role(own[0][1].strip(" :")) in STARTS
    ]
    if title and not labelled:
        block.begin(Found(title, part.name, part.table.before[-1]))
    elif (named := part.table.named) and not labelled:
        block.begin(Found(named.text, named.where, named.text), sure=False)
    for column in _programmes(part):
        years: YearRow = {}
        for row in part.table.rows:
            if column is None and (across := years_across(row)):
                years = across
            elif years and len(row.own()) > 2:
                _years_row(block, row, years, findings)
            else:
                years = {}
                _label_row(block, row, column, findings, bool(labelled))
        block.close()


def _years_row(block: Block, row: Row, years: YearRow, findings: Findings) -> None:
    """`Anggaran (Rp juta) | 1.800 | 2.400`, each below its year."""
    (_, label), *cells = row.own()
    if block.current is None or _role(label.text.strip(" :")) not in ("cost", "total"):
        findings.leave(row.where(), _NOT_READ, text=quote(" | ".join(cell.text for _, cell in row.own())))
        return
    if any(money.year is None for money in block.current.money):
        block.current.total, block.current.money = block.current.money[0], []
    kind: Literal["capital", "operating"] = "operating" if cost_kind(label.text) == "operating" else "capital"
    for x, cell in cells:
        text = f"{label.text}: {cell.text}"
        amount = amount_of(cell, unit_in(label.text))
        if x in years and amount:
            block.current.money.append(Money(amount, row.where(x), text, years[x], kind))
        elif not is_nothing(cell.text):
            findings.leave(row.where(x), _NO_AMOUNT, text=quote(text))


def _programmes(part: Part) -> list[int | None]:
    """The columns of values where each is a programme of its own, a table on its side; else None, for all."""
    for row in part.table.rows:
        own = _unnumbered_cells(row)
        if own and _role(own[0][1].strip(" :")) in STARTS and len(own) > 2:
            return [x for x, _ in own[1:]]
    return [None]


def _unnumbered_cells(row: Row) -> list[tuple[int, str]]:
    own = [(x, cell.text) for x, cell in row.own() if cell.text.strip(" :")]
    return own[1:] if own and re.fullmatch(r"\d{1,2}[.)]?|[a-z][.)]", own[0][1]) else own


def _label_row(block: Block, row: Row, column: int | None, findings: Findings, labelled: bool) -> None:
    own = _unnumbered_cells(row)
    if (
        column is None
        and len(own) > 3
        and len(own) % 2 == 0
        and all(_role(text.strip(" :")) for _, text in own[::2])
    ):
        for (_, label), (_, value) in zip(own[::2], own[1::2], strict=True):  # two pairs beside each other
            block.take(
                cast(Role, _role(label.strip(" :"))), label.strip(" :"), value.strip(" :"), row.where()
            )
        return
    cells = [text for x, text in own[:1]] + [text for x, text in own[1:] if column in (None, x)]
    if len(cells) == 1 and (found := labels_in(cells[0])):
        for role, label, value in found:
            block.take(role, label, value, row.where())
    elif len(cells) == 1:
        _lonely(block, cells[0], row.where(), findings, labelled)
    elif cells:
        label = cells[0].strip(" :")
        known = _role(label)
        if known:
            block.take(known, label, "\n".join(cells[1:]).strip(" :"), row.where())
        else:
            findings.leave(row.where(), _NOT_READ, text=quote(" | ".join(cells)))


def _lonely(block: Block, text: str, where: str, findings: Findings, labelled: bool) -> None:
    """A row of one cell over the whole width: the name of what follows, or a dimension."""
    if dimension := dimension_of(text):
        block.close()
        block.dimension = Found(dimension, where, text)
    elif not labelled and (name := clean_title(NAMED.sub("", text))):
        block.begin(Found(name, where, text))
    else:
        findings.leave(where, _NOT_READ, text=quote(text))


_NO_TITLE = Words('"{text}" bukan nama program', '"{text}" is no name of a programme')
_LONELY = Words('"{text}" tanpa nama program', '"{text}" without the name of a programme')
_ONLY_NAME = Words(
    '"{text}" hanya nama tanpa pelaksana, tahun, atau anggaran; tidak dijadikan inovasi',
    '"{text}" is only a name without agency, years or money; no innovation was made of it',
)
_NOT_READ = Words('"{text}" tidak dibaca', '"{text}" was not read')
_NO_AGENCY = Words(
    '"{text}" bukan nama perangkat daerah yang pasti', '"{text}" is not certainly the name of one agency'
)
_ONE_YEAR = Words(
    '"{text}" hanya sebagian dari biayanya, tidak dipakai', '"{text}" is only a part of the cost and not used'
)
_NO_YEARS = Words('"{text}": tahunnya tidak dapat dipastikan', '"{text}": the years are not certain')
_NO_AMOUNT = Words('"{text}": bukan jumlah rupiah yang pasti', '"{text}": no certain amount of rupiah')

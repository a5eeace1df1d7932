"""The plan as the programme–activity–sub-activity table of regional planning (Renstra, RKPD), as .xlsx.

The national planning system has no door for machines: officials type this table in again. Its rows are the levels of
the national nomenclature, read from the code of each sub-activity (2.16.03.2.02.0011: field 2.16, programme 2.16.03,
activity 2.16.03.2.02); its columns are indicator, target and ceiling of each year, agency, source of money and place.
What the plan does not say stays empty and is remarked; names of the nomenclature are only those the plan holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import Any

from masterplan import language
from masterplan.books.innovation import source_name
from masterplan.books.letters import visible
from masterplan.books.money import spending
from masterplan.books.reading import Reading
from masterplan.document.types import Innovation, Outcome, Plan, SubActivity
from masterplan.language import Words

CODE = re.compile(r"([0-9X]\.[0-9X]{2})\.([0-9]{2})\.([0-9]\.[0-9]{2})\.([0-9]{2,4})", re.IGNORECASE)
LONGEST = 32_000  # characters a cell of Excel can hold, and a little less
ALWAYS = datetime(1980, 1, 1)  # the same plan gives the same bytes
LEVELS = ("field", "programme", "activity")


@dataclass(frozen=True, slots=True)
class Entry:
    """One innovation under one sub-activity; `money` by year in rupiah, None where its part is not known."""

    innovation: Innovation
    sub_activity: SubActivity | None
    money: Mapping[int, float] | None
    remarks: tuple[Words, ...]

    @property
    def codes(self) -> tuple[str, str, str] | None:
        """Codes of the field, the programme and the activity; None for a code that is not national."""
        match = CODE.fullmatch(self.sub_activity.code.strip()) if self.sub_activity else None
        if match is None:
            return None
        field, programme, activity, _ = match.groups()
        return field, f"{field}.{programme}", f"{field}.{programme}.{activity}"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: a level of the nomenclature, or an innovation in a sub-activity."""

    level: str
    code: str
    name: str
    money: Mapping[int, float] | None
    entry: Entry | None = None
    outcome: Outcome | None = None


def entries(plan: Plan) -> list[Entry]:
    """What is chosen, under each of its sub-activities, in the order of the codes; what has none last."""
    found: list[Entry] = []
    for innovation in plan.innovations or []:
        if innovation.decision == "chosen":
            found += _entries_of(plan, innovation)
    return sorted(
        found, key=lambda one: (one.codes is None, one.sub_activity.code if one.sub_activity else "")
    )


def lines(plan: Plan) -> list[Line]:
    """The table row by row; the money of a level is the sum of what is known under it."""
    found = entries(plan)
    mapped = [one for one in found if one.codes]
    rows = _levels(mapped, 0)
    loose = [one for one in found if not one.codes]
    if loose:
        rows.append(Line("loose", "", "", _sum(loose)))
        rows += [row for one in loose for row in _rows_of(one)]
    return rows


def xlsx(plan: Plan, *, lang: str = "id") -> bytes:
    """The workbook: one sheet, heads frozen, money as figures in rupiah, no formula anywhere."""
    import xlsxwriter

    content = BytesIO()
    book = xlsxwriter.Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    about = {"title": plan.title[:250], "author": plan.region.name[:250], "created": ALWAYS}
    book.set_properties(about)
    _Sheet(book, Reading(plan, lang), lang).write(lines(plan))
    book.close()
    return content.getvalue()


def _entries_of(plan: Plan, innovation: Innovation) -> list[Entry]:
    alone = plan.model_copy(update={"innovations": [innovation], "enablers": []})
    spent = spending(alone)
    money = {year: spent.total(year) for year in spent.years}
    remarks: tuple[Words, ...] = ()
    if innovation.scheduled_start is None:
        remarks = (_NO_START,)
    elif spent.without_cost:
        remarks = (_NO_COST,)
    known = None if remarks else money
    parts = innovation.sub_activities or []
    if not parts:
        return [Entry(innovation, None, known, remarks)]
    return [_part(innovation, one, len(parts), known, remarks) for one in parts]


def _part(
    innovation: Innovation,
    part: SubActivity,
    count: int,
    money: Mapping[int, float] | None,
    remarks: tuple[Words, ...],
) -> Entry:
    share = 1 if part.share is None and count == 1 else part.share
    if share is None:
        return Entry(innovation, part, None, (*remarks, _NO_SHARE))
    scaled = None if money is None else {year: amount * share for year, amount in money.items()}
    odd = () if CODE.fullmatch(part.code.strip()) else (_ODD_CODE,)
    return Entry(innovation, part, scaled, (*remarks, *odd))


def _levels(found: list[Entry], depth: int) -> list[Line]:
    """Rows of one level and of all below it."""
    if depth == len(LEVELS):
        return [row for one in found for row in _rows_of(one)]
    rows: list[Line] = []
    for code, group in groupby(found, key=lambda one: (one.codes or ("", "", ""))[depth]):
        inside = list(group)
        rows.append(Line(LEVELS[depth], code, _name(inside, LEVELS[depth]), _sum(inside)))
        rows += _levels(inside, depth + 1)
    return rows


def _name(found: list[Entry], level: str) -> str:
    names = (getattr(one.sub_activity, level, None) for one in found)
    return next((name for name in names if name), "")


def _rows_of(entry: Entry) -> Iterable[Line]:
    """A row for each outcome; money stands in the first only."""
    part = entry.sub_activity
    outcomes: list[Outcome | None] = [*(entry.innovation.outcomes or [])] or [None]
    for at, outcome in enumerate(outcomes):
        money = entry.money if at == 0 else None
        code, name = (part.code, part.name or "") if part and at == 0 else ("", "")
        yield Line("sub-activity", code, name, money, entry, outcome)


def _sum(found: list[Entry]) -> Mapping[int, float] | None:
    known = [one.money for one in found if one.money is not None]
    return {year: sum(one.get(year, 0) for one in known) for year in known[0]} if known else None


class _Sheet:
    """Columns: code, name, innovation, indicator, unit, baseline, target and ceiling of each year, …"""

    def __init__(self, book: Any, reading: Reading, lang: str) -> None:
        self.reading = reading
        self.lang = lang
        self.years = list(reading.period)
        self.sheet = book.add_worksheet(_SHEET.say(lang))
        plain = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#DCD8CF", "font_size": 9}
        shades = dict(zip((*LEVELS, "loose"), ("#C9DDDF", "#E3EDED", "#F3F6F5", "#F6E8CF"), strict=True))
        marked = {name: {**plain, "bold": True, "bg_color": shade} for name, shade in shades.items()}
        self.looks = {
            "title": book.add_format({"bold": True, "font_size": 13}),
            "head": book.add_format(
                {**plain, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E7EFEF"}
            ),
            **{name: book.add_format(look) for name, look in marked.items()},
            "sub-activity": book.add_format(plain),
            "target": book.add_format({**plain, "align": "right"}),
        }
        self.money = {
            name: book.add_format({**look, "num_format": "#,##0"})
            for name, look in {**marked, "sub-activity": plain}.items()
        }
        self.last = _YEARS_FROM + 2 * len(self.years)
        self.widths = (
            [width for _, width in _BEFORE] + [9, 15] * len(self.years) + [width for _, width in _AFTER]
        )

    def write(self, rows: list[Line]) -> None:
        plan = self.reading.plan
        region = (_TITLE.say(self.lang), plan.region.name, plan.title, self._prices())
        for at, text in enumerate(region):
            self.sheet.write_string(at, 0, _safe(text), self.looks["title"] if at == 0 else None)
        self._head(5)
        for at, row in enumerate(rows, 7):
            self._row(at, row)
        self.sheet.freeze_panes(7, 3)
        self.sheet.set_landscape()
        self.sheet.set_paper(8)
        self.sheet.set_print_scale(70)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.sheet.set_v_pagebreaks([*range(_YEARS_FROM + 2 * 4, self.last, 2 * 6), self.last])
        self.sheet.repeat_columns(0, 2)  # so that a row is known on every page across
        self.sheet.repeat_rows(5, 6)
        self.sheet.set_footer(f"&L&8{_safe(plan.title)[:200].replace('&', '&&')}&R&8&P / &N")
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def _prices(self) -> str:
        settings = self.reading.plan.settings
        year = settings.price_year if settings else None
        return _PRICES.with_(year=year).say(self.lang) if year else _NO_PRICES.say(self.lang)

    def _head(self, top: int) -> None:
        """Two rows: the years over their target and ceiling."""
        look = self.looks["head"]
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        for column, (words, _) in (*enumerate(_BEFORE), *enumerate(_AFTER, self.last)):
            self.sheet.merge_range(top, column, top + 1, column, words.say(self.lang), look)
        for at, year in enumerate(self.years):
            column = _YEARS_FROM + 2 * at
            self.sheet.merge_range(top, column, top, column + 1, str(year), look)
            self.sheet.write_string(top + 1, column, _TARGET.say(self.lang), look)
            self.sheet.write_string(top + 1, column + 1, _CEILING.say(self.lang), look)

    def _row(self, at: int, row: Line) -> None:
        texts = dict.fromkeys(range(self.last + len(_AFTER)), "")
        texts |= {0: row.code, 1: row.name or self._level(row)}
        if row.entry is not None:
            texts |= self._innovation(row.entry, row.outcome)
        deep = max(_lines(text, self.widths[column]) for column, text in texts.items())
        self.sheet.set_row(at, min(_HIGHEST, 12 * deep + 4))  # not every reader works it out
        for column, text in texts.items():
            target = _YEARS_FROM <= column < self.last and row.level == "sub-activity"
            look = self.looks["target" if target else row.level]
            self.sheet.write_string(at, column, _safe(text), look)
        for place, year in enumerate(self.years):
            if row.money is not None:
                amount = round(row.money.get(year, 0))
                self.sheet.write_number(at, _YEARS_FROM + 2 * place + 1, amount, self.money[row.level])
        if row.money is not None:
            self.sheet.write_number(at, self.last, round(sum(row.money.values())), self.money[row.level])

    def _level(self, row: Line) -> str:
        """What stands for a name the plan does not hold."""
        said = {"field": _FIELD, "programme": _PROGRAMME, "activity": _ACTIVITY, "loose": _LOOSE}.get(
            row.level
        )
        return said.say(self.lang) if said else ""

    def _innovation(self, entry: Entry, outcome: Outcome | None) -> dict[int, str]:
        one, reading = entry.innovation, self.reading
        agencies = [one.lead_agency, *(one.partner_agencies or [])]
        sources = [
            f"{source_name(reading, part.source)} {reading.percent(part.share)}" for part in one.funding or []
        ]
        texts = {
            2: f"{one.id} {one.title}",
            self.last + 1: "; ".join(reading.agency(code) or "" for code in agencies if code),
            self.last + 2: ", ".join(sources),
            self.last + 3: self._places(one),
            self.last + 4: "; ".join(words.say(self.lang) for words in entry.remarks),
        }
        if outcome is not None:
            it = reading.measure(outcome.indicator)
            texts |= {3: it.name, 4: it.unit, 5: it.baseline or ""}
            for at, year in enumerate(self.years):
                aim = (outcome.targets or {}).get(str(year))
                texts[_YEARS_FROM + 2 * at] = "" if aim is None else language.number(aim, self.lang)
        return texts

    def _places(self, innovation: Innovation) -> str:
        """The districts of the problems it relieves."""
        wanted = {relief.problem for relief in innovation.addresses or []}
        felt = {code for one in self.reading.problems if one.id in wanted for code in one.districts or []}
        names = [one.name for one in self.reading.plan.districts or [] if one.code in felt]
        everywhere = len(names) == len(self.reading.plan.districts or []) > 1
        return _EVERYWHERE.say(self.lang) if everywhere else ", ".join(names)


def _safe(text: str) -> str:
    return visible(text)[:LONGEST]


def _lines(text: str, width: float) -> int:
    """That a text takes in a column of so many letters, or a few more."""
    return sum(1 + int(len(line) / (width * 1.08)) for line in text.split("\n"))


_HIGHEST = 400  # points: what a row may be in Excel, nearly

_SHEET = Words("Program", "Programme")
_TITLE = Words(
    "Program, kegiatan, sub-kegiatan, dan pagu", "Programmes, activities, sub-activities and ceilings"
)
_PRICES = Words("Pagu dalam rupiah, harga tahun {year}", "Ceilings in rupiah, prices of {year}")
_NO_PRICES = Words(
    "Pagu dalam rupiah; tahun harga belum diketahui", "Ceilings in rupiah; the year of prices is not known"
)
_TARGET, _CEILING = Words("Target", "Target"), Words("Pagu (Rp)", "Ceiling (Rp)")
_BEFORE = (
    (Words("Kode", "Code"), 18),
    (
        Words(
            "Urusan / bidang urusan / program / kegiatan / sub-kegiatan",
            "Affair / field / programme / activity / sub-activity",
        ),
        42,
    ),
    (Words("Inovasi", "Innovation"), 34),
    (Words("Indikator kinerja", "Indicator"), 30),
    (Words("Satuan", "Unit"), 12),
    (Words("Data awal", "Baseline"), 12),
)
_YEARS_FROM = len(_BEFORE)
_AFTER = (
    (Words("Jumlah pagu (Rp)", "Total (Rp)"), 17),
    (Words("Perangkat daerah", "Agency"), 28),
    (Words("Sumber dana", "Source of money"), 20),
    (Words("Lokasi", "Place"), 26),
    (Words("Keterangan", "Remarks"), 34),
)
_FIELD = Words("Bidang urusan (nama menurut nomenklatur)", "Field (named in the nomenclature)")
_PROGRAMME = Words("Program (nama belum ditulis)", "Programme (name not given)")
_ACTIVITY = Words("Kegiatan (nama belum ditulis)", "Activity (name not given)")
_LOOSE = Words("Belum dipetakan ke sub-kegiatan", "Not yet mapped to a sub-activity")
_EVERYWHERE = Words("Seluruh kecamatan", "All districts")
_NO_START = Words(
    "pagu belum diketahui: tahun mulai belum ditetapkan", "ceiling not known: no start year yet"
)
_NO_COST = Words("pagu belum diketahui: biaya belum ditulis", "ceiling not known: no costs given")
_NO_SHARE = Words(
    "pagu belum diketahui: bagian biaya sub-kegiatan ini belum ditulis",
    "ceiling not known: the share of this sub-activity is not given",
)
_ODD_CODE = Words(
    "kode tidak mengikuti nomenklatur nasional", "the code is not one of the national nomenclature"
)

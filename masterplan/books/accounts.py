"""The chapter on money: spending by year drawn and in tables, by source, against the ceilings."""

from __future__ import annotations

from collections.abc import Mapping

from masterplan import language
from masterplan.books.impact import Impact
from masterplan.books.innovation import source_name
from masterplan.books.money import SHARED, UNFUNDED, Spending, spending
from masterplan.books.reading import Data, Reading


def budget(reading: Reading, impact: Impact | None) -> Data:
    """Bars as shares of the tallest (0 to 1), tables in one unit; not `known` while nothing has a cost."""
    spent = spending(reading.plan)
    largest = max([0.0, *(spent.total(year) for year in spent.years), *_amounts(spent)])
    unit, size = _unit(largest)
    settings = reading.plan.settings
    return {
        "known": bool(spent.priced and spent.years),
        "lead": _lead(reading, spent),
        "partial": _partial(reading, spent),
        "broken": [text for rule, text in impact.broken if rule == "ceiling"] if impact else [],
        "carry": bool(settings and settings.carry_over),
        "ceilings_known": bool(spent.ceilings),
        "bars": [_bar(spent, year, largest) for year in spent.years],
        "alt": "; ".join(_alt(reading, spent, year) for year in spent.years),
        "unit": reading.say(unit),
        "years_caption": reading.say("budget-years", unit=reading.say(unit)),
        "sources_caption": reading.say("budget-sources", unit=reading.say(unit)),
        "ceilings_caption": reading.say("budget-ceilings", unit=reading.say(unit)),
        "year_rows": _year_rows(reading, spent, size),
        "years": [str(year) for year in spent.years],
        "source_rows": _source_rows(reading, spent.by_source, spent.years, size),
        "ceiling_rows": _ceiling_rows(reading, spent, size) if spent.years else [],
    }


def _amounts(spent: Spending) -> list[float]:
    return [row[year] for row in spent.ceilings.values() for year in spent.years if year in row]


def _unit(largest: float) -> tuple[str, int]:
    if largest >= 1e9:
        return "unit-billion", 10**9
    return ("unit-million", 10**6) if largest >= 1e6 else ("unit-one", 1)


def _ceiling(spent: Spending, year: int) -> float | None:
    """The ceiling of a year for all sources together; None where there is none, which is unlimited."""
    row = spent.ceilings.get(None)
    return row[year] if row is not None and year in row else None


def _lead(reading: Reading, spent: Spending) -> str | None:
    if not spent.priced or not spent.years:
        return None
    peak = max(spent.years, key=spent.total)
    operating = reading.rupiah(sum(spent.operating[year] for year in spent.years))
    return reading.say(
        "budget-lead",
        total=reading.rupiah(sum(map(spent.total, spent.years))),
        capital=reading.rupiah(sum(spent.capital[year] for year in spent.years)),
        operating=operating if spent.operating_known else reading.say("unknown"),
        peak=reading.rupiah(spent.total(peak)),
        year=peak,
    )


def _partial(reading: Reading, spent: Spending) -> str | None:
    if not spent.without_cost or not spent.priced:
        return None
    return reading.say("budget-partial", count=len(spent.without_cost), ids=", ".join(spent.without_cost))


def _bar(spent: Spending, year: int, largest: float) -> Data:
    ceiling = _ceiling(spent, year)
    scale = largest or 1
    return {
        "year": str(year),
        "capital": spent.capital[year] / scale,
        "operating": spent.operating[year] / scale,
        "ceiling": None if ceiling is None else ceiling / scale,
    }


def _alt(reading: Reading, spent: Spending, year: int) -> str:
    ceiling = reading.rupiah(_ceiling(spent, year)) or reading.say("unknown")
    return reading.say("budget-alt-year", year=year, total=reading.rupiah(spent.total(year)), ceiling=ceiling)


def _year_rows(reading: Reading, spent: Spending, size: int) -> list[list[str]]:
    rows = []
    for year in spent.years:
        ceiling = _ceiling(spent, year)
        operating = spent.operating[year] if spent.operating_known else None
        amounts = [spent.capital[year], operating, spent.total(year), ceiling]
        left = None if ceiling is None else ceiling - spent.total(year)
        rows.append([str(year), *(_cell(reading, amount, size) for amount in [*amounts, left])])
    return rows


def _source_rows(
    reading: Reading, by_source: Mapping[str, Mapping[int, float]], years: range, size: int
) -> list[list[str]]:
    """One row a source, what is not split by source last, the total of its years at the end."""
    ordered = sorted(by_source, key=lambda name: (name == SHARED, name == UNFUNDED, name))
    return [
        [
            source_name(reading, name),
            *(_cell(reading, by_source[name].get(year, 0), size) for year in years),
            _cell(reading, sum(by_source[name].get(year, 0) for year in years), size),
        ]
        for name in ordered
    ]


def _ceiling_rows(reading: Reading, spent: Spending, size: int) -> list[list[str]]:
    ordered = sorted(spent.ceilings, key=lambda name: (name is not None, name or ""))
    rows = []
    for name in ordered:
        row = spent.ceilings[name]
        cells = [_cell(reading, row.get(year), size) for year in spent.years]
        known = sum(row[year] for year in spent.years if year in row)
        label = source_name(reading, name) if name else reading.say("all-sources")
        rows.append([label, *cells, _cell(reading, known, size)])
    return rows


def _cell(reading: Reading, amount: float | None, size: int) -> str:
    return "–" if amount is None else language.number(amount / size, reading.lang, 1).replace("-", "−")

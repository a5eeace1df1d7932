"""The chapter on money: spending by year drawn and in tables, by source, against the ceilings."""

from __future__ import annotations

from collections.abc import Mapping

from masterplan import language
from masterplan.books import charts
from masterplan.books.blocks import Block, Column, Drawing, Row, Table, cell, items, paragraph
from masterplan.books.impact import Impact
from masterplan.books.innovation import source_name
from masterplan.books.money import SHARED, UNFUNDED, Spending, spending
from masterplan.books.reading import Reading

MOST_YEARS = 10  # columns of years that fit beside the names of sources


def budget(reading: Reading, impact: Impact | None) -> list[Block]:
    """Lead, chart, tables in one unit; says unknown while nothing has a cost."""
    accounts = Accounts(reading)
    known = bool(accounts.spent.priced and accounts.spent.years)
    opens_page = known or bool(accounts.spent.ceilings)
    blocks: list[Block] = [reading.chapter("budget-title", opens_page=opens_page)]
    if known:
        broken = [text for rule, text in impact.broken if rule == "ceiling"] if impact else []
        blocks += [*accounts.lead(), *([items(broken)] if broken else []), *accounts.remarks()]
        blocks += [accounts.chart(), accounts.by_year(), *accounts.by_source()]
    else:
        blocks += [paragraph(reading.say("budget-none")), *accounts.remarks()]
    return [*blocks, *accounts.ceilings()]


class Accounts:
    """What the plan spends, ready to be shown: shares of the tallest bar, tables in one unit."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.spent = spent = spending(reading.plan)
        self.largest = max([0.0, *(spent.total(year) for year in spent.years), *_amounts(spent)])
        unit, self.size = _unit(self.largest)
        self.unit = reading.say(unit)

    def lead(self) -> list[Block]:
        """The whole in one sentence, and which costs are not in it."""
        said = (_lead(self.reading, self.spent), _partial(self.reading, self.spent))
        return [paragraph(sentence) for sentence in said if sentence]

    def remarks(self) -> list[Block]:
        settings = self.reading.plan.settings
        if not self.spent.ceilings:
            return [paragraph(self.reading.say("ceilings-unknown"))]
        carry = settings is not None and settings.carry_over and self.spent.priced
        return [paragraph(self.reading.say("budget-carry"))] if carry else []

    def chart(self) -> Drawing:
        spent, say, scale = self.spent, self.reading.say, self.largest or 1
        years = []
        for year in spent.years:
            ceiling = _ceiling(spent, year)
            years.append(
                charts.YearOfMoney(
                    str(year),
                    self._cell(spent.total(year)),
                    spent.capital[year] / scale,
                    spent.operating[year] / scale,
                    None if ceiling is None else ceiling / scale,
                )
            )
        svg = charts.money(years, say("capital"), say("operating"), say("ceiling"), self.unit)
        alt = "; ".join(_alt(self.reading, spent, year) for year in spent.years)
        return Drawing(svg, alt, say("budget-chart"))

    def by_year(self) -> Table:
        titles = ("year", "capital", "operating", "total", "ceiling", "left")
        columns = [
            Column(self.reading.say(title), 1, "right" if at else "left") for at, title in enumerate(titles)
        ]
        rows = tuple(self._year(year) for year in self.spent.years)
        return Table(tuple(columns), rows, self.reading.say("budget-years", unit=self.unit))

    def by_source(self) -> list[Block]:
        """One row a source, what is not split by source last."""
        found = self.spent.by_source
        ordered = sorted(found, key=lambda name: (name == SHARED, name == UNFUNDED, name))
        rows = {source_name(self.reading, name): found[name] for name in ordered}
        return self._tables(rows, "budget-sources", empty=0)

    def ceilings(self) -> list[Block]:
        found = self.spent.ceilings if self.spent.years else {}
        ordered = sorted(found, key=lambda name: (name is not None, name or ""))
        everything = self.reading.say("all-sources")
        rows = {source_name(self.reading, name) if name else everything: found[name] for name in ordered}
        return self._tables(rows, "budget-ceilings", empty=None)

    def _tables(self, rows: Mapping[str, Mapping[int, float]], key: str, empty: float | None) -> list[Block]:
        """Years as columns, at most ten in one table, the total of all after the last."""
        caption, years = self.reading.say(key, unit=self.unit), list(self.spent.years)
        blocks: list[Block] = []
        for at in range(0, len(years) if rows else 0, MOST_YEARS):
            part, last = years[at : at + MOST_YEARS], at + MOST_YEARS >= len(years)
            total = (Column(self.reading.say("total"), 1.1, "right"),) if last else ()
            middle = [Column(str(year), 1, "right") for year in part]
            made = []
            for name, row in rows.items():
                cells = [cell(name), *(cell(self._cell(row.get(year, empty))) for year in part)]
                if last:
                    cells.append(cell(self._cell(sum(row[year] for year in years if year in row))))
                made.append(tuple(cells))
            blocks.append(
                Table((Column(self.reading.say("source"), 1.9), *middle, *total), tuple(made), caption)
            )
        return blocks

    def _year(self, year: int) -> Row:
        spent, ceiling = self.spent, _ceiling(self.spent, year)
        operating = spent.operating[year] if spent.operating_known else None
        left = None if ceiling is None else ceiling - spent.total(year)
        amounts = (spent.capital[year], operating, spent.total(year), ceiling, left)
        return (cell(str(year)), *(cell(self._cell(amount)) for amount in amounts))

    def _cell(self, amount: float | None) -> str:
        if amount is None:
            return "–"
        return language.number(amount / self.size, self.reading.lang, 1).replace("-", "−")


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


def _alt(reading: Reading, spent: Spending, year: int) -> str:
    ceiling = reading.rupiah(_ceiling(spent, year)) or reading.say("unknown")
    return reading.say("budget-alt-year", year=year, total=reading.rupiah(spent.total(year)), ceiling=ceiling)

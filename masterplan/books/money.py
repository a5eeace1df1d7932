"""What the chosen portfolio spends: by year, capital and operating, and by source (the money rules of the
plan).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from masterplan.document.types import Innovation, Plan

UNFUNDED = "unfunded"
SHARED = "enablers"


@dataclass
class Spending:
    """Rupiah in prices of `settings.price_year`, by year of the plan."""

    years: range
    capital: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    operating: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    by_source: dict[str, dict[int, float]] = field(default_factory=dict)
    ceilings: dict[str | None, dict[int, float]] = field(default_factory=dict)
    without_cost: list[str] = field(default_factory=list)
    priced: int = 0
    operating_known: bool = False

    def total(self, year: int) -> float:
        """Capital and operating of one year."""
        return self.capital[year] + self.operating[year]

    def add(self, year: int, source: dict[str, float], *, capital: float = 0, operating: float = 0) -> None:
        """Books one amount, split over sources by share; what falls outside the plan's years is left out."""
        if year not in self.years or not (capital or operating):
            return
        self.capital[year] += capital
        self.operating[year] += operating
        for name, share in source.items():
            row = self.by_source.setdefault(name, defaultdict(float))
            row[year] += share * (capital + operating)


def spending(plan: Plan) -> Spending:
    """What innovations that are `chosen` with a `scheduled_start` spend, and the enablers they need."""
    years = range(plan.period.first_year, max(plan.period.first_year, plan.period.last_year + 1))
    result = Spending(years)
    scheduled = [one for one in plan.innovations or [] if one.decision == "chosen" and one.scheduled_start]
    for innovation in scheduled:
        _spend_innovation(result, innovation)
    _spend_enablers(result, plan, scheduled)
    for ceiling in plan.budget or []:
        row = result.ceilings.setdefault(ceiling.source, defaultdict(float))
        row[ceiling.year] += ceiling.amount
    return result


def works_from(innovation: Innovation) -> int | None:
    """The first year a chosen innovation works; a missing duration counts as one year."""
    if innovation.scheduled_start is None:
        return None
    return innovation.scheduled_start + (innovation.duration_years or 1)


def _spend_innovation(result: Spending, innovation: Innovation) -> None:
    start, works = innovation.scheduled_start, works_from(innovation)
    if start is None or works is None:
        return
    if not innovation.costs and innovation.operating_per_year is None:
        result.without_cost.append(innovation.id)
        return
    result.priced += 1
    result.operating_known |= innovation.operating_per_year is not None
    result.operating_known |= any(cost.operating is not None for cost in innovation.costs or [])
    source = _shares(innovation)
    for cost in innovation.costs or []:
        result.add(start + cost.offset, source, capital=cost.capital or 0, operating=cost.operating or 0)
    for year in range(max(works, result.years.start), result.years.stop):
        result.add(year, source, operating=innovation.operating_per_year or 0)


def _shares(innovation: Innovation) -> dict[str, float]:
    shares: dict[str, float] = defaultdict(float)
    for part in innovation.funding or []:
        shares[part.source] += part.share
    rest = 1 - sum(shares.values())
    if rest > 1e-9:
        shares[UNFUNDED] = rest
    return shares


def _spend_enablers(result: Spending, plan: Plan, scheduled: list[Innovation]) -> None:
    for enabler in plan.enablers or []:
        starts = [one.scheduled_start or 0 for one in scheduled if enabler.id in (one.enablers or [])]
        if not starts:
            continue
        first = min(starts)
        if not enabler.exists:
            result.add(first, {SHARED: 1}, capital=enabler.capital or 0)
        if enabler.capital is not None or enabler.operating_per_year is not None:
            result.priced += 1
        result.operating_known |= enabler.operating_per_year is not None
        for year in range(max(first, result.years.start), result.years.stop):
            result.add(year, {SHARED: 1}, operating=enabler.operating_per_year or 0)

"""A plan as numpy arrays: read once, judged by `relief.py` and `money.py`, and later searched by the
optimiser.

Sizes in the shapes below: N innovations, P problems, K reliefs (one innovation on one problem), Y plan
years, E enablers, S sources of money, C costs, L needs (one innovation needing one enabler). Years are
counted from the plan's first year: 0 is `first_year`, Y is the first year after the plan. Whatever the plan
leaves open has its default here (IMPACT.md, *The formula*); what counts as zero because nobody knows it is
told by `unknown.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from masterplan.impact.errors import (
    AddressedTwice,
    InvalidPeriod,
    InvalidShare,
    InvalidWindow,
    TooLarge,
    UnknownReference,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from masterplan.document.types import Innovation, Plan, Triangle

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

GRADES = "ABCD"
_RANK: dict[str | None, int] = {"A": 0, "B": 1, "C": 2, "D": 3, None: 3}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The plan's years. `discount` [Y] is δ^(y − first_year)."""

    first_year: int
    years: int
    discount: Floats

    def labels(self) -> list[int]:
        return list(range(self.first_year, self.first_year + self.years))


@dataclass(frozen=True, slots=True)
class Reliefs:
    """Who relieves whom of how much, in the order of the plan.

    `people_years` [P]: person-years the problem costs in one year, people × severity; `weight` [P]: the
    same × equity. `innovation`, `problem` [K]: rows of each relief; `share`, `low`, `high` [K]: expected,
    least and greatest share taken away; `wait` [K]: years from the start until it is felt; `grade` [K]: 0–3
    for A–D.
    """

    people_years: Floats
    weight: Floats
    innovation: Ints
    problem: Ints
    share: Floats
    low: Floats
    high: Floats
    wait: Ints
    grade: Ints


@dataclass(frozen=True, slots=True)
class Starts:
    """When each innovation starts, as years after the first; may lie outside the plan.

    `counted` [N]: chosen with a scheduled start; `drafted` [N]: not `not_chosen`; `scheduled` [N]: the
    scheduled start, or else the earliest possible one.
    """

    counted: Bools
    drafted: Bools
    scheduled: Ints


@dataclass(frozen=True, slots=True)
class Costs:
    """What innovations and enablers cost, in rupiah of the price year.

    `innovation`, `offset`, `amount` [C]: capital or operating, so many years after the start;
    `operating` [N]: each year once it works; `duration` [N]: years from the start until it works;
    `funding` [N, S]: share of each source in `sources`; `capital` [E] (zero where it exists already),
    `upkeep` [E]: an enabler once and each year; `needer`, `needed` [L]: which innovation needs which enabler.
    """

    innovation: Ints
    offset: Ints
    amount: Floats
    operating: Floats
    duration: Ints
    sources: tuple[str, ...]
    funding: Floats
    capital: Floats
    upkeep: Floats
    needer: Ints
    needed: Ints


def calendar(plan: Plan) -> Calendar:
    """Raises InvalidPeriod when the last year comes before the first."""
    first, last = plan.period.first_year, plan.period.last_year
    if last < first:
        raise InvalidPeriod(first, last)
    rate = (plan.settings and plan.settings.discount_rate) or 0.0
    years = last - first + 1
    return Calendar(first, years, (1.0 / (1.0 + rate)) ** np.arange(years, dtype=np.float64))


def starts(plan: Plan, calendar: Calendar) -> Starts:
    """Raises InvalidWindow. *Earliest* is the first year that lies in both the window and the plan."""
    innovations = plan.innovations or []
    first = calendar.first_year
    counted, drafted, scheduled = [], [], []
    for innovation in innovations:
        window, year, decision = innovation.start, innovation.scheduled_start, innovation.decision
        if window and window.latest < window.earliest:
            raise InvalidWindow(innovation.id, window.earliest, window.latest)
        counted.append(decision == "chosen" and year is not None)
        drafted.append(decision != "not_chosen")
        if year is None:
            year = max(window.earliest, first) if window else first
        scheduled.append(year - first)
    return Starts(np.array(counted, bool), np.array(drafted, bool), _ints(scheduled))


@np.errstate(over="ignore")  # refused below
def reliefs(plan: Plan) -> Reliefs:
    """Raises AddressedTwice, InvalidShare, TooLarge, UnknownReference."""
    problems = plan.problems or []
    row = {problem.id: position for position, problem in enumerate(problems)}
    people = _floats([problem.people_affected or 0 for problem in problems])
    people_years = people * _floats([problem.severity or 0 for problem in problems])
    equity = _floats([1 if problem.equity_weight is None else problem.equity_weight for problem in problems])
    weight = people_years * equity
    if not np.isfinite(weight).all():
        raise TooLarge
    worst = [_RANK[problem.evidence] for problem in problems]
    found: list[tuple[int, int, float, float, float, int, int]] = []
    for position, innovation in enumerate(plan.innovations or []):
        if not innovation.addresses:
            continue
        duration = innovation.duration_years or 1
        named = set()
        for relief in innovation.addresses:
            problem = row.get(relief.problem)
            if problem is None:
                raise UnknownReference(innovation.id, "addresses", relief.problem)
            if problem in named:
                raise AddressedTwice(innovation.id, relief.problem)
            named.add(problem)
            share = relief.share
            mean, low, high = _shares(share, innovation.id, relief.problem) if share else (0.0, 0.0, 0.0)
            grade = max(worst[problem], _RANK[relief.evidence])
            found.append((position, problem, mean, low, high, duration + (relief.lag_years or 0), grade))
    column = list(zip(*found, strict=True)) if found else [()] * 7
    return Reliefs(
        people_years, weight,
        _ints(column[0]), _ints(column[1]), _floats(column[2]), _floats(column[3]), _floats(column[4]),
        _ints(column[5]), _ints(column[6]),
    )  # fmt: skip


def costs(plan: Plan) -> Costs:
    """Raises UnknownReference."""
    innovations, enablers = plan.innovations or [], plan.enablers or []
    row = {enabler.id: position for position, enabler in enumerate(enablers)}
    spent: list[tuple[int, int, float]] = []
    needs: list[tuple[int, int]] = []
    for position, innovation in enumerate(innovations):
        for cost in innovation.costs or ():
            if cost.capital:
                spent.append((position, cost.offset, cost.capital))
            if cost.operating:
                spent.append((position, cost.offset, cost.operating))
        for enabler in innovation.enablers or ():
            if enabler not in row:
                raise UnknownReference(innovation.id, "enablers", enabler)
            needs.append((position, row[enabler]))
    sources, funding = _funding(innovations)
    spent_by, offset, amount = zip(*spent, strict=True) if spent else ((), (), ())
    needer, needed = zip(*needs, strict=True) if needs else ((), ())
    return Costs(
        _ints(spent_by), _ints(offset), _floats(amount),
        _floats([innovation.operating_per_year or 0 for innovation in innovations]),
        _ints([innovation.duration_years or 1 for innovation in innovations]),
        sources, funding,
        _floats([0 if enabler.exists else enabler.capital or 0 for enabler in enablers]),
        _floats([enabler.operating_per_year or 0 for enabler in enablers]),
        _ints(needer), _ints(needed),
    )  # fmt: skip


def ceilings(plan: Plan, calendar: Calendar) -> dict[str | None, Floats]:
    """Ceiling [Y] of each source, in rupiah; `None` is all money together; NaN where a year has none.

    Several ceilings for one year and source add up; those outside the plan are left out.
    """
    found: dict[str | None, list[float]] = {}
    budget = plan.budget or []
    for ceiling, amount in zip(budget, _floats(one.amount for one in budget).tolist(), strict=True):
        year = ceiling.year - calendar.first_year
        if 0 <= year < calendar.years:
            row = found.setdefault(ceiling.source, [math.nan] * calendar.years)
            row[year] = amount if math.isnan(row[year]) else row[year] + amount
    return {source: _floats(row) for source, row in found.items()}


def _shares(share: Triangle, innovation: str, problem: str) -> tuple[float, float, float]:
    """Expected, least and greatest share: mean of the triangle where both ends are given, else its mode."""
    low, mode, high = share.low, share.mode, share.high
    if (low is not None and low > mode) or (high is not None and high < mode):
        given = {"low": low, "mode": mode, "high": high}
        raise InvalidShare(
            innovation, problem, {name: part for name, part in given.items() if part is not None}
        )
    mean = (low + mode + high) / 3 if low is not None and high is not None else mode
    return mean, mode if low is None else low, mode if high is None else high


def _funding(innovations: list[Innovation]) -> tuple[tuple[str, ...], Floats]:
    """Sources in order of their first mention, and the share [N, S] each pays."""
    column: dict[str, int] = {}
    paid: list[tuple[int, int, float]] = []
    for position, innovation in enumerate(innovations):
        for part in innovation.funding or ():
            paid.append((position, column.setdefault(part.source, len(column)), part.share))
    row, source, share = zip(*paid, strict=True) if paid else ((), (), ())
    shape = (len(innovations), len(column))
    flat = _ints(row) * len(column) + _ints(source)
    shares: Floats = np.bincount(flat, _floats(share), shape[0] * shape[1]).astype(np.float64)
    return tuple(column), shares.reshape(shape)


def _ints(values: Iterable[int]) -> Ints:
    return np.array(list(values), np.int64)


def _floats(values: Iterable[float]) -> Floats:
    return np.array(list(values), np.float64)

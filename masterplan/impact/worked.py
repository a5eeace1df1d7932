"""The sum of a plan worked out line by line, as one does with a pocket calculator: no arrays, no tricks.

Written apart from `value`, which it must agree with: what a page shows as a calculation was calculated so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from masterplan.document.types import Innovation, Plan, Problem, Triangle

Kind = Literal["building", "running", "operating", "enabler", "upkeep"]


@dataclass(frozen=True, slots=True)
class YearOf:
    """One year of one problem: who is felt with which share, what they take away together, and what a
    year counts after discount."""

    year: int
    felt: tuple[tuple[str, float], ...]
    taken: float
    discount: float


@dataclass(frozen=True, slots=True)
class Worked:
    """One problem: `weight` = people × severity × equity; `relieved` = Σ discount × taken, in years;
    `person_years` = weight × relieved."""

    problem: Problem
    weight: float
    equity: float
    years: tuple[YearOf, ...]
    relieved: float
    person_years: float
    unweighted: float


@dataclass(frozen=True, slots=True)
class Item:
    """One amount in one year, in rupiah: `building` and `running` are the two columns of an innovation's
    `costs`, `operating` its yearly cost, `enabler` a shared capital cost and `upkeep` what it takes a year.
    `since` is the year that the amount is counted from."""

    id: str
    title: str
    kind: Kind
    amount: float
    since: int


def worked(plan: Plan) -> list[Worked]:
    """Every problem that something chosen is felt on, in the plan's order."""
    rate = (plan.settings and plan.settings.discount_rate) or 0
    first = plan.period.first_year
    found = []
    for problem in plan.problems or ():
        years = []
        for year in range(first, plan.period.last_year + 1):
            felt = tuple(_felt(plan, problem.id, year))
            left = 1.0
            for _, share in felt:
                left *= 1 - share
            years.append(YearOf(year, felt, 1 - left, 1 / (1 + rate) ** (year - first)))
        if any(one.felt for one in years):
            found.append(_summed(problem, tuple(years)))
    return found


def _summed(problem: Problem, years: tuple[YearOf, ...]) -> Worked:
    equity = 1.0 if problem.equity_weight is None else float(problem.equity_weight)
    plain = float(problem.people_affected or 0) * float(problem.severity or 0)
    relieved = sum(one.discount * one.taken for one in years)
    weight = plain * equity
    return Worked(problem, weight, equity, years, relieved, weight * relieved, plain * relieved)


def _felt(plan: Plan, problem: str, year: int) -> Iterator[tuple[str, float]]:
    for one, start in _scheduled(plan):
        for relief in one.addresses or ():
            begin = start + (one.duration_years or 1) + (relief.lag_years or 0)
            if relief.problem == problem and relief.share is not None and year >= begin:
                yield one.id, expected(relief.share)


def expected(share: Triangle) -> float:
    """(low + mode + high) ÷ 3 where both ends are given, otherwise the mode."""
    if share.low is None or share.high is None:
        return float(share.mode)
    return float(share.low + share.mode + share.high) / 3


def spent_in(plan: Plan, year: int) -> list[Item]:
    """Every amount that a year spends, innovations first; they add up to the year's spending."""
    return [item for item in (*_innovations(plan, year), *_enablers(plan, year)) if item.amount]


def _innovations(plan: Plan, year: int) -> Iterator[Item]:
    for one, start in _scheduled(plan):
        for cost in one.costs or ():
            if start + cost.offset == year:
                yield Item(one.id, one.title, "building", float(cost.capital or 0), start)
                yield Item(one.id, one.title, "running", float(cost.operating or 0), start)
        works = start + (one.duration_years or 1)
        if year >= works:
            yield Item(one.id, one.title, "operating", float(one.operating_per_year or 0), works)


def _enablers(plan: Plan, year: int) -> Iterator[Item]:
    needed: dict[str, int] = {}
    for one, start in _scheduled(plan):
        for key in one.enablers or ():
            needed[key] = min(start, needed.get(key, start))
    for enabler in plan.enablers or ():
        first = needed.get(enabler.id)
        if first is None:
            continue
        if year == first and not enabler.exists:
            yield Item(enabler.id, enabler.title, "enabler", float(enabler.capital or 0), first)
        if year >= first:
            yield Item(enabler.id, enabler.title, "upkeep", float(enabler.operating_per_year or 0), first)


def _scheduled(plan: Plan) -> Iterator[tuple[Innovation, int]]:
    for one in plan.innovations or ():
        if one.decision == "chosen" and one.scheduled_start is not None:
            yield one, one.scheduled_start

"""Whether the choice hangs on what was merely agreed: discount rate, equity weights, severity."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from masterplan.impact.optimiser.again import Case, case, each
from masterplan.impact.optimiser.selection import Selection, per_problem
from masterplan.impact.optimiser.solving import Answer, Limits

if TYPE_CHECKING:
    from masterplan.document.types import Plan

RATES = (0.0, 0.03, 0.05, 0.1)
STRENGTHS = (0.0, 2.0)
SEVERITY = 0.2  # a figure asked of residents is rarely surer
Kind = Literal["discount_rate", "equity_weight", "severity"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """`level`: the discount rate; the power of the equity weights (0: everybody counts alike, 2: twice as
    strong); or what the severity of problem `about` is multiplied by."""

    kind: Kind
    level: float
    case: Case
    about: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """All assumptions of one kind together, in person-years: how V of today's choice and of the best choice
    then vary, how much today's misses at most (found, and proven), and who enters, leaves or moves to another year anywhere."""

    kind: Kind
    today: tuple[float, float]
    best: tuple[float, float]
    missed: tuple[float, float]
    enters: tuple[str, ...]
    leaves: tuple[str, ...]
    moves: tuple[str, ...]


def sensitivity(
    plan: Plan,
    problem: Selection,
    best: Answer,
    *,
    problems: int = 5,
    seconds: float = 30.0,
    gap: float = 2e-3,
    stop: Callable[[], bool] = lambda: False,
) -> list[Assumption]:
    """Today's choice and the best one under each assumption, severities of the `problems` that bring most;
    fewer when the time is up."""
    asked = list(_assumptions(plan, problem, best, problems))
    until = time.monotonic() + seconds

    def answer(place: int) -> Assumption | None:
        left = until - time.monotonic()
        if stop() or left <= 0:
            return None
        kind, level, about, other = asked[place]
        share = max(0.1, 2 * left / (len(asked) - place))
        limits = Limits(gap=gap, seconds=share, steps=60, together=False, stop=stop)
        found = case(other, best.starts, limits)
        return None if found is None else Assumption(kind, level, found, about)

    return [one for one in each(range(len(asked)), answer) if one is not None]


def ranges(found: list[Assumption]) -> list[Range]:
    """One for each kind, in order."""
    kinds = dict.fromkeys(one.kind for one in found)
    return [_range(kind, [one.case for one in found if one.kind == kind]) for kind in kinds]


def _range(kind: Kind, cases: list[Case]) -> Range:
    today, best = [one.today for one in cases], [one.value for one in cases]
    low, high = np.max([one.missed for one in cases], axis=0).tolist()
    return Range(
        kind,
        (min(today), max(today)),
        (min(best), max(one.bound for one in cases)),
        (low, high),
        tuple(dict.fromkeys(key for one in cases for key in one.instead.enters)),
        tuple(dict.fromkeys(key for one in cases for key in one.instead.leaves)),
        tuple(dict.fromkeys(key for one in cases for key in one.instead.moves)),
    )


def _assumptions(
    plan: Plan, problem: Selection, best: Answer, problems: int
) -> Iterator[tuple[Kind, float, str, Selection]]:
    calendar, reliefs = problem.calendar, problem.reliefs
    now = (plan.settings and plan.settings.discount_rate) or 0.0
    for rate in RATES:
        if rate != now:
            discount = (1.0 / (1.0 + rate)) ** np.arange(calendar.years, dtype=np.float64)
            yield "discount_rate", rate, "", replace(problem, calendar=replace(calendar, discount=discount))
    people = reliefs.people_years
    equity = np.divide(reliefs.weight, people, out=np.ones_like(people), where=people > 0)
    if (equity != 1).any():
        for power in STRENGTHS:
            weight = people * equity**power
            yield "equity_weight", power, "", replace(problem, reliefs=replace(reliefs, weight=weight))
    brings = per_problem(problem, best.starts)
    severity = {one.id: one.severity for one in plan.problems or ()}
    for row in np.argsort(-brings, kind="stable")[:problems].tolist():
        about = problem.problems[row]
        for factor in (1 - SEVERITY, min(1 + SEVERITY, 1 / (severity[about] or 1))):
            if brings[row] > 0 and factor != 1:
                weight = reliefs.weight.copy()
                weight[row] *= factor
                yield "severity", factor, about, replace(problem, reliefs=replace(reliefs, weight=weight))

"""What more or less money would bring: the best value at a row of budgets."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from masterplan.impact.arrays import Ints
from masterplan.impact.optimiser.selection import Selection, person_years
from masterplan.impact.optimiser.solving import Answer, Limits, solve

FACTORS = (0.1, 0.25, 0.5, 0.75, 0.9, 1.0, 1.15, 1.35, 1.65, 2.0)
BILLION = 1e9


@dataclass(frozen=True, slots=True)
class Point:
    """The best at a part of the budget. `money`: all ceilings together in rupiah (those of all money where
    given, else of the sources); `value`, `bound` in person-years, None where not known: `state` says
    whether no choice keeps the rules (infeasible) or none was found in time (unknown)."""

    factor: float
    money: float
    value: float | None
    bound: float | None
    starts: Ints | None
    state: str = "feasible"


@dataclass(frozen=True, slots=True)
class Frontier:
    """`knee`: the factor after which money brings clearly less (the point farthest above the line from the
    first to the last), None with fewer than three points; `billion` = (low, high) person-years that the
    next billion rupiah brings at today's budget, None where no ceiling is given."""

    points: tuple[Point, ...]
    knee: float | None
    billion: tuple[float, float] | None


def frontier(
    problem: Selection,
    *,
    known: Answer | None = None,
    factors: tuple[float, ...] = FACTORS,
    seconds: float = 60.0,
    gap: float = 5e-3,
    stop: Callable[[], bool] = lambda: False,
) -> Frontier:
    """Points from the least to the most money: each begins with the answer before it, which it can afford."""
    points = _tightened(list(_points(problem, known, factors, seconds, gap, stop)))
    return Frontier(points, knee(points), _billion(problem, points, gap, stop))


def _points(
    problem: Selection,
    known: Answer | None,
    factors: tuple[float, ...],
    seconds: float,
    gap: float,
    stop: Callable[[], bool],
) -> Iterator[Point]:
    until, before = time.monotonic() + seconds, None
    for place, factor in enumerate(sorted(factors)):
        if stop():
            return
        share = max(0.2, (until - time.monotonic()) / (len(factors) - place))
        start = before
        if known is not None and known.found and factor >= 1.0:
            both = [known.starts] if before is None else [before, known.starts]
            start = max(both, key=lambda starts: person_years(problem, starts))
        poorer = problem.with_ceilings(factor)
        answer = solve(poorer, Limits(gap=gap, seconds=share, steps=200, stop=stop), start=start)
        if not answer.found:
            yield Point(factor, all_money(poorer), None, None, None, answer.state)
            continue
        before = answer.starts
        bound = answer.bound if np.isfinite(answer.bound) else None
        yield Point(factor, all_money(poorer), answer.value, bound, answer.starts, answer.state)


def _tightened(points: list[Point]) -> tuple[Point, ...]:
    """What more money cannot reach, less money cannot either."""
    least = np.inf
    for place in range(len(points) - 1, -1, -1):
        bound = points[place].bound
        if bound is not None:
            least = min(least, bound)
            points[place] = replace(points[place], bound=least)
    return tuple(points)


def all_money(problem: Selection) -> float:
    """All ceilings together, in rupiah."""
    if None in problem.ceilings:
        return float(np.nansum(problem.ceilings[None]))
    return float(sum(np.nansum(most) for most in problem.ceilings.values()))


def knee(points: tuple[Point, ...]) -> float | None:
    """Satopää and others, *Finding a kneedle in a haystack*, 2011: farthest above the chord."""
    known = [(point.factor, point.value) for point in points if point.value is not None]
    if len(known) < 3 or known[-1][1] <= known[0][1]:
        return None
    money, value = np.array(known, float).T
    above = (value - value[0]) / (value[-1] - value[0]) - (money - money[0]) / (money[-1] - money[0])
    return float(money[above.argmax()]) if above.max() > 0.02 else None


def _billion(
    problem: Selection, points: tuple[Point, ...], gap: float, stop: Callable[[], bool]
) -> tuple[float, float] | None:
    """A billion more, spread over the years like the ceilings are, at today's budget."""
    today = next((point for point in points if point.factor == 1.0), None)
    money = all_money(problem)
    if stop() or today is None or today.starts is None or today.bound is None or money <= 0:
        return None
    richer = problem.with_ceilings(1.0 + BILLION / money)
    again = solve(richer, Limits(gap=gap / 5, seconds=8.0, steps=300, stop=stop), start=today.starts)
    base = solve(problem, Limits(gap=gap / 5, seconds=8.0, steps=300, stop=stop), start=today.starts)
    if not np.isfinite(again.bound):
        return None
    low = max(0.0, again.value - min(base.bound, today.bound))
    return low, max(low, again.bound - base.value)

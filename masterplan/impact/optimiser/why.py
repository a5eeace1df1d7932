"""Why an innovation is in or out: the plan solved again without it, or with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from masterplan.impact.optimiser.again import Difference, difference, each, interval
from masterplan.impact.optimiser.selection import OUT, Selection
from masterplan.impact.optimiser.solving import Answer, Limits, solve


@dataclass(frozen=True, slots=True)
class Reason:
    """One innovation. `chosen` in the best choice; `change` = (low, high) person-years that the best value
    changes by when it is struck (chosen) or forced in (not chosen), between both proofs. `instead`: what
    changes in the choice. Both None where no choice is left (`state` impossible), or none was found in time
    (unknown)."""

    innovation: str
    chosen: bool
    change: tuple[float, float] | None
    instead: Difference | None
    state: Literal["answered", "impossible", "unknown"] = "answered"

    @property
    def certain(self) -> bool:
        """Whether the sign is known: the interval does not hold zero."""
        return self.change is not None and not self.change[0] <= 0 <= self.change[1]


def why(
    problem: Selection,
    best: Answer,
    *,
    innovations: tuple[str, ...] | None = None,
    seconds: float = 60.0,
    gap: float = 1e-3,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Reason]:
    """The reason of each innovation, in order, as they are found; together within `seconds`."""
    asked = problem.keys if innovations is None else innovations
    until = time.monotonic() + seconds

    def answer(place: int) -> Reason:
        left = max(0.0, until - time.monotonic())
        share = 2 * left / max(1, len(asked) - place)
        return reason(
            problem, best, asked[place], Limits(gap=gap, seconds=share, steps=60, stop=stop, together=False)
        )

    yield from each(range(len(asked)), answer)


def reason(problem: Selection, best: Answer, innovation: str, limits: Limits) -> Reason:
    row = problem.row(innovation)
    chosen = bool(best.starts[row] != OUT)
    other = problem.struck(row) if chosen else problem.forcing(row)
    known = problem.without(best.starts, row) if chosen else None
    again = solve(other, limits, start=known)
    if not again.found:
        nothing: Literal["impossible", "unknown"] = "impossible" if again.state == "infeasible" else "unknown"
        return Reason(innovation, chosen, None, None, nothing)
    low, high = interval(best, again)
    # Neither striking nor forcing can make the best better.
    change = (low, min(high, max(0.0, best.bound - best.value)))
    return Reason(innovation, chosen, change, difference(problem, best.starts, again.starts))


@dataclass(frozen=True, slots=True)
class Turning:
    """The smallest change that turns the answer about one innovation: `what` is *cost* or *share*, `factor`
    what it is multiplied by; None where no factor within the limits does."""

    innovation: str
    what: str
    factor: float | None


def turning(
    problem: Selection,
    best: Answer,
    innovation: str,
    what: str,
    *,
    seconds: float = 10.0,
    gap: float = 1e-3,
    stop: Callable[[], bool] = lambda: False,
) -> Turning:
    """By bisection: a chosen innovation turns where the best choice that has it, so changed, brings no more
    than the best without it, which the change does not touch; the same the other way round. Right to two
    digits, as far as the gap can tell; None too where others need it so much that no such change turns it."""
    row = problem.row(innovation)
    chosen = bool(best.starts[row] != OUT)
    up = chosen if what == "cost" else not chosen  # dearer or weaker throws out, cheaper or stronger takes in
    far = (8.0 if what == "cost" else _most_share(problem, row)) if up else 0.0
    until = time.monotonic() + seconds

    def limits(part: int, to: float) -> Limits:
        left = max(0.2, (until - time.monotonic()) / part)
        return Limits(gap=to, seconds=left, steps=100, stop=stop)

    without = best
    if chosen:
        without = solve(problem.struck(row), limits(3, gap / 4), problem.without(best.starts, row))
        if not without.found:
            return Turning(innovation, what, None)
    known = best.starts if chosen else None

    def turned(factor: float, than: float) -> bool:
        changed = _changed(problem, row, what, factor).forcing(row)
        with_it = solve(changed, limits(4, gap), known)
        if chosen:
            return not with_it.found or with_it.value <= than
        return with_it.found and with_it.value >= than

    if far == 1.0 or not turned(far, without.bound if chosen else without.value):
        return Turning(innovation, what, None)
    near = 1.0
    while abs(far - near) > 0.01 * max(near, far) and time.monotonic() < until and not stop():
        middle = (near * far) ** 0.5 if far > 0.05 and near > 0.05 else (near + far) / 2
        if turned(middle, without.value):
            far = middle
        else:
            near = middle
    return Turning(innovation, what, far)


def _most_share(problem: Selection, row: int) -> float:
    mine = problem.reliefs.share[problem.reliefs.innovation == row]
    return float(1.0 / mine.max()) if mine.size and mine.max() > 0 else 1.0


def _changed(problem: Selection, row: int, what: str, factor: float) -> Selection:
    """One innovation with all its costs, or all its shares, times a factor."""
    if what == "share":
        reliefs = problem.reliefs
        mine = reliefs.innovation == row
        share = np.where(mine, np.minimum(1.0, reliefs.share * factor), reliefs.share)
        return replace(problem, reliefs=replace(reliefs, share=share))
    costs = problem.costs
    operating = costs.operating.copy()
    operating[row] *= factor
    amount = np.where(costs.innovation == row, costs.amount * factor, costs.amount)
    return replace(problem, costs=replace(costs, amount=amount, operating=operating))

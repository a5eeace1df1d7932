"""How sure the choice is: the plan solved again in many futures drawn from what nobody knows exactly.

A scenario draws every share from its triangle (low, mode, high; what has no ends stays) and every cost
from 1 ± `cost_error` (triangular around 1, one draw an innovation or enabler).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from masterplan.impact.arrays import Floats, Ints
from masterplan.impact.optimiser.again import each
from masterplan.impact.optimiser.selection import OUT, Selection, affordable, person_years
from masterplan.impact.optimiser.solving import Answer, Limits, solve

if TYPE_CHECKING:
    from masterplan.document.types import Plan

COST_ERROR = 0.2
AT_RISK = 0.05


@dataclass(frozen=True, slots=True)
class Robustness:
    """`stays` [N]: in how many of the scenarios each innovation belongs to the best choice; `values` [M]:
    person-years that today's choice brings in each scenario after what is no longer affordable was dropped
    (the least worth first); `best` [M]: of the best choice of that scenario; `impossible`: scenarios in
    which no choice keeps the rules, counted in `scenarios` and nowhere else but in `held`: the share of
    scenarios in which today's choice stays affordable whole; `average`: the choice with the highest mean over all
    scenarios among those that were best in one, and its mean; `price`: person-years it gives up against
    today's choice where everything goes as expected."""

    scenarios: int
    stays: Floats
    values: Floats
    best: Floats
    held: float
    mean: float
    average: Ints
    average_mean: float
    price: float
    seconds: float
    impossible: int = 0

    @property
    def at_risk(self) -> float:
        """The value that is missed in one scenario of twenty."""
        return float(np.quantile(self.values, AT_RISK))

    @property
    def regret(self) -> float:
        """Mean person-years that knowing the future would add."""
        return float(np.maximum(self.best - self.values, 0.0).mean())


def robustness(
    plan: Plan,
    problem: Selection,
    best: Answer,
    scenarios: int = 200,
    *,
    seed: int = 0,
    seconds: float = 120.0,
    gap: float = 1e-2,
    stop: Callable[[], bool] = lambda: False,
) -> Robustness:
    """Fewer scenarios are answered when the time is up; how many is told."""
    begin = time.monotonic()
    error = plan.settings.cost_error if plan.settings and plan.settings.cost_error is not None else COST_ERROR
    futures = [scenario(problem, float(error), seed, number) for number in range(scenarios)]
    until = begin + seconds * 0.85

    def answer(number: int) -> Answer | None:
        left = until - time.monotonic()
        if stop() or (left <= 0 and number >= 1):
            return None
        patience = max(0.3, 4 * left / max(1, scenarios - number))
        start = realised(futures[number], best.starts)
        return solve(
            futures[number],
            Limits(gap=gap, seconds=patience, steps=100, stop=stop, together=False),
            start=start,
        )

    answers = list(each(range(scenarios), answer))
    impossible = sum(one is not None and one.state == "infeasible" for one in answers)
    done = [number for number, one in enumerate(answers) if one is not None and one.found]
    if not done:
        nothing = np.zeros(0)
        return Robustness(
            impossible, np.zeros(len(problem.keys)), nothing, nothing, 0.0, 0.0, best.starts, 0.0, 0.0,
            time.monotonic() - begin, impossible,
        )  # fmt: skip
    found = [one.starts for one in answers if one is not None and one.found]
    lived = [realised(futures[number], best.starts) for number in done]
    values = np.array([person_years(futures[number], one) for number, one in zip(done, lived, strict=True)])
    tops = np.array([
        max(person_years(futures[number], one), value)
        for number, one, value in zip(done, found, values.tolist(), strict=True)
    ])  # fmt: skip
    average, mean = _best_on_average(problem, [futures[number] for number in done], [best.starts, *found])
    return Robustness(
        len(done) + impossible,
        np.mean([one != OUT for one in found], axis=0),
        values,
        tops,
        sum(bool((one == best.starts).all()) for one in lived) / (len(done) + impossible),
        float(values.mean()),
        average,
        mean,
        best.value - person_years(problem, realised(problem, average)),
        time.monotonic() - begin,
        impossible,
    )


def scenario(problem: Selection, error: float, seed: int, number: int) -> Selection:
    """Future `number` of this seed; the same whatever else is asked."""
    rng = np.random.default_rng([seed, number])
    reliefs, costs = problem.reliefs, problem.costs
    mode = 3 * reliefs.share - reliefs.low - reliefs.high
    spread = reliefs.high > reliefs.low
    whole = spread & (mode >= reliefs.low - 1e-12) & (mode <= reliefs.high + 1e-12)
    low, high = np.where(whole, reliefs.low, 0.0), np.where(whole, reliefs.high, 1.0)
    drawn = rng.triangular(low, np.clip(np.where(whole, mode, 0.5), low, high), high)
    share = np.where(whole, drawn, reliefs.share)
    innovations = _error(rng, error, len(problem.keys))
    enablers = _error(rng, error, len(costs.capital))
    return replace(
        problem,
        reliefs=replace(reliefs, share=share, low=share, high=share),
        costs=replace(
            costs,
            amount=costs.amount * innovations[costs.innovation],
            operating=costs.operating * innovations,
            capital=costs.capital * enablers,
            upkeep=costs.upkeep * enablers,
        ),
    )


def realised(problem: Selection, starts: Ints) -> Ints:
    """What remains of a choice when money is short: the least person-years a rupiah are dropped first, with
    what waits for them, until every ceiling holds."""
    left = starts.copy()
    while not affordable(problem, left):
        chosen = np.flatnonzero((left != OUT) & ~problem.forced)
        if not chosen.size:
            return left
        whole = person_years(problem, left)
        worth = np.array([whole - person_years(problem, problem.without(left, int(row))) for row in chosen])
        left = problem.without(left, int(chosen[(worth / _cost(problem, left, chosen)).argmin()]))
    return left


def _cost(problem: Selection, starts: Ints, rows: Ints) -> Floats:
    costs, years = problem.costs, problem.calendar.years
    once = np.bincount(costs.innovation, costs.amount, len(starts))
    running = costs.operating * np.maximum(0, years - starts - costs.duration)
    total: Floats = np.maximum((once + running)[rows], 1.0)
    return total


def _error(rng: np.random.Generator, error: float, number: int) -> Floats:
    if error <= 0:
        return np.ones(number)
    drawn: Floats = rng.triangular(1 - error, 1.0, 1 + error, number)
    return drawn


def _best_on_average(
    problem: Selection, futures: list[Selection], candidates: list[Ints]
) -> tuple[Ints, float]:
    """Of the choices that were best somewhere, the one with the highest mean where money may run short."""
    different = list({one.tobytes(): one for one in candidates}.values())[:60]
    sample = futures[:60]
    means = [
        float(np.mean([person_years(future, realised(future, one)) for future in sample]))
        for one in different
    ]
    place = int(np.argmax(means))
    return different[place], means[place]

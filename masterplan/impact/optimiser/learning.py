"""What is worth finding out: the choice if assumptions counted less, and the measurements that would change
it most.

A measurement is worth what knowing it beforehand adds on average: over the low, most likely and high end of
what is not known, the best value then less the value of today's choice then (the *expected value of perfect
information* of one figure: Raiffa and Schlaifer, *Applied Statistical Decision Theory*, 1961). Figures are
first ranked by what the prices of the money say, then the foremost are solved again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from masterplan.impact import relief
from masterplan.impact.arrays import GRADES, Floats, Ints
from masterplan.impact.optimiser import highs
from masterplan.impact.optimiser.again import Case, case, each
from masterplan.impact.optimiser.presolve import possible
from masterplan.impact.optimiser.programme import programme
from masterplan.impact.optimiser.selection import OUT, Selection, ledger
from masterplan.impact.optimiser.solving import Answer, Limits

if TYPE_CHECKING:
    from masterplan.document.types import Plan

Ends = tuple[float, float, float]  # low, most likely, high
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Guess:
    """The range somebody states for a figure a problem lacks, or has only roughly."""

    problem: str
    field: Literal["people_affected", "severity"]
    ends: Ends


@dataclass(frozen=True, slots=True)
class Measurement:
    """One figure to measure: the `field` of a `problem`, or where `innovation` is given the share it takes
    away of it. `worth` = (low, high) person-years that knowing it adds on average; the low end is beyond
    what today's own proof leaves open, so that it is no noise of the gap. `cases`: at low, most likely,
    high."""

    innovation: str | None
    problem: str
    field: str
    ends: Ends
    worth: tuple[float, float]
    cases: tuple[Case, ...]

    @property
    def found(self) -> float:
        """What other choices were found to add on average, whatever the proofs leave open."""
        return sum(one.missed[0] for one in self.cases) / len(self.cases)


def halved(problem: Selection) -> Selection:
    """The same where reliefs of evidence D take away half of what they claim."""
    reliefs = problem.reliefs
    part = np.where(reliefs.grade == GRADES.index("D"), 0.5, 1.0)
    parts = {name: getattr(reliefs, name) * part for name in ("share", "low", "high")}
    return replace(problem, reliefs=replace(reliefs, **parts))


def measurements(
    plan: Plan,
    problem: Selection,
    best: Answer,
    guesses: Sequence[Guess] = (),
    *,
    most: int = 5,
    tried: int = 10,
    seconds: float = 30.0,
    gap: float = 1e-3,
    stop: Stop = lambda: False,
) -> list[Measurement]:
    """The `most` measurements worth most, of the `tried` that the prices name first; fewer when the time is
    up."""
    doubts = [*_shares(problem), *_guessed(plan, problem, guesses)]
    screen = _Screen(problem, best.starts)
    doubts.sort(key=lambda doubt: -screen.promise(doubt))
    until, asked = time.monotonic() + seconds, doubts[:tried]
    questions = [(place, end) for place in range(len(asked)) for end in range(3)]
    open_ = best.bound - best.value

    def answer(question: int) -> Case | None:
        left = until - time.monotonic()
        if stop() or left <= 0:
            return None
        place, end = questions[question]
        share = max(0.1, 2 * left / (len(questions) - question))
        limits = Limits(gap=gap, seconds=share, steps=60, together=False, stop=stop)
        return case(asked[place].at(end), best.starts, limits)

    found = list(each(range(len(questions)), answer))
    known = []
    for place, doubt in enumerate(asked):
        cases = tuple(one for one in found[3 * place : 3 * place + 3] if one is not None)
        if len(cases) == 3:
            low, high = np.mean([one.missed for one in cases], axis=0).tolist()
            worth = (max(0.0, low - open_), high)
            known.append(Measurement(doubt.innovation, doubt.problem, doubt.field, doubt.ends, worth, cases))
    return sorted(known, key=lambda one: (-one.worth[0], -one.found, -one.worth[1]))[:most]


@dataclass(frozen=True, slots=True)
class _Doubt:
    """`reliefs`: the rows of reliefs it touches; `change` [3, rows]: by how much at each end the product of
    weight and share changes, as a part of what it is worth for each whole share."""

    innovation: str | None
    problem: str
    field: str
    ends: Ends
    reliefs: Ints
    change: Floats
    at: Callable[[int], Selection]


def _shares(problem: Selection) -> list[_Doubt]:
    reliefs = problem.reliefs
    found = []
    for row in np.flatnonzero((reliefs.high > reliefs.low) & (reliefs.weight[reliefs.problem] > 0)).tolist():
        low, mean, high = (float(part[row]) for part in (reliefs.low, reliefs.share, reliefs.high))
        ends = (low, min(high, max(low, 3 * mean - low - high)), high)  # one end alone: its mode

        def at(end: int, row: int = row, ends: Ends = ends) -> Selection:
            share = reliefs.share.copy()
            share[row] = ends[end]
            return replace(problem, reliefs=replace(reliefs, share=share))

        change = (np.array(ends) - mean)[:, None]
        names = problem.keys[int(reliefs.innovation[row])], problem.problems[int(reliefs.problem[row])]
        found.append(_Doubt(*names, "share", ends, np.array([row]), change, at))
    return found


def _guessed(plan: Plan, problem: Selection, guesses: Sequence[Guess]) -> list[_Doubt]:
    reliefs, by_id = problem.reliefs, {one.id: one for one in plan.problems or ()}
    found = []
    for guess in guesses:
        row, one = problem.problems.index(guess.problem), by_id[guess.problem]
        other = one.severity if guess.field == "people_affected" else one.people_affected
        years = np.array(guess.ends) * (other or 0)
        weights = years * (1 if one.equity_weight is None else one.equity_weight)

        def at(end: int, row: int = row, weights: Floats = weights) -> Selection:
            weight = reliefs.weight.copy()
            weight[row] = weights[end]
            return replace(problem, reliefs=replace(reliefs, weight=weight))

        mine = np.flatnonzero(reliefs.problem == row)
        now = float(reliefs.weight[row]) or 1.0
        change = (weights - reliefs.weight[row])[:, None] / now * reliefs.share[mine]
        found.append(_Doubt(None, guess.problem, guess.field, guess.ends, mine, change, at))
    return found


class _Screen:
    """How near an innovation is to turning: its margin less the price of what it spends, where a rupiah
    costs what it is worth in the linear relaxation."""

    def __init__(self, problem: Selection, starts: Ints) -> None:
        reliefs, calendar = problem.reliefs, problem.calendar
        number, years = problem.size
        self.problem, self.chosen = problem, starts != OUT
        felt = relief.felt_from(reliefs, calendar, starts, self.chosen)
        left = 1.0 - relief.together(reliefs, calendar, felt, reliefs.share).taken()
        tail = np.zeros((len(reliefs.weight), years + 1))
        tail[:, :years] = (left * calendar.discount)[:, ::-1].cumsum(axis=1)[:, ::-1]
        weight = np.where(reliefs.weight > 0, reliefs.weight, 1.0)[reliefs.problem]
        when = np.minimum(np.arange(years) + reliefs.wait[:, None], years)
        worth = weight[:, None] * np.take_along_axis(tail[reliefs.problem], when, axis=1)  # [K, Y]
        ones = np.ones_like(reliefs.share)
        margins = relief.margins(reliefs, calendar, felt, ones, reliefs.share)
        price = _price(problem)
        gain = np.zeros((number, years))
        np.add.at(gain, reliefs.innovation, worth * reliefs.share[:, None])
        best = (gain - price).argmax(axis=1)
        row = np.arange(number)
        begin = np.where(self.chosen, starts, best)
        outside = worth[np.arange(len(reliefs.share)), best[reliefs.innovation]]
        self.worth = np.where(self.chosen[reliefs.innovation], margins, outside)  # [K], for each whole share
        total = np.bincount(reliefs.innovation, self.worth * reliefs.share, number)
        self.profit = total - price[row, begin]

    def promise(self, doubt: _Doubt) -> float:
        """First-order value of knowing, in person-years; a little for whatever moves much without turning."""
        change = doubt.change * self.worth[doubt.reliefs]
        total = 0.001 * float(np.abs(change).sum())
        for moved, row in zip(change.T, self.problem.reliefs.innovation[doubt.reliefs].tolist(), strict=True):
            sign = -1.0 if self.chosen[row] else 1.0
            now = max(0.0, sign * float(self.profit[row]))
            total += float(np.maximum(0.0, sign * (self.profit[row] + moved)).mean()) - now
        return total


def _price(problem: Selection) -> Floats:
    """Person-years that the money of each start is worth elsewhere [N, Y]; an enabler's is shared."""
    money, years = ledger(problem), problem.size[1]
    model = programme(problem, money, possible(problem, money))
    relaxed = highs.relax(model, 10.0)
    price = np.zeros(money.most.shape)
    if relaxed is not None:
        for (account, year), row in model.money_rows.items():
            price[account, year] = relaxed.duals[row] * model.unit / money.most[account, year]
    total: Floats = np.einsum("nsay,ay->ns", money.spend, price)
    costs = problem.costs
    users = np.maximum(1, np.bincount(costs.needed, minlength=len(costs.capital)))
    enabler = np.einsum("esy,y->es", money.enabler[:, :years], price[0]) / users[:, None]
    np.add.at(total, costs.needer, enabler[costs.needed])
    return total

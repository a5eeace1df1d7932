"""The best answer to a selection problem, with a proof: search first, then branch and cut.

Whatever the solver says is checked: an answer counts only when `permitted` to the rupiah, its value is
computed from the answer by the formula, and the bound is one of the same formula (`programme.py`).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from masterplan.impact.arrays import Floats, Ints
from masterplan.impact.optimiser import highs
from masterplan.impact.optimiser.presolve import possible
from masterplan.impact.optimiser.programme import Programme, programme
from masterplan.impact.optimiser.search import Search
from masterplan.impact.optimiser.selection import OUT, Ledger, Selection, ledger, permitted, person_years

PROOF = 1e-6  # the gap proven when none is asked for
RELAXING = 0.4  # of the time left may go into the relaxation
OPTIMAL = 1e-4  # at most this may be called optimal


@dataclass(frozen=True, slots=True)
class Progress:
    """`value` and `bound` in person-years; `value` is None while there is no answer yet."""

    value: float | None
    bound: float
    gap: float
    seconds: float
    starts: Ints | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """`state`: optimal, feasible, infeasible or unknown; `stopped_by`: gap, time or interrupt; `starts`
    [N]: the year of each innovation after the first, or OUT; `value`, `bound` in person-years; `gap` is
    (bound − value) / value."""

    state: str
    stopped_by: str
    starts: Ints
    value: float
    bound: float
    gap: float
    seconds: float
    nodes: int = 0

    @property
    def found(self) -> bool:
        return self.state in ("optimal", "feasible")


@dataclass(slots=True)
class Limits:
    """`gap` is relative; `seconds` of wall time; `steps` of the first search (None: by the plan's size);
    `stop` is asked often and ends the work at once with the best so far; `told` hears of progress;
    `together`: whether both processors may work on it."""

    gap: float = PROOF
    seconds: float = float("inf")
    seed: int = 0
    steps: int | None = None
    together: bool = True
    stop: Callable[[], bool] = field(default=lambda: False)
    told: Callable[[Progress], None] = field(default=lambda _: None)


def solve(selection: Selection, limits: Limits | None = None, start: Ints | None = None) -> Answer:
    """The best answer within the limits; `start` is one to begin with, used where it keeps the rules."""
    return _Solving(selection, limits or Limits(), start).run()


class _Solving:
    def __init__(self, selection: Selection, limits: Limits, start: Ints | None) -> None:
        self.selection, self.limits, self.begin = selection, limits, time.monotonic()
        self.best: Ints | None = None
        self.value = -np.inf
        self.bound = np.inf
        self.nodes = 0
        self.told_at = -np.inf
        self.lock = threading.Lock()
        if start is not None:
            self._take(start)

    def run(self) -> Answer:
        money = ledger(self.selection)
        allowed = possible(self.selection, money)
        if (self.selection.forced & ~allowed.any(axis=1)).any():
            return self._infeasible()
        earliest = np.where(allowed.any(axis=1), allowed.argmax(axis=1), OUT)
        self._lower(person_years(self.selection, earliest))  # everything as early as can be
        model = programme(self.selection, money, allowed)
        if self._done():
            return self._answer()
        relaxed = highs.relax(model, RELAXING * self._remaining())
        if relaxed is not None:
            self._lower(relaxed.bound * model.unit)
        self._search(model, money, relaxed)
        while not self._done():
            ended = self._branch(model)
            self.nodes += ended.nodes
            if ended.state == "infeasible":
                if self.best is None:
                    return self._infeasible()
                self._lower(self.value)
                break
            self._lower(ended.bound * model.unit)
            answer = None if ended.columns is None else model.starts(ended.columns)
            if ended.state == "stopped" or answer is None or permitted(self.selection, answer):
                break
            model.forbid(answer)
            self.bound = max(self.bound, self.value)
        return self._answer()

    def _search(self, model: Programme, money: Ledger, relaxed: highs.Relaxed | None) -> None:
        number = self.selection.size[0]
        steps = self.limits.steps
        if steps is None:
            steps = min(25 * number, 2000, 1_200_000 // max(1, number))
        search = Search(
            self.selection,
            money,
            model.allowed,
            _prices(model, money, relaxed),
            self.limits.seed,
            self._done,
            self._better,
        )
        start = self.best
        if start is None:
            start = search.rough() if relaxed is None else model.starts(relaxed.columns)
        search.run(start, steps)

    def _branch(self, model: Programme) -> highs.Ended:
        def improved(columns: Floats) -> None:
            self._take(model.starts(columns))

        def bounded(bound: float) -> None:
            if np.isfinite(bound):
                self._lower(bound * model.unit)

        return highs.solve(
            model,
            gap=self.limits.gap * 0.999,
            time_limit=self._remaining(),
            start=None if self.best is None else model.columns(self.best),
            improved=improved,
            bounded=bounded,
            stop=self._done,
            together=self.limits.together,
        )

    def _take(self, starts: Ints) -> None:
        value = person_years(self.selection, starts)
        if value > self.value and permitted(self.selection, starts):
            self._better(starts.copy(), value)

    def _better(self, starts: Ints, value: float) -> None:
        if value > self.value:
            self.best, self.value = starts, value
            self._tell(always=True)

    def _lower(self, bound: float) -> None:
        if bound < self.bound:
            self.bound = bound
            self._tell()

    def _tell(self, always: bool = False) -> None:
        now = time.monotonic()
        if always or now - self.told_at >= 0.2:
            self.told_at = now
            value = None if self.best is None else self.value
            self.limits.told(Progress(value, self._bound(), self._gap(), now - self.begin, self.best))

    def _remaining(self) -> float:
        return self.limits.seconds - (time.monotonic() - self.begin)

    def _done(self) -> bool:
        return self.limits.stop() or self._remaining() <= 0 or self._gap() <= self.limits.gap

    def _bound(self) -> float:
        return max(self.bound, self.value)

    def _gap(self) -> float:
        if self.best is None:
            return np.inf
        return relative_gap(self.value, self._bound())

    def _answer(self) -> Answer:
        seconds = time.monotonic() - self.begin
        gap = self._gap()
        proven = gap <= self.limits.gap
        stopped_by = "gap" if proven else "interrupt" if self.limits.stop() else "time"
        if self.best is None:
            nothing = self.selection.nobody()
            return Answer("unknown", stopped_by, nothing, 0.0, self._bound(), np.inf, seconds, self.nodes)
        state = "optimal" if gap <= min(OPTIMAL, self.limits.gap) else "feasible"
        return Answer(state, stopped_by, self.best, self.value, self._bound(), gap, seconds, self.nodes)

    def _infeasible(self) -> Answer:
        nothing = self.selection.nobody()
        seconds = time.monotonic() - self.begin
        return Answer("infeasible", "gap", nothing, 0.0, 0.0, 0.0, seconds, self.nodes)


def relative_gap(value: float, bound: float) -> float:
    if bound <= value:
        return 0.0
    return (bound - value) / value if value > 0 else np.inf


def _prices(model: Programme, money: Ledger, relaxed: highs.Relaxed | None) -> Floats:
    """Person-years a rupiah is worth in each account and year [A, Y], from the relaxation's duals; 0 where
    nothing is known."""
    prices = np.zeros(money.most.shape)
    if relaxed is not None:
        for (account, year), row in model.money_rows.items():
            prices[account, year] = relaxed.duals[row] * model.unit / money.most[account, year]
    return prices

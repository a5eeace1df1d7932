"""What anybody would write first: one binary a start year, the effect under tangents, given to a solver as it is.

Used to compare with, and as a second, independent method. The tangents lie above the true effect, so the
solver's bound holds; the value of an answer is the true one.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from masterplan.impact.optimiser.selection import OUT, Selection, ledger, permitted, person_years

TANGENTS = 24
Term = tuple[int, float]


@dataclass
class Model:
    """Columns: x[n, y] starts (whole), e[E, y] enabler first needed in y, t effects; rows of terms ≤ upper."""

    gain: list[float]
    upper: list[float]
    whole: int
    rows: list[tuple[list[Term], float, float]]


@dataclass
class Reached:
    """`seconds` until value and bound were within the gap, or the limit; `gap` at the end."""

    seconds: float
    value: float
    bound: float
    gap: float


def model(problem: Selection) -> tuple[Model, float]:
    number, years = problem.size
    money, enablers = ledger(problem), len(problem.costs.capital)
    x = lambda row, year: row * years + year  # noqa: E731
    first = lambda enabler, year: (number + enabler) * years + year  # noqa: E731
    made = Model(
        [0.0] * ((number + enablers) * years), [1.0] * ((number + enablers) * years), number * years, []
    )
    rows = made.rows
    begun = lambda row, year: [(x(row, past), 1.0) for past in range(year + 1)]  # noqa: E731
    for row in range(number):
        for year in range(years):
            if not problem.allowed[row, year]:
                made.upper[x(row, year)] = 0.0
        rows.append((begun(row, years - 1), float(problem.forced[row]), 1.0))
    users: dict[int, list[int]] = defaultdict(list)
    for user, enabler in zip(problem.costs.needer.tolist(), problem.costs.needed.tolist(), strict=True):
        users[enabler].append(user)
    for enabler in range(enablers):
        for year in range(years):
            there = [(first(enabler, past), 1.0) for past in range(year + 1)]
            for user in users[enabler]:
                rows.append((there + [(c, -v) for c, v in begun(user, year)], 0.0, np.inf))
            anyone = [(c, -v) for user in users[enabler] for c, v in begun(user, year)]
            rows.append((there + anyone, -np.inf, 0.0))
        rows.append(([(first(enabler, year), 1.0) for year in range(years)], -np.inf, 1.0))
    duration = problem.costs.duration.tolist()
    for row, other in problem.required.tolist():
        for year in range(years):
            ready = begun(other, year - duration[other]) if year >= duration[other] else []
            rows.append((begun(row, year) + [(c, -v) for c, v in ready], -np.inf, 0.0))
    for group in problem.alternatives:
        rows.append(([t for row in group.members.tolist() for t in begun(row, years - 1)], -np.inf, 1.0))
    for least in problem.minimums:
        everyone = [t for row in least.members.tolist() for t in begun(row, years - 1)]
        rows.append((everyone, float(least.limit), np.inf))
    at_once = [(x(row, 0), 1.0) for row in problem.quick_wins.members.tolist()]
    rows.append((at_once, float(problem.quick_wins.limit), np.inf))
    for crew in problem.crews:
        for year in range(years):
            building = [
                (x(row, start), 1.0)
                for row in crew.members.tolist()
                for start in range(max(0, year - duration[row] + 1), year + 1)
            ]
            rows.append((building, -np.inf, float(crew.limit)))
    for account, year in np.argwhere(np.isfinite(money.most)).tolist():
        most = money.most[account, year]
        spent = [
            (x(row, start), float(money.spend[row, start, account, year] / most))
            for row in range(number)
            for start in range(years)
            if money.spend[row, start, account, year]
        ]
        if account == 0:
            spent += [
                (first(enabler, start), float(money.enabler[enabler, start, year] / most))
                for enabler in range(enablers)
                for start in range(years)
                if money.enabler[enabler, start, year]
            ]
        rows.append((spent, -np.inf, 1.0))
    return made, _effects(problem, made, begun)


def _effects(problem: Selection, made: Model, begun: Callable[[int, int], list[Term]]) -> float:
    reliefs, discount = problem.reliefs, problem.calendar.discount
    unit = float(reliefs.weight.sum() * discount.sum()) / 1000 or 1.0
    by_problem: dict[int, list[int]] = defaultdict(list)
    for relief in range(len(reliefs.share)):
        by_problem[int(reliefs.problem[relief])].append(relief)
    for problem_, members in by_problem.items():
        for year in range(problem.size[1]):
            weight = float(reliefs.weight[problem_] * discount[year]) / unit
            felt = [one for one in members if year >= reliefs.wait[one]]
            if not felt or weight <= 0:
                continue
            effect = len(made.gain)
            made.gain.append(weight)
            made.upper.append(1.0)
            strength = [-float(np.log1p(-min(reliefs.share[one], 1 - 1e-9))) for one in felt]
            terms = [
                (column, power)
                for one, power in zip(felt, strength, strict=True)
                for column, _ in begun(int(reliefs.innovation[one]), year - int(reliefs.wait[one]))
            ]
            for point in np.linspace(0, sum(strength), TANGENTS).tolist():
                left = float(np.exp(-point))
                cut = [(effect, 1.0), *((column, -left * power) for column, power in terms)]
                made.rows.append((cut, -np.inf, 1.0 - left - left * point))
    return unit


def highs(problem: Selection, gap: float, limit: float) -> Reached:
    """HiGHS as it comes, until the true value and its bound are within the gap."""
    import highspy  # here: OR-Tools carries a HiGHS of its own, and one process cannot hold both

    begin = time.monotonic()
    made, unit = model(problem)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(made.gain), len(made.rows)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = (
        np.array(made.gain),
        np.zeros(len(made.gain)),
        np.array(made.upper),
    )
    lp.row_lower_, lp.row_upper_ = (np.array([row[side] for row in made.rows]) for side in (1, 2))
    merged = [_merged(row[0]) for row in made.rows]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(terms) for terms in merged)]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([column for terms in merged for column in terms], np.int32)
    lp.a_matrix_.value_ = np.array([value for terms in merged for value in terms.values()])
    lp.sense_ = highspy.ObjSense.kMaximize
    kinds = [highspy.HighsVarType.kInteger] * made.whole
    lp.integrality_ = kinds + [highspy.HighsVarType.kContinuous] * (len(made.gain) - made.whole)
    solver = highspy.Highs()
    solver.silent()
    solver.passModel(lp)
    for name, value in (("threads", 2), ("mip_rel_gap", 0.0), ("time_limit", limit)):
        solver.setOptionValue(name, value)
    track = _Track(problem, made, unit, gap, begin)

    def heard(event: Any) -> None:
        track.bounded(event.data_out.mip_dual_bound)
        if track.reached is not None:
            event.interrupt()

    solver.cbMipImprovingSolution.subscribe(lambda event: track.better(np.array(event.data_out.mip_solution)))
    solver.cbMipInterrupt.subscribe(heard)
    solver.run()
    if solver.getSolution().value_valid:
        track.better(np.array(solver.getSolution().col_value))
        track.bounded(solver.getInfo().mip_dual_bound)
    return track.ended(limit)


def cp_sat(problem: Selection, gap: float, limit: float) -> Reached:
    """CP-SAT on the same rows in whole numbers, with two workers. Raises ImportError without OR-Tools."""
    from ortools.sat.python import cp_model

    begin, fine = time.monotonic(), 10**6
    made, unit = model(problem)
    solver_model = cp_model.CpModel()
    columns = [
        solver_model.new_int_var(
            0, int(upper) if place < len(made.gain) and made.gain[place] == 0 else fine, ""
        )
        for place, upper in enumerate(made.upper)
    ]
    scale = [1 if gain == 0 else fine for gain in made.gain]
    for terms, lower, upper in made.rows:
        merged = _merged(terms)
        effects = any(scale[column] > 1 for column in merged)
        # Rounded so that the rows allow a little more, never less: the bound stays one.
        factor = fine * 10 if effects else (10**7 if any(v != round(v) for v in merged.values()) else 1)
        slack = len(merged) if factor > 1 else 0
        told = sum(
            round(value * factor / scale[column]) * columns[column] for column, value in merged.items()
        )
        if upper < np.inf:
            solver_model.add(told <= int(np.ceil(upper * factor)) + slack)
        if lower > -np.inf:
            solver_model.add(told >= int(np.floor(lower * factor)) - slack)
    weight = 10**4
    solver_model.maximize(
        sum(round(gain * weight) * column for gain, column in zip(made.gain, columns, strict=True) if gain)
    )
    track = _Track(problem, made, unit, gap, begin)

    class Heard(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            track.better(np.array([self.value(column) for column in columns[: made.whole]], float))
            track.bounded(self.best_objective_bound / weight / fine)
            if track.reached is not None:
                self.stop_search()

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = 2
    solver.parameters.relative_gap_limit = gap / 2

    def bounded(bound: float) -> None:
        track.bounded(bound / weight / fine)
        if track.reached is not None:
            solver.stop_search()

    solver.best_bound_callback = bounded
    solver.solve(solver_model, Heard())
    track.bounded(solver.best_objective_bound / weight / fine)
    return track.ended(limit)


class _Track:
    def __init__(self, problem: Selection, made: Model, unit: float, gap: float, begin: float) -> None:
        self.problem, self.made, self.unit, self.wanted, self.begin = problem, made, unit, gap, begin
        self.value, self.bound = 0.0, float("inf")
        self.reached: float | None = None

    def better(self, columns: Any) -> None:
        number, years = self.problem.size
        starting = columns[: number * years].reshape(number, years) > 0.5
        starts = np.where(starting.any(axis=1), starting.argmax(axis=1), OUT)
        if permitted(self.problem, starts):
            self.value = max(self.value, person_years(self.problem, starts))
        self._look()

    def bounded(self, bound: float) -> None:
        self.bound = min(self.bound, bound * self.unit)
        self._look()

    def gap(self) -> float:
        return (self.bound - self.value) / self.value if self.value > 0 else float("inf")

    def _look(self) -> None:
        if self.reached is None and self.gap() <= self.wanted:
            self.reached = time.monotonic() - self.begin

    def ended(self, limit: float) -> Reached:
        return Reached(limit if self.reached is None else self.reached, self.value, self.bound, self.gap())


def _merged(terms: list[Term]) -> dict[int, float]:
    found: dict[int, float] = defaultdict(float)
    for column, value in terms:
        found[column] += value
    return found

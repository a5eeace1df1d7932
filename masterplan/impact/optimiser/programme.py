"""The selection problem as a mixed-integer linear programme, exact in its whole-number points.

Columns, all between 0 and 1:
- `starts[n, y]`, whole: innovation n starts in year y. Money is counted on these: every coefficient is
  positive, so that the solver finds its cover cuts.
- `begun[n, y]`, whole: it has started by year y, the sum of its starts so far. Rules and relief are told by
  these *by-step* columns, with few terms in each row; branching on one splits the years in two.
- `ready[e, y]`, whole: enabler e is there by year y: at least as much as each that needs it, at most their
  sum. `bought[e, y]`: it is bought in that year.
- `twice[p, y, k]`: what the k-th innovation felt on problem p in year y would take though those before it,
  the stronger ones, have taken it already: r · begun · taken, to be subtracted from the sum of all r · begun.
  McCormick's inequality holds it from below; at whole points it is exact, so that no tangents are needed and
  the bound is one of the true formula. A problem-year felt from one innovation only needs no column.

Money is in shares of its ceiling; person-years are in thousandths of the most that could be relieved.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from masterplan.impact.arrays import Bools, Floats, Ints
from masterplan.impact.optimiser.selection import OUT, Ledger, Selection

NOTHING = 1e-11  # shares of a ceiling this small are beyond what a solver sees
TOO_MUCH = 1e3  # so many times a ceiling is as impossible as more, and kinder to a solver


@dataclass(slots=True)
class Rows:
    """A matrix by rows as it grows: `lower` ≤ coefficients · columns ≤ `upper`."""

    start: array[int] = field(default_factory=lambda: array("i", [0]))
    column: array[int] = field(default_factory=lambda: array("i"))
    coefficient: array[float] = field(default_factory=lambda: array("d"))
    lower: array[float] = field(default_factory=lambda: array("d"))
    upper: array[float] = field(default_factory=lambda: array("d"))

    def add(self, terms: Iterable[tuple[int, float]], lower: float, upper: float) -> None:
        for column, coefficient in terms:
            self.column.append(column)
            self.coefficient.append(coefficient)
        self._end(lower, upper)

    def add_arrays(self, columns: Ints, coefficients: Floats, lower: float, upper: float) -> None:
        self.column.frombytes(columns.astype(np.int32).tobytes())
        self.coefficient.frombytes(coefficients.astype(np.float64).tobytes())
        self._end(lower, upper)

    def _end(self, lower: float, upper: float) -> None:
        self.start.append(len(self.column))
        self.lower.append(lower)
        self.upper.append(upper)

    def __len__(self) -> int:
        return len(self.lower)


@dataclass(frozen=True, slots=True)
class Product:
    """What is taken of one problem in one year: columns of `begun` and shares in order, columns of `twice`,
    the first of which belongs to the second member."""

    begun: tuple[int, ...]
    shares: tuple[float, ...]
    twice: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """`gain` [columns] is maximised, in units of `unit` person-years; `parts` tells the same by problem:
    columns and their gain."""

    selection: Selection
    allowed: Bools
    rows: Rows
    upper: Floats
    lower: Floats
    gain: Floats
    unit: float
    whole: range
    products: tuple[Product, ...]
    money_rows: dict[tuple[int, int], int]
    parts: dict[int, list[tuple[int, float]]]

    def starts(self, columns: Floats) -> Ints:
        """The answer a column vector stands for; one that is not whole is rounded, and may break rules."""
        starting = columns[self.whole.start : self.whole.stop].reshape(self.selection.size)
        if not starting.size:
            return self.selection.nobody()
        return np.where(starting.max(axis=1) > 0.5, starting.argmax(axis=1), OUT)

    def columns(self, starts: Ints) -> Floats:
        """The column vector that stands for an answer."""
        years, costs = self.selection.size[1], self.selection.costs
        columns = np.zeros(len(self.upper))
        begun = (starts[:, None] <= np.arange(years)) & (starts != OUT)[:, None]
        ready = np.zeros((len(costs.capital), years), bool)
        np.logical_or.at(ready, costs.needed, begun[costs.needer])
        parts = (begun, ready, _steps(begun), _steps(ready))
        told = np.concatenate([part.ravel() for part in parts])
        columns[: told.size] = told
        for product in self.products:
            left = 1.0 - product.shares[0] * columns[product.begun[0]]
            for begun_, share, column in zip(
                product.begun[1:], product.shares[1:], product.twice, strict=True
            ):
                columns[column] = share * columns[begun_] * (1.0 - left)
                left *= 1.0 - share * columns[begun_]
        return columns

    def forbid(self, starts: Ints) -> None:
        """Cuts off one answer that a solver's tolerances let through."""
        columns = self.columns(starts)[self.whole.start : self.whole.stop].tolist()
        terms = [
            (place, 1.0 if value > 0.5 else -1.0) for place, value in zip(self.whole, columns, strict=True)
        ]
        self.rows.add(terms, -np.inf, sum(value > 0.5 for value in columns) - 1.0)


def programme(selection: Selection, ledger: Ledger, allowed: Bools) -> Programme:
    return _Writer(selection, ledger, allowed).write()


class _Writer:
    def __init__(self, selection: Selection, ledger: Ledger, allowed: Bools) -> None:
        self.selection, self.ledger, self.allowed = selection, ledger, allowed
        number, years = selection.size
        enablers = len(selection.costs.capital) * years
        self.ready = number * years
        self.starts = self.ready + enablers
        self.bought = self.starts + number * years
        count = self.bought + enablers
        self.rows = Rows()
        self.lower, self.upper, self.gain = [0.0] * count, [1.0] * count, [0.0] * count
        self.products: list[Product] = []
        self.money_rows: dict[tuple[int, int], int] = {}
        self.unit = 1.0
        self.parts: dict[int, list[tuple[int, float]]] = defaultdict(list)

    def write(self) -> Programme:
        self._starts()
        self._enablers()
        self._rules()
        self._money()
        self._relief()
        return Programme(
            self.selection, self.allowed, self.rows,
            np.array(self.upper), np.array(self.lower), np.array(self.gain),
            self.unit, range(self.starts, self.bought), tuple(self.products), self.money_rows,
            dict(self.parts),
        )  # fmt: skip

    def begun(self, row: int, year: int) -> int:
        return row * self.selection.size[1] + year

    def _starts(self) -> None:
        number, years = self.selection.size
        can_have = np.logical_or.accumulate(self.allowed, axis=1)
        for row in range(number):
            for year in range(years):
                begun, start = self.begun(row, year), self.starts + self.begun(row, year)
                if not self.allowed[row, year]:
                    self.upper[start] = 0.0
                if not can_have[row, year]:
                    self.upper[begun] = 0.0
                    continue
                before = [(begun - 1, 1.0)] if year else []
                self.rows.add([(start, 1.0), (begun, -1.0), *before], 0.0, 0.0)
            if years:
                once = range(self.starts + self.begun(row, 0), self.starts + self.begun(row, 0) + years)
                self.rows.add([(start, 1.0) for start in once], float(self.selection.forced[row]), 1.0)

    def _enablers(self) -> None:
        years, costs = self.selection.size[1], self.selection.costs
        users: dict[int, set[int]] = defaultdict(set)
        for user, enabler in zip(costs.needer.tolist(), costs.needed.tolist(), strict=True):
            users[enabler].add(user)
        for enabler in range(len(costs.capital)):
            column = self.ready + enabler * years
            mine = sorted(users[enabler])
            for year in range(years):
                for user in mine:
                    self.rows.add([(self.begun(user, year), 1.0), (column + year, -1.0)], -np.inf, 0.0)
                together = [(self.begun(user, year), -1.0) for user in mine]
                self.rows.add([(column + year, 1.0), *together], -np.inf, 0.0)
                before = [(column + year - 1, 1.0)] if year else []
                bought = self.bought + enabler * years + year
                self.rows.add([(bought, 1.0), (column + year, -1.0), *before], 0.0, 0.0)

    def _rules(self) -> None:
        selection, years = self.selection, self.selection.size[1]
        duration, last = selection.costs.duration.tolist(), years - 1
        for row, other in selection.required.tolist():
            for year in range(years):
                if year < duration[other]:
                    self.upper[self.begun(row, year)] = 0.0
                else:
                    ready = self.begun(other, year - duration[other])
                    self.rows.add([(self.begun(row, year), 1.0), (ready, -1.0)], -np.inf, 0.0)
        for group in selection.alternatives:
            self.rows.add([(self.begun(row, last), 1.0) for row in group.members.tolist()], -np.inf, 1.0)
        for minimum in selection.minimums:
            everyone = [(self.begun(row, last), 1.0) for row in minimum.members.tolist()]
            self.rows.add(everyone, float(minimum.limit), np.inf)
        quick = selection.quick_wins
        if quick.limit > 0:
            at_once = [(self.begun(row, 0), 1.0) for row in quick.members.tolist()]
            self.rows.add(at_once, float(quick.limit), np.inf)
        for crew in selection.crews:
            if len(crew.members) > crew.limit:
                self._crew(crew.members.tolist(), crew.limit, duration)

    def _crew(self, members: list[int], limit: int, duration: list[int]) -> None:
        for year in range(self.selection.size[1]):
            building = [(self.begun(row, year), 1.0) for row in members]
            building += [
                (self.begun(row, year - duration[row]), -1.0) for row in members if year >= duration[row]
            ]
            self.rows.add(building, -np.inf, float(limit))

    def _money(self) -> None:
        ledger, years = self.ledger, self.selection.size[1]
        for account, year in np.argwhere(np.isfinite(ledger.most)).tolist():
            most = float(ledger.most[account, year])
            spend = np.where(self.allowed, ledger.spend[:, :, account, year], 0.0) / most
            columns, terms = _terms(spend, self.starts)
            if account == 0 and len(ledger.enabler):
                more = _terms(ledger.enabler[:, :years, year] / most, self.bought)
                columns, terms = np.concatenate([columns, more[0]]), np.concatenate([terms, more[1]])
            if len(columns):
                self.money_rows[account, year] = len(self.rows)
                self.rows.add_arrays(columns, terms, -np.inf, 1.0)

    def _relief(self) -> None:
        selection, (_, years) = self.selection, self.selection.size
        reliefs, discount = selection.reliefs, selection.calendar.discount
        by_problem: dict[int, list[int]] = defaultdict(list)
        for relief in np.argsort(-reliefs.share, kind="stable").tolist():
            if reliefs.share[relief] > 0:
                by_problem[int(reliefs.problem[relief])].append(relief)
        most = float(reliefs.weight[sorted(by_problem)].sum() * discount.sum()) if by_problem else 0.0
        self.unit = most / 1000.0 if most > 0 else 1.0
        for problem, members in sorted(by_problem.items()):
            for year in range(years):
                weight = float(reliefs.weight[problem] * discount[year]) / self.unit
                felt = [
                    (self.begun(int(reliefs.innovation[one]), year - int(reliefs.wait[one])), float(reliefs.share[one]))
                    for one in members
                    if year >= reliefs.wait[one]
                ]  # fmt: skip
                felt = [(column, share) for column, share in felt if self.upper[column] > 0]
                if felt and weight > 0:
                    self._product(problem, felt, weight)

    def _brings(self, problem: int, column: int, gain: float) -> None:
        self.gain[column] += gain
        self.parts[problem].append((column, gain))

    def _product(self, problem: int, felt: list[tuple[int, float]], weight: float) -> None:
        taken: list[tuple[int, float]] = []  # what is taken so far: Σ r · begun − Σ twice
        least, twice = 1.0, []
        for column, share in felt:
            self._brings(problem, column, weight * share)
            if taken:
                now = len(self.upper)
                self.lower.append(0.0)
                self.upper.append(share * (1.0 - least))
                self.gain.append(0.0)
                # twice ≥ r · (taken before − most · (1 − begun))
                minus = [(before, -share * part) for before, part in taken]
                most = share * (1.0 - least)
                self.rows.add([(now, 1.0), *minus, (column, -most)], -most, np.inf)
                self._brings(problem, now, -weight)
                taken.append((now, -1.0))
                twice.append(now)
            taken.append((column, share))
            least *= 1.0 - share
        if twice:
            columns, shares = zip(*felt, strict=True)
            self.products.append(Product(columns, shares, tuple(twice)))


def _steps(begun: Bools) -> Bools:
    """Where something is for the first time."""
    first = begun.copy()
    first[:, 1:] &= ~begun[:, :-1]
    return first


def _terms(amount: Floats, offset: int) -> tuple[Ints, Floats]:
    flat = np.minimum(amount.ravel(), TOO_MUCH)
    places = np.flatnonzero(flat > NOTHING)
    return places + offset, flat[places]

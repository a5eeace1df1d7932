"""The selection problem as a mixed-integer linear programme, exact in its whole-number points.

Columns, all between 0 and 1:
- `begun[n, y]`, whole: innovation n has started by year y. Starting in y is begun[y] − begun[y − 1]; these
  *by-step* columns branch better than one column a start (Bertsimas, Lulli, Odoni, *Operations Research*
  2011, on air traffic; PARTS.md measured it here).
- `ready[e, y]`: enabler e is there by year y: at least as much as each that needs it, at most their sum.
  At whole points it is whole by itself.
- `left[p, y, k]`: what is left of problem p in year y after the k-th innovation felt on it, the strongest
  first: left[k] = left[k − 1] · (1 − r · begun). Both inequalities of McCormick hold it from below; at
  whole points they are exact, so that no tangents are needed and the bound is one of the true formula. A
  problem-year felt from one innovation only needs no column.

Money is in shares of its ceiling; person-years are in thousandths of the most that could be relieved.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from masterplan.impact.arrays import Bools, Floats, Ints
from masterplan.impact.optimiser.selection import OUT, Ledger, Selection

NOTHING = 1e-11  # shares of a ceiling this small are beyond what a solver sees
TOO_MUCH = 1e3  # so many times a ceiling is as impossible as more, and kinder to a solver


@dataclass(slots=True)
class Rows:
    """A matrix by rows as it grows: `lower` ≤ coefficients · columns ≤ `upper`."""

    start: list[int] = field(default_factory=lambda: [0])
    column: list[int] = field(default_factory=list)
    coefficient: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)

    def add(self, terms: list[tuple[int, float]], lower: float, upper: float) -> None:
        for column, coefficient in terms:
            self.column.append(column)
            self.coefficient.append(coefficient)
        self.start.append(len(self.column))
        self.lower.append(lower)
        self.upper.append(upper)

    def __len__(self) -> int:
        return len(self.lower)


@dataclass(frozen=True, slots=True)
class Product:
    """What is left of one problem in one year: columns of `begun` and shares in order, columns of `left`,
    the first of which belongs to the second member (the first is linear in it)."""

    begun: tuple[int, ...]
    shares: tuple[float, ...]
    left: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """`gain` [columns] is maximised, plus `constant`, in units of `unit` person-years; `parts` tells the same
    by problem: columns and their gain, None standing for the constant."""

    selection: Selection
    allowed: Bools
    rows: Rows
    upper: Floats
    lower: Floats
    gain: Floats
    constant: float
    unit: float
    whole: int
    products: tuple[Product, ...]
    money_rows: dict[tuple[int, int], int]
    parts: dict[int, list[tuple[int | None, float]]]

    def starts(self, columns: Floats) -> Ints:
        """The answer a column vector stands for."""
        number, years = self.selection.size
        begun = columns[: number * years].reshape(number, years) > 0.5
        return np.where(begun[:, -1], begun.argmax(axis=1), OUT) if years else np.full(number, OUT)

    def starting(self, columns: Floats) -> Floats:
        """How much of each innovation starts in each year [N, Y] in a column vector, whole or not."""
        number, years = self.selection.size
        begun = columns[: number * years].reshape(number, years)
        return np.diff(begun, axis=1, prepend=0.0)

    def columns(self, starts: Ints) -> Floats:
        """The column vector that stands for an answer."""
        number, years = self.selection.size
        columns = np.zeros(len(self.upper))
        begun = (starts[:, None] <= np.arange(years)) & (starts != OUT)[:, None]
        columns[: number * years] = begun.ravel()
        costs = self.selection.costs
        ready = np.zeros((len(costs.capital), years), bool)
        np.logical_or.at(ready, costs.needed, begun[costs.needer])
        columns[number * years : number * years + ready.size] = ready.ravel()
        for product in self.products:
            left = 1.0 - product.shares[0] * columns[product.begun[0]]
            for begun_, share, column in zip(
                product.begun[1:], product.shares[1:], product.left, strict=True
            ):
                left *= 1.0 - share * columns[begun_]
                columns[column] = left
        return columns

    def forbid(self, starts: Ints) -> None:
        """Cuts off one answer that a solver's tolerances let through."""
        columns = self.columns(starts)[: self.whole].tolist()
        terms = [(place, 1.0 if value > 0.5 else -1.0) for place, value in enumerate(columns)]
        self.rows.add(terms, -np.inf, sum(value > 0.5 for value in columns) - 1.0)


def programme(selection: Selection, ledger: Ledger, allowed: Bools) -> Programme:
    return _Writer(selection, ledger, allowed).write()


class _Writer:
    def __init__(self, selection: Selection, ledger: Ledger, allowed: Bools) -> None:
        self.selection, self.ledger, self.allowed = selection, ledger, allowed
        number, years = selection.size
        self.ready = number * years
        count = self.ready + len(selection.costs.capital) * years
        self.rows = Rows()
        self.lower, self.upper, self.gain = [0.0] * count, [1.0] * count, [0.0] * count
        self.products: list[Product] = []
        self.money_rows: dict[tuple[int, int], int] = {}
        self.constant, self.unit = 0.0, 1.0
        self.parts: dict[int, list[tuple[int | None, float]]] = defaultdict(list)

    def write(self) -> Programme:
        self._starts()
        self._enablers()
        self._rules()
        self._money()
        self._relief()
        return Programme(
            self.selection, self.allowed, self.rows,
            np.array(self.upper), np.array(self.lower), np.array(self.gain),
            self.constant, self.unit, self.ready, tuple(self.products), self.money_rows,
            dict(self.parts),
        )  # fmt: skip

    def begun(self, row: int, year: int) -> int:
        return row * self.selection.size[1] + year

    def _starts(self) -> None:
        number, years = self.selection.size
        can_have = np.logical_or.accumulate(self.allowed, axis=1)
        for row in range(number):
            for year in range(years):
                if not can_have[row, year]:
                    self.upper[self.begun(row, year)] = 0.0
                elif year:
                    here = [(self.begun(row, year - 1), 1.0), (self.begun(row, year), -1.0)]
                    self.rows.add(here, -np.inf if self.allowed[row, year] else 0.0, 0.0)
            if self.selection.forced[row] and years:
                self.lower[self.begun(row, years - 1)] = 1.0

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
                if year:
                    self.rows.add([(column + year - 1, 1.0), (column + year, -1.0)], -np.inf, 0.0)

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
        """A start's spending, told by steps: begun[s] carries what starting in s spends more than in s + 1."""
        ledger, years = self.ledger, self.selection.size[1]
        for account, year in np.argwhere(np.isfinite(ledger.most)).tolist():
            most = float(ledger.most[account, year])
            spend = _by_step(np.minimum(ledger.spend[:, :, account, year] / most, TOO_MUCH))
            terms = _terms(spend, 0)
            if account == 0 and len(ledger.enabler):
                bought = np.minimum(ledger.enabler[:, :years, year] / most, TOO_MUCH)
                terms += _terms(_by_step(bought), self.ready)
            if terms and ledger.spend[:, :, account, year].any():
                self.money_rows[account, year] = len(self.rows)
                self.rows.add(terms, -np.inf, 1.0)

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

    def _brings(self, problem: int, column: int | None, gain: float) -> None:
        if column is None:
            self.constant += gain
        else:
            self.gain[column] += gain
        self.parts[problem].append((column, gain))

    def _product(self, problem: int, felt: list[tuple[int, float]], weight: float) -> None:
        first, share = felt[0]
        if len(felt) == 1:
            self._brings(problem, first, weight * share)
            return
        before: list[tuple[int, float]] = [(first, -share)]  # what is left so far, less `constant`
        constant, least, left = 1.0, 1.0 - share, []
        for begun, share_ in felt[1:]:
            now = len(self.upper)
            least_now = least * (1.0 - share_)
            self.lower.append(least_now)
            self.upper.append(1.0)
            self.gain.append(0.0)
            # now ≥ before − r · begun, and now ≥ (1 − r) · before + r · least · (1 − begun)
            minus = [(column, -value) for column, value in before]
            self.rows.add([(now, 1.0), *minus, (begun, share_)], constant, np.inf)
            rest = [(column, -(1.0 - share_) * value) for column, value in before]
            right = (1.0 - share_) * constant + share_ * least
            self.rows.add([(now, 1.0), *rest, (begun, share_ * least)], right, np.inf)
            left.append(now)
            before, constant, least = [(now, 1.0)], 0.0, least_now
        self._brings(problem, left[-1], -weight)
        self._brings(problem, None, weight)
        self.products.append(
            Product(tuple(column for column, _ in felt), tuple(part for _, part in felt), tuple(left))
        )


def _by_step(amount: Floats) -> Floats:
    later = np.zeros_like(amount)
    later[:, :-1] = amount[:, 1:]
    return amount - later


def _terms(amount: Floats, offset: int) -> list[tuple[int, float]]:
    flat = amount.ravel()
    return [(offset + int(place), float(flat[place])) for place in np.flatnonzero(np.abs(flat) > NOTHING)]

"""A good answer without a solver: tabu search with strategic oscillation.

Every step prices all moves at once: each innovation to each other start, or out. A move is worth what it
brings, less a *toll* for money beyond a ceiling and for other rules broken. The tolls rise while a rule is
broken and fall while all hold, so that the search swings through the border of what is allowed, where the
best answers lie; whoever moved may not move back for a while (Glover & Kochenberger, *Critical event tabu
search for multidimensional knapsack problems*, 1996). It begins at the rounded relaxation, with tolls from
its prices. The number of steps is fixed and the seed given, so the same plan gets the same answer.

Inside this file a start is 0…Y−1, and Y means out: the last column of every [N, Y + 1] table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from masterplan.impact.arrays import Bools, Floats, Ints
from masterplan.impact.optimiser.selection import OUT, Ledger, Quota, Selection, permitted, person_years

RISE, FALL, REST = 1.15, 0.6, 0.96  # of a toll: while broken, when all rules hold, while others are broken
TENURE = (4, 9)  # steps an innovation stays where it was moved to; twice as long away from where it was
STALL = 100  # steps without a better answer before the search goes back to the best and is shaken
AT_ONCE = 150  # innovations for each move made in one step
MOST = 1e3  # so many times a ceiling is as impossible as more
CERTAIN = 1.0 - 1e-9  # a share of 1 leaves nothing to divide by


class Moves(NamedTuple):
    """All moves [N, Y + 1]: person-years each start brings given all the others, the toll of the money above
    its ceilings, and how far other rules are broken as far as the innovation takes part in them."""

    gain: Floats
    excess: Floats
    broken: Floats


class Board:
    """An answer, allowed or not, and what each change of it would do."""

    def __init__(self, selection: Selection, ledger: Ledger, allowed: Bools) -> None:
        number, years = selection.size
        self.selection, self.out, self.row = selection, years, np.arange(number)
        self.possible = np.ones((number, years + 1), bool)
        self.possible[:, :years] = allowed
        self._money(ledger)
        self._reliefs()
        self._rules()
        self.load(selection.nobody())

    def _money(self, ledger: Ledger) -> None:
        number, years = self.selection.size
        costs = self.selection.costs
        binding = np.isfinite(ledger.most) & (ledger.spend.max(axis=(0, 1), initial=0.0) > 0)
        binding[0] = np.isfinite(ledger.most[0])
        self.binding = binding
        most = np.maximum(ledger.most[binding], 1e-9)
        self.spend = np.zeros((number, years + 1, len(most)))  # in shares of the ceiling
        self.spend[:, :years] = np.minimum(ledger.spend[:, :, binding] / most, MOST)
        self.total = slice(int(binding[0].sum()))  # columns of all money together come first
        self.enabler = np.minimum(ledger.enabler[:, :, binding[0]] / most[self.total], MOST)
        self.needer, self.needed = costs.needer, costs.needed
        users: list[list[int]] = [[] for _ in costs.capital]
        for innovation, enabler in zip(costs.needer.tolist(), costs.needed.tolist(), strict=True):
            users[enabler].append(innovation)
        self.users = np.full((len(users), 2 + max(map(len, users), default=0)), number)
        for enabler, mine in enumerate(users):
            self.users[enabler, : len(mine)] = mine

    def _reliefs(self) -> None:
        reliefs, (number, years) = self.selection.reliefs, self.selection.size
        order = np.argsort(reliefs.innovation, kind="stable")
        self.by, self.problem = reliefs.innovation[order], reliefs.problem[order]
        self.share = np.minimum(reliefs.share[order], CERTAIN)
        self.weight = reliefs.weight[:, None] * self.selection.calendar.discount  # [P, Y]
        self.worth = self.weight[self.problem] * self.share[:, None]  # [K, Y]
        self.felt_from = np.minimum(np.arange(years + 1) + reliefs.wait[order, None], years)  # [K, Y + 1]
        self.relieving, self.relief_from = np.unique(self.by, return_index=True)
        self.mine = [np.flatnonzero(self.by == row) for row in range(number)]
        self.together = [np.flatnonzero(self.problem == place) for place in range(len(reliefs.weight))]

    def _rules(self) -> None:
        selection, (number, years) = self.selection, self.selection.size
        start, year, duration = np.arange(years + 1), np.arange(years), selection.costs.duration
        self.required = selection.required
        waits = duration[self.required[:, 1]][:, None, None]
        soon = (start[:, None] != years) & (start + waits > start[:, None])  # [R, its start, the other's]
        soon[:, :years, years] = True
        self.too_soon = soon.astype(float)
        self.urgent = np.ones(len(self.required))  # rises while one is broken, so that chains come apart
        self.crew, self.limit = _quotas(selection.crews, number, number + 1)
        self.group, self.most = _quotas(selection.alternatives, number, number + 1)
        self.crowded = np.ones(len(self.most))  # as urgent, for groups of alternatives
        self.kind, self.least = _quotas(selection.minimums, number, -1)
        self.quick = np.zeros(number, bool)
        self.quick[selection.quick_wins.members] = True
        self.building = np.zeros((number, years + 1, years))
        self.building[:, :years] = (start[:years, None] <= year) & (
            year < start[:years, None] + duration[:, None, None]
        )

    def load(self, starts: Ints) -> None:
        years = self.selection.size[1]
        self.start = np.where(starts == OUT, years, starts)
        from_year = self.felt_from[np.arange(len(self.by)), self.start[self.by]]
        self.factor = 1.0 - self.share[:, None] * (np.arange(years) >= from_year[:, None])  # [K, Y]
        self.left = np.ones_like(self.weight)
        for problem, reliefs in enumerate(self.together):
            self.left[problem] = self.factor[reliefs].prod(axis=0)
        self.first, self.second = self._needed()
        self.used = self.spend[self.row, self.start].sum(axis=0)
        self.used[self.total] += self.enabler[np.arange(len(self.first)), self.first].sum(axis=0)
        self.busy = np.zeros((len(self.limit), years))
        np.add.at(self.busy, self.crew, self.building[self.row, self.start])

    def starts(self) -> Ints:
        return np.where(self.start == self.out, OUT, self.start)

    def move(self, row: int, start: int) -> None:
        before, first = self.start[row], self.first
        self.start[row] = start
        self.used += self.spend[row, start] - self.spend[row, before]
        if len(first):
            self.first, self.second = self._needed()
            for enabler in np.flatnonzero(self.first != first).tolist():
                change = self.enabler[enabler, self.first[enabler]] - self.enabler[enabler, first[enabler]]
                self.used[self.total] += change
        self.busy[self.crew[row]] += self.building[row, start] - self.building[row, before]
        mine = self.mine[row]
        felt = np.arange(self.out) >= self.felt_from[mine, start][:, None]
        self.factor[mine] = 1.0 - self.share[mine, None] * felt
        for problem in self.problem[mine].tolist():
            self.left[problem] = self.factor[self.together[problem]].prod(axis=0)

    def _needed(self) -> tuple[Ints, Ints]:
        """The first and the second earliest start that needs each enabler [E]."""
        starts = np.append(self.start, self.out)[self.users]
        starts.sort(axis=1)
        return starts[:, 0], starts[:, 1]

    def value(self) -> float:
        return float((self.weight * (1.0 - self.left)).sum())

    def moves(self, toll: Floats) -> Moves:
        """`toll` [columns of money]: person-years for each share of a ceiling too much."""
        return Moves(self.gains(), self._excess(toll), self._broken())

    def gains(self) -> Floats:
        """Person-years each start brings [N, Y + 1], given all the others."""
        worth = self.worth * (self.left[self.problem] / self.factor)
        tail = np.zeros((len(worth), self.out + 1))
        np.cumsum(worth[:, ::-1], axis=1, out=tail[:, :-1][:, ::-1])
        gains = np.zeros(self.possible.shape)
        if len(worth):
            each = np.take_along_axis(tail, self.felt_from, axis=1)
            gains[self.relieving] = np.add.reduceat(each, self.relief_from, axis=0)
        return gains

    def _excess(self, toll: Floats) -> Floats:
        above = self.spend + (self.used - 1.0 - self.spend[self.row, self.start])[:, None, :]
        if len(self.needer):
            first = self.first[self.needed]
            others = np.where(self.start[self.needer] == first, self.second[self.needed], first)
            then = np.minimum(others[:, None], np.arange(self.out + 1))
            change = self.enabler[self.needed[:, None], then] - self.enabler[self.needed, first][:, None, :]
            np.add.at(above[:, :, self.total], self.needer, change)
        np.maximum(above, 0.0, out=above)
        excess: Floats = above @ toll
        return excess

    def _broken(self) -> Floats:
        selection, out, start = self.selection, self.out, self.start
        above = (self.busy - self.limit[:, None])[self.crew] - self.building[self.row, start]
        broken: Floats = np.maximum(above[:, None, :] + self.building, 0.0).sum(axis=2)
        if len(self.required):
            waiting, other = self.required.T
            rule = np.arange(len(waiting))
            urgent = self.urgent[:, None]
            np.add.at(broken, waiting, urgent * self.too_soon[rule, :, start[other]])
            np.add.at(broken, other, urgent * self.too_soon[rule, start[waiting], :])
        chosen = start < out
        others = np.bincount(self.group, chosen, len(self.most))[self.group] - chosen
        crowd = self.crowded[self.group] * np.maximum(others + 1 - self.most[self.group], 0)
        broken[:, :out] += crowd[:, None]
        missing = self.least[self.kind] - np.bincount(self.kind, chosen, len(self.least))[self.kind] + chosen
        broken += np.maximum(missing, 0)[:, None]
        broken[:, :out] -= (missing > 0)[:, None]
        at_once = self.quick & (start == 0)
        missing = self.quick * (selection.quick_wins.limit - at_once.sum() + at_once)
        broken += np.maximum(missing, 0)[:, None]
        broken[:, 0] -= missing > 0
        broken[selection.forced, out] += 1.0
        return broken

    def allowed(self) -> bool:
        """Whether every rule holds, as far as these numbers tell."""
        selection, start, out = self.selection, self.start, self.out
        if (self.used > 1.0).any() or (self.busy > self.limit[:, None]).any():
            return False
        return self.rules_hold() and not (selection.forced & (start == out)).any()

    def waiting(self) -> Bools:
        """Which required one [R] does not work in time."""
        waiting, other = self.required.T
        soon: Bools = self.too_soon[np.arange(len(waiting)), self.start[waiting], self.start[other]] > 0
        return soon

    def crowds(self) -> Bools:
        """Which group of alternatives has more than one chosen."""
        many: Bools = np.bincount(self.group, self.start < self.out, len(self.most)) > self.most
        return many

    def press(self) -> None:
        """Makes the rules that are broken now more urgent than the others."""
        self.urgent = np.where(self.waiting(), RISE * self.urgent, 1.0)
        self.crowded = np.where(self.crowds(), RISE * self.crowded, 1.0)

    def rules_hold(self) -> bool:
        selection, start, out = self.selection, self.start, self.out
        if self.waiting().any():
            return False
        if self.crowds().any():
            return False
        chosen = start < out
        if (np.bincount(self.kind, chosen, len(self.least)) < self.least).any():
            return False
        return bool((self.quick & (start == 0)).sum() >= selection.quick_wins.limit)


def _quotas(quotas: Sequence[Quota], number: int, unbound: int) -> tuple[Ints, Floats]:
    """To which quota each innovation belongs [N], and their limits; those in none have one of their own."""
    member = np.full(number, len(quotas))
    for place, quota in enumerate(quotas):
        member[quota.members] = place
    return member, np.array([quota.limit for quota in quotas] + [unbound], float)


class Search:
    """`prices` [A, Y]: what a rupiah of each account and year is worth in person-years; `found` hears of
    every better answer, which keeps all rules to the rupiah, and its person-years."""

    def __init__(
        self,
        selection: Selection,
        ledger: Ledger,
        allowed: Bools,
        prices: Floats,
        seed: int = 0,
        stop: Callable[[], bool] = lambda: False,
        found: Callable[[Ints, float], None] = lambda _starts, _value: None,
    ) -> None:
        self.selection, self.stop, self.found = selection, stop, found
        self.board = Board(selection, ledger, allowed)
        self.rng = np.random.default_rng(seed)
        self.alone = np.where(self.board.possible, self.board.gains(), 0.0)[
            :, :-1
        ]  # person-years of each start alone
        self.scale = float(np.median(self.alone[self.alone > 0])) if (self.alone > 0).any() else 1.0
        price = prices[self.board.binding] * np.maximum(ledger.most[self.board.binding], 1e-9)
        if not price.any():  # nothing known: what a share of a ceiling brings if everything is chosen
            price = price + self.alone.max(axis=1, initial=0.0).sum() / max(1.0, self.board.spend[:, 0].sum())
        self.fair = np.maximum(price, 0.3 * np.median(price[price > 0])) if price.any() else price + 1.0
        self.best: Ints | None = None
        self.best_value = -np.inf

    def rough(self) -> Ints:
        """What brings most for its money, as long as there is money; it may break rules."""
        start = self.alone.argmax(axis=1)
        money = self.board.spend[self.board.row, start][:, self.board.total].sum(axis=1)
        value = self.alone.max(axis=1)
        order = np.argsort(-value / np.maximum(money, 1e-12), kind="stable")
        fits = (money[order].cumsum() <= self.board.total.stop) & (value[order] > 0)
        starts = self.selection.nobody()
        starts[order[fits]] = start[order[fits]]
        return starts

    def run(self, start: Ints, steps: int) -> None:
        board, rng = self.board, self.rng
        board.load(start)
        self._keep()
        toll, other, fresh = 1.5 * self.fair, self.scale, 0
        tabu = np.zeros(board.possible.shape, np.int64)
        for step in range(1, steps + 1):
            if self.stop():
                return
            for row, to in self._chosen(board.moves(toll), tabu > step, other):
                tenure = int(rng.integers(*TENURE))
                tabu[row] = np.maximum(tabu[row], step + tenure // 2)
                tabu[row, board.start[row]] = step + 2 * tenure
                board.move(row, to)
            if board.allowed():
                fresh = step if self._keep() else fresh
                toll, other = FALL * toll, 0.95 * other
            else:
                toll = toll * np.where(board.used > 1.0, RISE, REST)
                board.press()
                other = min(1.05 * other, 2 * self.alone.max(initial=self.scale))
            if step - fresh > STALL and self.best is not None:
                fresh, other = step, self.scale
                toll = self.fair * float(rng.choice([1.0, 1.5, 2.0]))
                tabu[:] = 0
                self._shake(tabu, step)

    def _chosen(self, moves: Moves, tabu: Bools, other: float) -> list[tuple[int, int]]:
        """The best move, or, in a large plan, the best ones while each still fits beside those before it."""
        board, now = self.board, (self.board.row, self.board.start)
        gain = moves.gain - moves.gain[now][:, None]
        wrong = moves.broken - moves.broken[now][:, None]
        free = board.possible & ~tabu
        free[now] = False
        score = np.where(free, gain - (moves.excess - moves.excess[now][:, None]) - other * wrong, -np.inf)
        if self.best is not None and board.rules_hold():
            better = board.possible & (moves.excess <= 0) & (wrong <= 0)
            better &= board.value() + gain > self.best_value * (1 + 1e-9)
            score = np.where(better, gain + 1e3 * abs(self.best_value), score)
        to = score.argmax(axis=1)
        best = score[board.row, to]
        rows = np.argsort(-best, kind="stable")[: max(1, len(best) // AT_ONCE)].tolist()
        chosen: list[tuple[int, int]] = []
        used = board.used.copy()
        for row in rows:
            more = board.spend[row, to[row]] - board.spend[row, board.start[row]]
            if best[row] == -np.inf or (chosen and best[row] <= 0):
                break
            if not chosen or ((used + more <= 1.0) | (more <= 0)).all():
                used += more
                chosen.append((row, int(to[row])))
        return chosen

    def _shake(self, tabu: Ints, step: int) -> None:
        """Back to the best answer, with a few innovations put in or out that must stay so for a while."""
        board, rng = self.board, self.rng
        assert self.best is not None
        board.load(self.best)
        for row in rng.integers(len(self.best), size=int(rng.integers(2, 6))).tolist():
            starts = np.flatnonzero(board.possible[row])
            board.move(row, board.out if board.start[row] < board.out else int(rng.choice(starts)))
            tabu[row] = step + int(rng.integers(10, 25))

    def _keep(self) -> bool:
        """Keeps the answer on the board where it is the best so far."""
        if not self.board.allowed() or self.board.value() <= self.best_value * (1 + 1e-12):
            return False
        starts = self.board.starts()
        value = person_years(self.selection, starts)
        if value <= self.best_value or not permitted(self.selection, starts):
            return False
        self.best, self.best_value = starts, value
        self.found(starts, value)
        return True

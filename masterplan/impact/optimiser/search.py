"""A first good answer without a solver: greedy insertion, then ruin and recreate.

Every step prices all possible starts of all innovations at once. What an innovation brings is its margin
over what is already chosen; what it costs is its spending at the prices of the money (the duals of the
linear relaxation). Parts of the answer are torn down and built up again, a little differently, and kept
when better (Schrimpf et al., *Record breaking optimization results using the ruin and recreate principle*,
2000). The number of rounds is fixed and the seed given, so the same plan gets the same answer.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from masterplan.impact.arrays import Bools, Floats, Ints
from masterplan.impact.optimiser.selection import OUT, Ledger, Selection, demands_met, permitted, person_years

SLACK = 1e-9


class Board:
    """An answer being built: what is chosen, what of every problem is left, and the money still there."""

    def __init__(self, selection: Selection, ledger: Ledger, allowed: Bools) -> None:
        self.selection, self.ledger, self.allowed = selection, ledger, allowed
        number, years = selection.size
        reliefs, costs = selection.reliefs, selection.costs
        self.needs = np.zeros((number, len(costs.capital)))
        self.needs[costs.needer, costs.needed] = 1.0
        by_needer = np.argsort(costs.needer, kind="stable")
        self.needed = costs.needed[by_needer]
        self.needers, self.need_from = np.unique(costs.needer[by_needer], return_index=True)
        self.crew = np.full(number, -1)
        for position, crew in enumerate(selection.crews):
            self.crew[crew.members] = position
        self.crew_limit = np.array([crew.limit for crew in selection.crews] or [0])
        self.group = [
            np.flatnonzero([row in one.members for one in selection.alternatives]) for row in range(number)
        ]
        self.requires: list[list[int]] = [[] for _ in range(number)]
        self.needed_by: list[list[int]] = [[] for _ in range(number)]
        for innovation, other in selection.required.tolist():
            self.requires[innovation].append(other)
            self.needed_by[other].append(innovation)
        self.grouped = [row for row in range(number) if self.group[row].size]
        self.waiting = [row for row in range(number) if self.requires[row]]
        order = np.argsort(reliefs.innovation, kind="stable")
        self.order = order
        self.relieving, self.relief_from = np.unique(reliefs.innovation[order], return_index=True)
        bounds = np.searchsorted(reliefs.innovation[order], np.arange(number + 1))
        self.reliefs_of = [order[bounds[row] : bounds[row + 1]] for row in range(number)]
        self.weighted = reliefs.weight[:, None] * selection.calendar.discount  # [P, Y]
        self.felt = np.minimum(np.arange(years)[None, :] + reliefs.wait[:, None], years)  # [K, Y]
        self.clear()

    def clear(self) -> None:
        number, years = self.selection.size
        self.starts: Ints = np.full(number, OUT)
        self.left = np.ones((len(self.selection.reliefs.weight), years))
        self.room = self.ledger.most.copy()
        self.first = np.full(len(self.selection.costs.capital), years)  # first year an enabler is needed
        self.users: list[list[int]] = [[] for _ in self.first]
        self.busy = np.zeros((len(self.crew_limit), years), np.int64)
        self.taken = np.zeros(max(1, len(self.selection.alternatives)), np.int64)

    def load(self, starts: Ints) -> None:
        self.clear()
        for row in np.flatnonzero(starts != OUT).tolist():
            self.put(row, int(starts[row]))

    def gains(self) -> Floats:
        """Person-years each start would add [N, Y] to what is chosen."""
        reliefs, (number, years) = self.selection.reliefs, self.selection.size
        worth = self.weighted * self.left
        tail = np.zeros((worth.shape[0], years + 1))
        tail[:, :years] = worth[:, ::-1].cumsum(axis=1)[:, ::-1]
        each = reliefs.share[:, None] * np.take_along_axis(tail[reliefs.problem], self.felt, axis=1)
        total = np.zeros((number, years))
        if each.size:
            of_one = np.add.reduceat(each[self.order], self.relief_from, axis=0)
            total[self.relieving] = of_one
        return total

    def bought(self) -> Floats:
        """What each enabler would add to all money together [E, Y, Y] if first needed in each year."""
        row, years = np.arange(len(self.first)), self.selection.size[1]
        earlier = np.minimum(np.arange(years)[None, :], self.first[:, None])
        before = self.ledger.enabler[row, self.first]
        change: Floats = self.ledger.enabler[row[:, None], earlier] - before[:, None, :]
        return change

    def of_innovations(self, of_enablers: Floats) -> Floats:
        """Sums an amount of each enabler [E, …] over those an innovation needs [N, …]."""
        total = np.zeros((self.selection.size[0], *of_enablers.shape[1:]))
        if self.needed.size:
            total[self.needers] = np.add.reduceat(of_enablers[self.needed], self.need_from, axis=0)
        return total

    def open(self, extra: Floats) -> Bools:
        """Which starts [N, Y] keep every rule of what may not be exceeded."""
        years = self.selection.size[1]
        fits: Bools = self.allowed & (self.starts == OUT)[:, None]
        rows = np.flatnonzero(fits.any(axis=1))
        if rows.size == 0:
            return fits
        money: Bools = np.all(self.ledger.spend[rows] <= self.room + SLACK * np.abs(self.room), axis=3)
        total = self.ledger.spend[rows, :, 0, :] + extra[rows]
        money[:, :, 0] = np.all(total <= self.room[0] + SLACK * np.abs(self.room[0]), axis=2)
        fits[rows] &= money.all(axis=2)
        duration = self.selection.costs.duration
        if len(self.selection.crews):
            full = np.zeros((len(self.crew_limit), years + 1), np.int64)
            full[:, 1:] = (self.busy >= self.crew_limit[:, None]).cumsum(axis=1)
            led = rows[self.crew[rows] >= 0]
            end = np.minimum(np.arange(years)[None, :] + duration[led, None], years)
            mine = full[self.crew[led]]
            fits[led] &= np.take_along_axis(mine, end, axis=1) == mine[:, :years]
        for row in self.grouped:
            if any(self.taken[group] >= 1 for group in self.group[row]):
                fits[row] = False
        for row in self.waiting:
            for other in self.requires[row]:
                ready = years if self.starts[other] == OUT else self.starts[other] + duration[other]
                fits[row, : min(ready, years)] = False
        return fits

    def fits(self, row: int, start: int) -> bool:
        """Whether one start still keeps every rule of what may not be exceeded."""
        years, duration = self.selection.size[1], self.selection.costs.duration
        spend = self.ledger.spend[row, start]
        added = np.zeros_like(spend)
        for enabler in np.flatnonzero(self.needs[row]).tolist():
            earlier = min(int(self.first[enabler]), start)
            added[0] += (
                self.ledger.enabler[enabler, earlier] - self.ledger.enabler[enabler, self.first[enabler]]
            )
        if (spend + added > self.room + SLACK * np.abs(self.room)).any():
            return False
        crew = self.crew[row]
        end = min(start + int(duration[row]), years)
        if crew >= 0 and (self.busy[crew, start:end] >= self.crew_limit[crew]).any():
            return False
        if any(self.taken[group] >= 1 for group in self.group[row]):
            return False
        return all(
            self.starts[other] != OUT and self.starts[other] + duration[other] <= start
            for other in self.requires[row]
        )

    def put(self, row: int, start: int) -> None:
        reliefs, years = self.selection.reliefs, self.selection.size[1]
        self.starts[row] = start
        self.room -= self.ledger.spend[row, start]
        for relief in self.reliefs_of[row]:
            self.left[reliefs.problem[relief], start + reliefs.wait[relief] :] *= 1.0 - reliefs.share[relief]
        for enabler in np.flatnonzero(self.needs[row]).tolist():
            self.users[enabler].append(row)
            self._need(enabler, min(self.first[enabler], start))
        if self.crew[row] >= 0:
            self.busy[self.crew[row], start : min(start + self.selection.costs.duration[row], years)] += 1
        self.taken[self.group[row]] += 1

    def take(self, row: int) -> None:
        """Takes an innovation out, and with it everything that requires it."""
        for dependent in self.needed_by[row]:
            if self.starts[dependent] != OUT:
                self.take(dependent)
        reliefs, years, start = self.selection.reliefs, self.selection.size[1], int(self.starts[row])
        self.starts[row] = OUT
        self.room += self.ledger.spend[row, start]
        for problem in reliefs.problem[self.reliefs_of[row]].tolist():
            self._again(problem)
        for enabler in np.flatnonzero(self.needs[row]).tolist():
            self.users[enabler].remove(row)
            self._need(enabler, min((int(self.starts[user]) for user in self.users[enabler]), default=years))
        if self.crew[row] >= 0:
            self.busy[self.crew[row], start : min(start + self.selection.costs.duration[row], years)] -= 1
        self.taken[self.group[row]] -= 1

    def value(self) -> float:
        return float((self.weighted * (1.0 - self.left)).sum())

    def _need(self, enabler: int, first: int) -> None:
        self.room[0] += (
            self.ledger.enabler[enabler, self.first[enabler]] - self.ledger.enabler[enabler, first]
        )
        self.first[enabler] = first

    def _again(self, problem: int) -> None:
        reliefs = self.selection.reliefs
        self.left[problem] = 1.0
        for relief in np.flatnonzero(reliefs.problem == problem):
            start = self.starts[reliefs.innovation[relief]]
            if start != OUT:
                self.left[problem, start + reliefs.wait[relief] :] *= 1.0 - reliefs.share[relief]


class Search:
    """Ruin and recreate. `prices` [A, Y]: what a rupiah of each account and year is worth in person-years."""

    def __init__(
        self,
        selection: Selection,
        ledger: Ledger,
        allowed: Bools,
        prices: Floats,
        hint: Floats | None = None,
        seed: int = 0,
        stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self.selection, self.ledger = selection, ledger
        self.board = Board(selection, ledger, allowed)
        self.stop = stop
        self.at_once = max(1, selection.size[0] // 150)
        self.rng = np.random.default_rng(seed)
        self.prices = prices
        self.price = np.einsum("nsay,ay->ns", ledger.spend, prices)
        self.hint = np.zeros(selection.size) if hint is None else hint
        users = np.maximum(1.0, 0.5 * self.board.needs.sum(axis=0))
        self.shared = 1.0 / users  # an enabler's price is shared by those who may come
        self.scale = float(self.board.gains().max(initial=0.0))
        self.best: Ints | None = None
        self.best_value = -np.inf

    def first(self) -> None:
        """Greedy answers, near the relaxation and at a few tastes; the best is kept."""
        for trust, noise in ((1.0, 0.0), (0.3, 0.0), (0.0, 0.0), (1.0, 0.2), (0.3, 0.2), (0.3, 0.2)):
            if self.stop():
                return
            self.board.clear()
            self._build(noise, trust)
            self._keep()

    def rounds(self, number: int) -> None:
        """Tears down a few neighbours at a time and builds them up again."""
        if self.best is None:
            return
        current, level = self.best.copy(), self.best_value
        self.board.load(current)
        for step in range(number):
            if self.stop():
                return
            self._ruin()
            self._build(float(self.rng.choice([0.1, 0.3])), float(self.rng.choice([0.0, 0.1])))
            value = self._keep()
            warmth = 0.01 * (1.0 - step / number) * abs(self.best_value)
            if value > level - warmth * self.rng.random():
                current, level = self.board.starts.copy(), value
            else:
                self.board.load(current)

    def accept(self, starts: Ints) -> None:
        """An answer found elsewhere: search on from here."""
        value = person_years(self.selection, starts)
        if value > self.best_value and permitted(self.selection, starts):
            self.best, self.best_value = starts.copy(), value

    def _keep(self) -> float:
        starts = self.board.starts
        value = self.board.value()
        if not demands_met(self.selection, starts):
            return -np.inf
        if value > self.best_value and permitted(self.selection, starts):
            self.best, self.best_value = starts.copy(), person_years(self.selection, starts)
        return value

    def _ruin(self) -> None:
        board = self.board
        chosen = np.flatnonzero(board.starts != OUT)
        if chosen.size == 0:
            return
        count = int(self.rng.integers(1, max(3, min(8, chosen.size // 4 + 2))))
        kind = self.rng.integers(3)
        seed = int(self.rng.choice(chosen))
        if kind == 0:
            victims = self.rng.choice(chosen, min(count, chosen.size), replace=False)
        else:
            like = np.abs(board.starts[chosen] - board.starts[seed]).astype(float)
            if kind == 2:
                like += 3.0 * (board.crew[chosen] != board.crew[seed])
            victims = chosen[np.argsort(like + self.rng.random(chosen.size))[:count]]
        for row in victims.tolist():
            if board.starts[row] != OUT:
                board.take(row)

    def _build(self, noise: float, trust: float) -> None:
        """Inserts until nothing fits: first what the rules demand, then what brings most for its price."""
        board, selection = self.board, self.selection
        taste = np.exp(noise * self.rng.standard_normal(selection.size)) if noise else 1.0
        blocked: Bools = np.zeros(selection.size[0], bool)
        while not self.stop():
            bought, gains = board.bought(), board.gains()
            fits = board.open(board.of_innovations(bought))
            fits[blocked] = False
            demanded = self._demanded(fits)
            if demanded is None:
                fits &= gains > 0
            else:
                fits &= demanded
            if not fits.any():
                if demanded is None or not self._prepare(demanded, blocked):
                    return
                continue
            price = self.price + board.of_innovations((bought @ self.prices[0]) * self.shared[:, None])
            score = gains * taste - price
            if trust:
                score = score + trust * self.hint * self.scale
            score[~fits] = -np.inf
            self._insert(score, 1 if demanded is not None else self.at_once)

    def _insert(self, score: Floats, number: int) -> None:
        """The best start, and in a large plan some of the next ones while they still fit."""
        start = score.argmax(axis=1)
        best = score[np.arange(len(start)), start]
        for row in np.argsort(-best)[:number].tolist():
            if best[row] == -np.inf:
                return
            if number == 1 or self.board.fits(row, int(start[row])):
                self.board.put(row, int(start[row]))

    def _demanded(self, fits: Bools) -> Bools | None:
        """Starts that serve a demand not met yet, or None."""
        starts, selection = self.board.starts, self.selection
        wanted = np.zeros_like(fits)
        missing = selection.forced & (starts == OUT)
        if missing.any():
            wanted[missing] = True
            return wanted
        quick = selection.quick_wins
        if (starts[quick.members] == 0).sum() < quick.limit:
            wanted[quick.members[starts[quick.members] == OUT], 0] = True
            if (fits & wanted).any():
                return wanted
        wanted[:] = False
        for minimum in selection.minimums:
            if (starts[minimum.members] != OUT).sum() < minimum.limit:
                wanted[minimum.members[starts[minimum.members] == OUT]] = True
        return wanted if (fits & wanted).any() else None

    def _prepare(self, demanded: Bools, blocked: Bools) -> bool:
        """Opens the way for what is demanded by putting in what it requires; False when there is no way."""
        board = self.board
        fits = board.open(board.of_innovations(board.bought()))
        for row in np.flatnonzero(demanded.any(axis=1)).tolist():
            for other in board.requires[row]:
                if board.starts[other] == OUT and fits[other].any():
                    board.put(other, int(np.flatnonzero(fits[other])[0]))
                    return True
            blocked[row] = True
        return False

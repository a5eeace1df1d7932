"""Who is served least by the best choice, how well everybody could be served, and what that costs.

Districts are compared by person-years for each resident where the plan gives the residents of all of them,
otherwise for each person affected. Where people live who have a problem is what `people_by_district` says;
without it nobody knows, and nothing is split. The floor is a linear row for each district over the
programme of `programme.py`, in which V of a problem is linear: first the greatest floor that all districts
can have (max-min), then the best choice that keeps half of the way to it, and all of it.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from masterplan.impact.arrays import Bools, Floats, Ints
from masterplan.impact.optimiser import highs
from masterplan.impact.optimiser.again import Difference, difference
from masterplan.impact.optimiser.presolve import possible
from masterplan.impact.optimiser.programme import Programme, programme
from masterplan.impact.optimiser.selection import Selection, ledger, per_problem, permitted, person_years
from masterplan.impact.places import parts

if TYPE_CHECKING:
    from masterplan.document.types import Plan
    from masterplan.impact.optimiser.solving import Answer

EXACT = 1e-6  # relative: a floor is kept when missed by no more, as solvers see it


@dataclass(frozen=True, slots=True)
class Districts:
    """Those whose people the plan knows. `part` [D, P]: the part of each problem's people who live there;
    `people` [D]: residents, or people affected (somebody with two problems counts twice)."""

    codes: tuple[str, ...]
    part: Floats
    people: Floats
    residents: bool

    def each(self, problem: Selection, starts: Ints) -> Floats:
        """Person-years for each person of a district [D]."""
        value: Floats = self.part @ per_problem(problem, starts) / self.people
        return value


@dataclass(frozen=True, slots=True)
class Floored:
    """The best choice in which every district has at least `floor`; `price` = (low, high) person-years it
    gives up against the best without a floor, between both proofs."""

    floor: float
    value: float
    bound: float
    price: tuple[float, float]
    starts: Ints
    instead: Difference


@dataclass(frozen=True, slots=True)
class Fairness:
    """`each`: person-years a person in each compared district under today's best choice; `residents`: a
    person is a resident, else one affected; `unreached`: districts no innovation reaches, left out;
    `least`: the least served; `greatest` = (low, high): the greatest floor all districts can have, between
    what was found and what was proven; `half`, `whole`: half and all of the way there, None where no answer
    was found in time or there is nothing to compare."""

    each: dict[str, float]
    residents: bool
    unreached: tuple[str, ...]
    least: str | None = None
    greatest: tuple[float, float] | None = None
    half: Floored | None = None
    whole: Floored | None = None

    @property
    def floor(self) -> float | None:
        """What the least served district has today."""
        return None if self.least is None else self.each[self.least]


def districts(plan: Plan) -> Districts:
    """Of the plan; residents count only where they are given for every district compared."""
    problems = plan.problems or []
    affected: dict[str, float] = defaultdict(float)
    for problem in problems:
        for code, count in (problem.people_by_district or {}).items():
            affected[code] += count
    codes = tuple(code for code, count in affected.items() if count > 0)
    known = {one.code: one.population for one in plan.districts or () if one.population}
    residents = bool(codes) and all(code in known for code in codes)
    people = [float((known.get(code) if residents else None) or affected[code]) for code in codes]
    part = [[parts(problem).get(code, 0.0) for problem in problems] for code in codes]
    return Districts(codes, np.array(part).reshape(len(codes), len(problems)), np.array(people), residents)


def fairness(
    plan: Plan,
    problem: Selection,
    best: Answer,
    *,
    seconds: float = 30.0,
    gap: float = 1e-3,
    stop: Callable[[], bool] = lambda: False,
) -> Fairness:
    """Today's least served district, the greatest floor, and the price of half and all of the way to it."""
    all_of, until = districts(plan), time.monotonic() + seconds
    money = ledger(problem)
    model = programme(problem, money, possible(problem, money))
    reached: Bools = all_of.part[:, sorted(model.parts)].sum(axis=1) > 0
    there = _kept(all_of, reached)
    unreached = tuple(code for code, yes in zip(all_of.codes, reached, strict=True) if not yes)
    each = there.each(problem, best.starts)
    served = dict(zip(there.codes, each.tolist(), strict=True))
    if len(there.codes) < 2:
        return Fairness(served, there.residents, unreached)
    asking = _Asking(problem, model, there, best, gap, stop)
    greatest, found = asking.greatest(seconds / 3)
    today = float(each.min())
    floors = {"half": today + (greatest[0] - today) / 2, "whole": greatest[0]}
    priced = {
        name: asking.floored(floor, found, max(0.5, (until - time.monotonic()) / (2 - place)))
        for place, (name, floor) in enumerate(floors.items())
    }
    least = there.codes[int(each.argmin())]
    return Fairness(served, there.residents, unreached, least, greatest, **priced)


def _kept(all_of: Districts, rows: Bools) -> Districts:
    codes = tuple(code for code, yes in zip(all_of.codes, rows, strict=True) if yes)
    return Districts(codes, all_of.part[rows], all_of.people[rows], all_of.residents)


class _Asking:
    """Two questions to one programme with rows for the districts."""

    def __init__(
        self,
        problem: Selection,
        model: Programme,
        there: Districts,
        best: Answer,
        gap: float,
        stop: Callable[[], bool],
    ) -> None:
        self.problem, self.model, self.there, self.best = problem, model, there, best
        self.gap, self.stop = gap, stop
        whole = there.part @ (problem.reliefs.weight * problem.calendar.discount.sum())
        self.most: Floats = whole / model.unit  # [D], what could be relieved there at all

    def greatest(self, seconds: float) -> tuple[tuple[float, float], Ints]:
        """The greatest floor, as found and as proven, and the choice that has it."""
        top = float((self.most * self.model.unit / self.there.people).min())
        asked = replace(
            self._with_rows(top),
            upper=np.append(self.model.upper, 1.0),
            lower=np.append(self.model.lower, 0.0),
            gain=np.append(np.zeros_like(self.model.gain), 1.0),
        )

        def floor(starts: Ints) -> float:
            return float(self.there.each(self.problem, starts).min()) / top

        begin = asked.columns(self.best.starts)
        begin[-1] = floor(self.best.starts)
        starts, value, bound = self._solved(asked, floor, self.best.starts, begin, seconds)
        assert starts is not None  # it began with one
        return (value * top, min(bound, 1.0) * top), starts

    def floored(self, floor: float, known: Ints, seconds: float) -> Floored | None:
        """The best choice above a floor that `known` has."""
        asked, unit = self._with_rows(None, floor), self.model.unit

        def value(starts: Ints) -> float:
            missed = (self.there.each(self.problem, starts) < floor * (1 - EXACT)).any()
            return -np.inf if missed else person_years(self.problem, starts) / unit

        start = max((self.best.starts, known), key=value)
        starts, reached, bound = self._solved(asked, value, start, asked.columns(start), seconds)
        if starts is None:
            return None
        reached, bound = reached * unit, min(bound * unit, max(self.best.bound, reached * unit))
        price = (max(0.0, self.best.value - bound), max(0.0, self.best.bound - reached))
        return Floored(
            floor, reached, bound, price, starts, difference(self.problem, self.best.starts, starts)
        )

    def _solved(
        self, asked: Programme, worth: Callable[[Ints], float], known: Ints, begin: Floats, seconds: float
    ) -> tuple[Ints | None, float, float]:
        """The best answer by `worth`, what it is worth, and the bound; answers count only when permitted."""
        until = time.monotonic() + seconds
        best, value = (known, worth(known)) if worth(known) > -np.inf else (None, -np.inf)

        def take(columns: Floats) -> None:
            nonlocal best, value
            starts = asked.starts(columns)
            if (here := worth(starts)) > value and permitted(self.problem, starts):
                best, value = starts, here

        cut = False
        while True:
            ended = highs.solve(
                asked,
                gap=self.gap * 0.999,
                time_limit=until - time.monotonic(),
                start=None if best is None else begin,
                improved=take,
                stop=self.stop,
            )
            if ended.state == "infeasible":
                return best, value, value if cut or best is None else np.inf
            answer = None if ended.columns is None else asked.starts(ended.columns)
            if answer is not None and ended.columns is not None:
                take(ended.columns)
            kept = answer is None or (worth(answer) > -np.inf and permitted(self.problem, answer))
            if ended.state == "stopped" or answer is None or kept:
                return best, value, max(ended.bound, value)
            asked.forbid(answer)
            cut = True

    def _with_rows(self, top: float | None, floor: float = 0.0) -> Programme:
        """A row for each district, in shares of what could be relieved there: at least `floor` for each
        person; with `top`, at least what one more column says, in shares of `top`."""
        rows = deepcopy(self.model.rows)
        for district, most in enumerate(self.most.tolist()):
            terms: dict[int, float] = defaultdict(float)
            for problem, parts_ in self.model.parts.items():
                share = float(self.there.part[district, problem]) / most
                for column, gain in parts_ if share else ():
                    terms[column] += share * gain
            person = float(self.there.people[district]) / (most * self.model.unit)
            if top is not None:
                terms[len(self.model.upper)] = -person * top
            rows.add(list(terms.items()), person * floor * (1 - EXACT), np.inf)
        return replace(self.model, rows=rows)

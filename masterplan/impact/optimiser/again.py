"""Asking the same problem again, a little changed, starting from an answer already known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import isfinite
from typing import TypeVar

from masterplan.impact.arrays import Ints
from masterplan.impact.optimiser.selection import OUT, Selection, person_years
from masterplan.impact.optimiser.solving import Answer, Limits, solve

Asked = TypeVar("Asked")
Told = TypeVar("Told")

WORKERS = 2  # the solver frees Python's lock while it works


@dataclass(frozen=True, slots=True)
class Difference:
    """What another choice has that this one has not: rows of innovations."""

    enters: tuple[str, ...]
    leaves: tuple[str, ...]
    moves: dict[str, tuple[int, int]]


def difference(problem: Selection, before: Ints, after: Ints) -> Difference:
    """Innovations that enter, leave, and move from one start year to another."""
    first = problem.calendar.first_year
    rows = list(zip(problem.keys, before.tolist(), after.tolist(), strict=True))
    return Difference(
        tuple(key for key, old, new in rows if old == OUT and new != OUT),
        tuple(key for key, old, new in rows if old != OUT and new == OUT),
        {key: (first + old, first + new) for key, old, new in rows if OUT not in (old, new) and old != new},
    )


def interval(before: Answer, after: Answer) -> tuple[float, float]:
    """Person-years gained from one problem to another, between what the two proofs leave open."""
    return after.value - before.bound, after.bound - before.value


@dataclass(frozen=True, slots=True)
class Case:
    """The same plan under another assumption, in person-years: what today's choice brings there (`today`),
    the best choice there (`value`, and `bound` at most), and what that changes."""

    today: float
    value: float
    bound: float
    instead: Difference

    @property
    def missed(self) -> tuple[float, float]:
        """(low, high) that today's choice falls short there, between what was found and what was proven."""
        return self.value - self.today, self.bound - self.today


def case(other: Selection, starts: Ints, limits: Limits) -> Case | None:
    """`other` poses the same choice: whatever keeps the rules here keeps them there. None where the time was
    too short for any bound."""
    answer = solve(other, limits, start=starts)
    if not isfinite(answer.bound):
        return None
    today = person_years(other, starts)
    return Case(
        today, max(answer.value, today), max(answer.bound, today), difference(other, starts, answer.starts)
    )


def each(asked: Sequence[Asked], answer: Callable[[Asked], Told]) -> Iterator[Told]:
    """Answers in order, two worked at a time."""
    with ThreadPoolExecutor(WORKERS) as pool:
        yield from pool.map(answer, asked)

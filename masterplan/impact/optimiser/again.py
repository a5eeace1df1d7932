"""Asking the same problem again, a little changed, starting from an answer already known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from masterplan.impact.arrays import Ints
from masterplan.impact.optimiser.selection import OUT, Selection
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


def each(asked: Sequence[Asked], answer: Callable[[Asked], Told]) -> Iterator[Told]:
    """Answers in order, two worked at a time."""
    with ThreadPoolExecutor(WORKERS) as pool:
        yield from pool.map(answer, asked)


def solved(problem: Selection, known: Ints | None, limits: Limits) -> Answer:
    return solve(problem, limits, start=known)

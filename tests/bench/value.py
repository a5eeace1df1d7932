"""Judging a plan that is already read, arrays included."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.impact import explain, potential, value
from tests.bench.measure import Figure, median
from tests.plans import realistic


def run() -> Iterator[Figure]:
    plan = realistic(innovations=300, years=10)
    yield median("value, 300 innovations × 10 years", lambda: value(plan), goal=5, runs=300)
    yield median("potential of the same", lambda: potential(plan), goal=3, runs=300)
    yield median("explain one of its innovations", lambda: explain(plan, "IN-150"), runs=100)

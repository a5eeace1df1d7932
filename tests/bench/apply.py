"""Applying a change set to a large plan, the one door of every change."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.diff import two_versions
from tests.bench.measure import Figure, median, part


def run() -> Iterator[Figure]:
    diff, apply = part("masterplan.document", "diff"), part("masterplan.document", "apply")
    before, after = two_versions()
    changes = diff(before, after)
    if apply(before, changes) != after:
        raise AssertionError("apply(a, diff(a, b)) is not b")
    yield median(
        "apply, 300 innovations, 60 of them changed", lambda: apply(before, changes), goal=50, runs=30
    )

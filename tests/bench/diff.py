"""Finding what changed between two versions of a large plan."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

from tests.bench.measure import Figure, median, part
from tests.plans import realistic_data


def run() -> Iterator[Figure]:
    diff = part("masterplan.document", "diff")
    before, after = two_versions()
    yield median("diff, 300 innovations, 60 of them changed", lambda: diff(before, after), goal=50, runs=30)
    same = copy.deepcopy(before)
    yield median("diff of two equal plans", lambda: diff(before, same), runs=30)


def two_versions() -> tuple[dict[str, Any], dict[str, Any]]:
    """A plan of 300 innovations, and the same after a busy week: every fifth innovation edited in two
    fields, some removed, added and moved, a few prices and people counted anew."""
    dice = random.Random(7)
    before = realistic_data(innovations=300, years=10)
    after = copy.deepcopy(before)
    innovations = after["innovations"]
    for row in innovations[::5]:
        row["service_change"] = f"{row['service_change']} Berlaku juga pada hari libur."
        row["operating_per_year"] += 1_000_000
    needed = {required for row in innovations for required in row["requires"]}
    gone = [row for row in innovations if row["id"] not in needed][:5]
    after["innovations"] = [row for row in innovations if row not in gone]
    after["innovations"].insert(10, {"id": "IN-901", "title": "Layanan baru"})
    after["innovations"].append(after["innovations"].pop(20))
    for problem in dice.sample(after["problems"], 20):
        problem["people_affected"] += 100
    return before, after

"""A workbook both ways: 300 innovations, the memory it takes, and a thousand plans that come back unchanged."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from tests.bench.measure import Figure, median, part
from tests.masterplan.random_plans import large, make
from tests.strange_plans import strange_data

MEMORY = """
import json, resource
from masterplan.sheets import read, write
from tests.masterplan.random_plans import large
plan = large()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
raw = write(plan)
written = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read(plan, raw)
print(json.dumps([before, written, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(raw)]))
"""


def run() -> Iterator[Figure]:
    write, read = part("masterplan.sheets", "write"), part("masterplan.sheets", "read")
    plan = large()
    yield median("writing 300 innovations", lambda: write(plan), goal=2000, runs=5)
    raw = write(plan)
    yield median("reading 300 innovations, unedited", lambda: read(plan, raw), goal=2000, runs=5)
    out = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True).stdout
    _, written, both, size = json.loads(out)
    yield Figure("memory at most, writing it", written / 1024, "MB", goal=300)
    yield Figure("memory at most, writing and reading it", both / 1024, "MB", goal=300)
    yield Figure("size of the workbook", size / 1024, "kB")
    plans = [plan for seed in range(500) for plan in (make(random.Random(seed)), strange_data(seed))]
    unchanged = sum(_unchanged(read, one, write(one)) for one in plans)
    yield Figure(
        "of 1,000 random plans unchanged after the round trip", unchanged, "", goal=1000, at_least=True
    )


def _unchanged(read: Any, plan: Any, raw: bytes) -> bool:
    reading = read(plan, raw)
    return not (reading.changes or reading.refusals or reading.left)

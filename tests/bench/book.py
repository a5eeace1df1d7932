"""Typesetting Buku II: cold in a process of its own (imports and fonts included), then warm."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.measure import Figure, median, part
from tests.plans import realistic

COLD = """
from tests.plans import realistic
from masterplan.books import render
assert render(realistic(innovations=100), 2).startswith(b"%PDF")
"""


def run() -> Iterator[Figure]:
    render = part("masterplan.books", "render")
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", COLD], check=True)
    yield Figure("Buku II of 100 innovations, cold process", time.perf_counter() - begin, "s", goal=5)
    plan = realistic(innovations=100)
    yield median("the same, warm", lambda: render(plan, 2), goal=1000, runs=5)

"""Reading a plan from its JSON text, and writing it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.measure import Figure, median, part
from tests.plans import realistic_data


def run() -> Iterator[Figure]:
    parse, load, canonical = (part("masterplan.document", name) for name in ("parse", "load", "canonical"))
    data = realistic_data(innovations=300, years=10)
    text = canonical(data)
    yield Figure("size of a plan of 300 innovations", len(text.encode()) / 1000, "kB")
    yield median("parse and check its text", lambda: parse(text), runs=20)
    yield median("typed view of what was parsed", lambda: load(data), runs=20)
    yield median("write it canonically", lambda: canonical(data), runs=20)

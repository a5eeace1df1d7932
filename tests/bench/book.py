"""Making the books: Buku II cold in a process of its own (imports and fonts included), then each book in each form,
warm, and Buku II of a plan that was changed, as a worker meets it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count

from masterplan.document.types import Plan
from tests.bench.measure import Figure, median, part
from tests.plans import realistic

COLD = """
from tests.plans import realistic
from masterplan.books import render
assert render(realistic(innovations=100), 2).startswith(b"%PDF")
"""


def edited(plan: Plan, number: int) -> Plan:
    """The vision and the title of one innovation, which stands in a dozen places of the book, said otherwise."""
    edition = plan.model_copy(update={"vision": f"Warga dilayani, versi {number}"}, deep=True)
    edition.innovations[50] = edition.innovations[50].model_copy(
        update={"title": f"Layanan air, tahap {number}"}
    )
    return edition


def run() -> Iterator[Figure]:
    render = part("masterplan.books", "render")
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", COLD], check=True)
    yield Figure("Buku II of 100 innovations, cold process", time.perf_counter() - begin, "s", goal=5)
    plan = realistic(innovations=100)
    versions = (edited(plan, number) for number in count())
    yield median("Buku II as PDF, warm", lambda: render(plan, 2), goal=1000, runs=5)
    yield median("Buku II as PDF, of a changed plan", lambda: render(next(versions), 2), goal=1000, runs=5)
    for book, roman in ((1, "I"), (3, "III")):
        yield median(f"Buku {roman} as PDF", lambda book=book: render(plan, book), goal=1000, runs=5)  # type: ignore[misc]
    for form, goal in (("docx", 2000), ("html", 500)):
        yield median(f"Buku II as {form}", lambda form=form: render(plan, 2, form=form), goal=goal, runs=5)  # type: ignore[misc]
    xlsx = part("masterplan.books.programme_table", "xlsx")
    yield median("programme table as xlsx", lambda: xlsx(plan), goal=1000, runs=5)

"""Reading a large plan whole from the database, in the order of its canonical JSON."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.measure import Figure, median


def run() -> Iterator[Figure]:
    from tests.database import with_database

    with with_database():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        from haluan.plans.models import Plan
        from tests.bench.save import large_plan

        plan = Plan.objects.get(pk=large_plan().pk)
        with CaptureQueriesContext(connection) as queries:
            plan.document()
        yield Figure("queries for a document of 300 innovations", len(queries), "", goal=6)
        yield median("document of 300 innovations from the database", plan.document, goal=60, runs=50)

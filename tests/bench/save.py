"""Saving one field of a large plan through the one door: lock, read, judge, write, record, commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any
from uuid import uuid4

from tests.bench.measure import Figure, median


def large_plan() -> Any:
    """A plan of 300 innovations in the database."""
    from tests.plans import realistic_data
    from tests.plans_app.making import make_plan

    return make_plan(realistic_data(300))


def run() -> Iterator[Figure]:
    from tests.database import with_database

    with with_database():
        from tests.plans_app.making import make_region, make_user

        plan, author = large_plan(), make_user("coordinator", make_region())
        yield median("save of one field of text", saver(plan, author, "title", "Judul"), goal=30)
        yield median("save of one amount", saver(plan, author, "operating_per_year", None), goal=30)
        yield median("save of one reference", saver(plan, author, "partner_agencies", []), runs=20)


def saver(plan: Any, author: Any, field: str, like: Any) -> Callable[[], Any]:
    """A function that saves another value of `field` of the first innovation each time."""
    from haluan.plans.models import ChangeSet

    numbers = count()
    first = plan.document()["innovations"][0]
    agencies = [agency["code"] for agency in plan.document()["agencies"]]
    state = {"was": first[field]} if field in first else {}

    def value(number: int) -> Any:
        return (
            f"{like} {number}"
            if isinstance(like, str)
            else [agencies[number % len(agencies)]]
            if like == []
            else number
        )

    def save() -> Any:
        change = {"op": "set", "collection": "innovations", "element": first["id"], "field": field, **state}
        state["was"] = change["now"] = value(next(numbers))
        return ChangeSet.apply(plan=plan, changes=[change], by=author, client_id=uuid4())

    return save

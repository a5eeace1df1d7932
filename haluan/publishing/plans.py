"""Plans as the home page and a region's page show them: three figures, and what is felt soon.

Only public plans. A figure that cannot be counted is None and the page says that it is not known.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from haluan.plans.models import Element, Plan
from haluan.plans.reading.overview import figures, promise
from haluan.plans.reading.plan import reading_of


@dataclass(frozen=True)
class Line:
    """A plan in a list. `counted` is of how many problems the number of people affected is known."""

    plan: Plan
    problems: int
    innovations: int
    sources: int
    counted: int


def readable_plans() -> list[Line]:
    """Every public plan, real ones first; two queries."""
    plans = list(
        Plan.objects.filter(public=True).select_related("region").order_by("region__fictional", "slug")
    )
    tallies: dict[int, dict[str, tuple[int, int]]] = defaultdict(dict)
    known = Count("id", filter=Q(fields__people_affected__isnull=False))
    rows = Element.objects.filter(plan__public=True).order_by().values_list("plan", "collection")
    for plan, collection, count, with_people in rows.annotate(count=Count("id"), known=known):
        tallies[plan][collection] = (count, with_people)
    return [line(plan, tallies[plan.pk]) for plan in plans]


def line(plan: Plan, tally: dict[str, tuple[int, int]]) -> Line:
    def count(collection: str) -> int:
        return tally.get(collection, (len(plan.fields.get(collection) or ()), 0))[0]

    counted = tally.get("problems", (0, 0))[1]
    return Line(plan, count("problems"), count("innovations"), count("sources"), counted)


def plans_of(region_code: str) -> list[tuple[Plan, dict[str, Any] | None, list[dict[str, Any]]]]:
    """A region's public plans with the figures and quick wins their own pages show; no figures (None) for a
    plan that cannot be judged as it stands."""
    plans = Plan.objects.filter(region=region_code, public=True).select_related("region")
    return [(plan, *told(plan)) for plan in plans]


def told(plan: Plan) -> tuple[dict[str, Any] | None, list[dict[str, Any]]]:
    reading = reading_of(plan)
    wins = [promise(reading, one) for one in reading.quick_wins]
    return (figures(reading) if reading.impact else None), wins

"""Plans as the home page and a region's page show them: three figures, and what is promised soon.

Only public plans. A figure that cannot be counted is None and the page says that it is not known.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from haluan.plans.models import Element, Plan
from haluan.plans.reading.plan import reading_of, told
from masterplan.document.types import Innovation
from masterplan.impact import Estimate


@dataclass(frozen=True)
class Line:
    """A plan in a list. `counted` is of how many problems the number of people affected is known."""

    plan: Plan
    problems: int
    innovations: int
    sources: int
    counted: int


@dataclass(frozen=True)
class Promise:
    """A quick win as residents read it: before and now where the plan tells both, otherwise what changes."""

    title: str
    before: str
    after: str
    year: int | None


@dataclass(frozen=True)
class Figures:
    """A plan in three figures. Money is rupiah of the price year over the whole period."""

    innovations: int
    last_year: int
    cost: float | None
    person_years: Estimate | None
    problems: int
    counted: int
    promises: tuple[Promise, ...]


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


def plans_of(region_code: str) -> list[tuple[Plan, Figures | None]]:
    """A region's public plans with their figures; None for a plan that cannot be judged as it stands."""
    plans = Plan.objects.filter(region=region_code, public=True).select_related("region")
    return [(plan, figures(plan)) for plan in plans]


def figures(plan: Plan) -> Figures | None:
    reading = reading_of(plan)
    if reading.impact is None:
        return None
    problems = reading.problems.values()
    return Figures(
        innovations=sum(one.decision != "not_chosen" for one in reading.innovations.values()),
        last_year=reading.plan.period.last_year,
        cost=reading.cost,
        person_years=reading.person_years,
        problems=len(problems),
        counted=sum(problem.people_affected is not None for problem in problems),
        promises=tuple(promise(one) for one in sorted(reading.quick_wins, key=first_year)),
    )


def first_year(innovation: Innovation) -> int:
    return innovation.scheduled_start or 9999


def promise(innovation: Innovation) -> Promise:
    said = told(innovation.service_change)
    after = said.get("after") or said.get("whole", "")
    return Promise(innovation.title, said.get("before", ""), after, innovation.scheduled_start)

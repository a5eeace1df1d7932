"""Plans as the home page and a region's page show them: three figures, and what is promised soon.

Only public plans. A figure that cannot be counted is None and the page says that it is not known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, Q

from haluan.plans.models import Element, Plan
from masterplan.document import DocumentError, load
from masterplan.document.types import Innovation
from masterplan.document.types import Plan as Document
from masterplan.impact import Estimate, ImpactError, value

BEFORE_AFTER = re.compile(
    r"^\s*(?:sebelum(?:nya)?)\s*:\s*(.+?)[.;]?\s+sesudah(?:nya)?\s*:\s*(.+)$", re.I | re.S
)


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
    return judged(plan.pk, plan.version)


@lru_cache(maxsize=256)
def judged(plan_id: int, _version: int) -> Figures | None:
    """The same version always gives the same figures, so they are worked out once."""
    try:
        document = load(Plan.objects.get(pk=plan_id).document())
        impact = value(document)
    except (DocumentError, ImpactError):
        return None
    problems = document.problems or ()
    spent = sum(impact.spending.values())
    return Figures(
        innovations=len(wanted(document)),
        last_year=document.period.last_year,
        cost=spent or None,
        person_years=impact.person_years if impact.person_years.expected else None,
        problems=len(problems),
        counted=sum(problem.people_affected is not None for problem in problems),
        promises=tuple(promises(wanted(document))),
    )


def wanted(document: Document) -> list[Innovation]:
    """What the plan sets out to do: all innovations but those it decided against."""
    return [one for one in document.innovations or () if one.decision != "not_chosen"]


def promises(innovations: Iterable[Innovation]) -> list[Promise]:
    """The quick wins, earliest first."""
    found = [one for one in innovations if one.quick_win]
    found.sort(key=lambda one: one.scheduled_start or 9999)
    return [promise(one) for one in found]


def promise(innovation: Innovation) -> Promise:
    told = innovation.service_change or ""
    both = BEFORE_AFTER.match(told)
    before, after = both.groups() if both else ("", told)
    return Promise(innovation.title, sentence(before), sentence(after), innovation.scheduled_start)


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in {".", "!", "?", ""} else ".")

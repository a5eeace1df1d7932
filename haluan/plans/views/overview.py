"""The public pages of a plan. Each is drawn once for a version and a language; who may read is asked every time."""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .. import rules
from ..models import Plan
from ..reading import budget as money
from ..reading.dimension import dimension as dimension_of
from ..reading.impact import impact as impact_of
from ..reading.innovation import innovation as innovation_of
from ..reading.kept import Kept
from ..reading.overview import overview as overview_of
from ..reading.plan import Reading, reading_of, version_key
from ..reading.problem import problem as problem_of
from ..reading.roadmap import roadmap as roadmap_of
from ..words import summary
from .anonymous import kept_for_all
from .shared import readable, show

Build = Callable[..., dict[str, Any]]


class Drawn(NamedTuple):
    """What of a page is the same for all who may (or may not) write the plan."""

    title: str
    body: SafeString


DRAWN: Kept[Drawn] = Kept(400)
WORKING: dict[str, Callable[[HttpRequest, Plan], HttpResponse | None]] = {}
"""What a later stage shows in the place of a page to those who work on the plan; None for everybody else."""
ELEMENTS = {"innovation": "innovations", "problem": "problems"}
"""Pages of one element, and its collection."""


@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """What the plan promises, to whom, for how much, and what nobody knows yet."""
    return page(request, slug, "overview", overview_of)


@require_safe
def roadmap(request: HttpRequest, slug: str) -> HttpResponse:
    """What is built when, and from when it is felt."""
    return page(request, slug, "roadmap", roadmap_of)


@require_safe
def budget(request: HttpRequest, slug: str) -> HttpResponse:
    """What each year spends against its ceiling, and from which source."""
    return page(request, slug, "budget", money.budget)


@require_safe
def budget_file(request: HttpRequest, slug: str) -> HttpResponse:
    """The yearly rows of the budget as CSV, in whole rupiah; a fictional plan says so in name and header."""
    plan = readable(request, slug)
    mark = "-latihan" if plan.fictional else ""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-anggaran{mark}.csv"'
    if plan.fictional:
        response["X-Haluan-Data"] = "rekaan; data latihan, daerah ini tidak ada"
    response.write("\ufeff")  # so that spreadsheets read it as UTF-8
    csv.writer(response).writerows(money.table(reading_of(plan)))
    return response


@require_safe
def impact(request: HttpRequest, slug: str) -> HttpResponse:
    """How the person-years are counted, problem by problem."""
    return page(request, slug, "impact", impact_of)


@require_safe
def dimension(request: HttpRequest, slug: str, dimension: str) -> HttpResponse:
    """The chain of one of the six dimensions."""
    return page(request, slug, "dimension", dimension_of, dimension)


@require_safe
def innovation(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One innovation, from the service it changes to its proof."""
    return page(request, slug, "innovation", innovation_of, key)


@require_safe
def problem(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One problem, who has it and how much of it stays."""
    return page(request, slug, "problem", problem_of, key)


def page(request: HttpRequest, slug: str, name: str, build: Build, *about: str) -> HttpResponse:
    """One page of the plan. `build(reading, *about)` raises KeyError for what the plan does not have: 404."""
    plan = readable(request, slug)
    working = WORKING.get(name)
    if working and (response := working(request, plan)):
        return response

    def shown() -> HttpResponse:
        may_write = bool(rules.may_write(request.user, plan))
        try:
            drawn = drawn_of(plan, name, build, about, may_write)
        except KeyError:
            raise Http404 from None
        return show(request, "public.html", plan, drawn=drawn)

    return kept_for_all(request, lambda: (version_key(plan), plan.region.name, plan.fictional), shown)


def drawn_of(plan: Plan, name: str, build: Build, about: tuple[str, ...], may_write: bool) -> Drawn:
    """The page of this version in the reader's language, drawn when nobody asked for it before."""
    rest = (plan.region.name, get_language(), name, about, may_write)
    found = DRAWN.get((version_key(plan), rest))
    if found is None:
        found = draw(plan, reading_of(plan), name, build, about, may_write)
        DRAWN.put((version_key(plan), rest), found)
    return found


def draw(
    plan: Plan, reading: Reading, name: str, build: Build, about: tuple[str, ...], may_write: bool
) -> Drawn:
    context = build(reading, *about)
    shared = {
        "plan": plan,
        "reading": reading,
        "here": name,
        "may_write": may_write,
        "recent": recent(plan, name, about),
    }
    title = (
        context["heading"]
        if name == "overview"
        else f"{context.get('name') or context['heading']} · {plan.region.name}"
    )
    return Drawn(title, render_to_string(f"plans/public/{name}.html", {**shared, **context}))


def recent(plan: Plan, name: str, about: tuple[str, ...]) -> list[Any]:
    """The last changes of what the page shows, each with its reason, or what it changed, in one line."""
    found = plan.history()
    if name in ELEMENTS:
        found = found.filter(changes__contains=[{"collection": ELEMENTS[name], "element": about[0]}])
    return (
        [(one, one.reason or summary(one.changes)) for one in found[:3]]
        if name == "overview" or name in ELEMENTS
        else []
    )

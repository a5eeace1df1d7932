"""Road map and budget of a portfolio: tried out by whoever works on the plan, read by everybody else."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language

from haluan.plans import rules as plan_rules
from haluan.plans.models import Plan
from haluan.plans.reading import budget as money

from .. import rules, shown
from ..asked import SORTS, asked
from ..choice import OWN, Choice, choice_of
from ..models import Optimisation


def portfolio(request: HttpRequest, plan: Plan) -> HttpResponse | None:
    """In the place of the budget; everybody else, and `?warga`, gets the budget as it is chosen."""
    if "warga" in request.GET or not rules.may_see(request.user, plan):
        return None
    choice = choice_of(plan, request.GET)
    template = "_tried.html" if "X-Fragment" in request.headers else "page.html"
    return show(request, template, plan, choice)


def show(
    request: HttpRequest, template: str, plan: Plan, choice: Choice, status: int = 200, **more: Any
) -> HttpResponse:
    context = {**tried(request, plan, choice), **more}
    if template == "page.html":
        context |= around(request, plan, choice)
    response = render(request, f"impact/{template}", context, status=status)
    patch_cache_control(response, private=True, no_store=True)
    return response


def tried(request: HttpRequest, plan: Plan, choice: Choice) -> dict[str, Any]:
    """What follows the road map as it is moved."""
    return {
        "plan": plan,
        "choice": choice,
        "reading": choice.reading,
        "map": shown.roadmap(choice),
        "effect": shown.effect(choice),
        "money": money.budget(choice.reading),
        "may_run": rules.may_run(request.user, plan),
        "may_write": plan_rules.may_write(request.user, plan),
        "version": choice.own_reading.version,
        **shown.head(choice),
    }


def around(request: HttpRequest, plan: Plan, choice: Choice) -> dict[str, Any]:
    """What stands around it: runs, questions, scenarios."""
    latest = plan.optimisations.exclude(state="cancelled").select_related("asked_by").first()
    if latest:
        latest.plan = plan
    run = choice.optimisation
    sort = request.GET.get("urut", "")
    return {
        "fictional": plan.fictional,
        "section": "plans",
        "here": "budget",
        "latest": latest,
        "may_cancel": bool(latest and latest.live and rules.may_cancel(request.user, latest, plan)),
        "run": run,
        "proof": shown.proof(run) if run else [],
        "asked": asked(run, choice.own_reading, sort if sort in SORTS else SORTS[0]) if run else None,
        "scenarios": scenarios(request, plan, choice),
        "optima": optima(plan),
        "own": OWN,
        "language": get_language(),
        **shown.facts(choice),
    }


def optima(plan: Plan) -> list[Optimisation]:
    """The three newest that found something."""
    done = plan.optimisations.filter(state="done", value__isnull=False)
    return list(done.defer("result").order_by("-finished_at", "-id")[:3])


def scenarios(request: HttpRequest, plan: Plan, choice: Choice) -> list[dict[str, Any]]:
    return [
        {
            "one": one,
            "count": len(one.portfolio),
            "here": one.ref == choice.ref,
            "may_remove": bool(rules.may_remove(request.user, one, plan)),
        }
        for one in plan.scenarios.all()
    ]

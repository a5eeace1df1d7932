"""Portfolios kept under a name: kept, looked at beside each other, removed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from haluan.plans import rules as plan_rules
from haluan.plans.models import Plan
from haluan.plans.reading import said

from .. import rules, shown
from ..choice import OWN, Choice, choice_of
from ..inputs import fingerprint
from ..models import Scenario
from .page import show
from .shared import refuse_unless, run_by, seen

MOST = 3


@require_POST
def keep(request: HttpRequest, slug: str) -> HttpResponse:
    plan = run_by(request, slug)
    choice = choice_of(plan, request.POST)
    name = " ".join(request.POST.get("nama", "").replace("\0", "").split())[:80]
    fault = "" if name else _("Beri nama, agar dikenali di antara yang lain.")
    if not fault and plan.scenarios.count() >= Scenario.MOST:
        fault = _("Sudah ada %(most)s skenario. Hapus yang tidak dipakai lagi.") % {"most": Scenario.MOST}
    if not fault and not kept(request, plan, choice, name):
        fault = _("Nama itu sudah dipakai skenario lain. Pilih nama lain.")
    if fault:
        return show(request, "page.html", plan, choice, status=422, name_fault=fault, name=name)
    messages.success(request, _("Skenario “%(name)s” disimpan.") % {"name": name})
    return redirect(reverse("plan-budget", args=[slug]) + "#skenario")


def kept(request: HttpRequest, plan: Plan, choice: Choice, name: str) -> bool:
    """False where the name is taken."""
    reading = choice.own_reading
    try:
        with transaction.atomic():
            Scenario.objects.create(
                plan=plan,
                name=name,
                portfolio=choice.portfolio,
                factor=choice.factor,
                number=reading.version,
                inputs=fingerprint(reading.data),
                optimisation=choice.optimisation,
                by=request.user,
                by_name=request.user.name,
            )
    except IntegrityError:
        return False
    return True


@require_POST
def remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = seen(request, slug)
    scenario = get_object_or_404(Scenario, plan=plan, pk=pk)
    refuse_unless(rules.may_remove(request.user, scenario, plan), plan)
    scenario.delete()
    messages.success(request, _("Skenario “%(name)s” dihapus.") % {"name": scenario.name})
    return redirect(reverse("plan-budget", args=[slug]) + "#skenario")


@require_safe
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Two or three side by side: `?s=skenario-1&s=hitungan-4&s=rencana`. The first is what the others differ from."""
    plan = seen(request, slug)
    refs = list(dict.fromkeys(request.GET.getlist("s")))[:MOST]
    choices = [choice_of(plan, {"pilihan": ref}) for ref in refs if ref]
    if not choices or [choice.ref for choice in choices] == [OWN]:
        choices = [choice_of(plan, {})]  # the newest optimum
    if len(choices) == 1 and choices[0].ref != OWN:
        choices.insert(0, choice_of(plan, {"pilihan": OWN}))
    columns = [beside(choice, choices[0]) for choice in choices]
    largest = max((amount for one in columns for amount in one["amounts"]), default=0)
    unit, size = said.unit_of(largest)
    years = list(choices[0].own_reading.years)
    context = {
        "plan": plan,
        "fictional": plan.fictional,
        "section": "plans",
        "here": "budget",
        "columns": columns,
        "unit": unit,
        "may_write": plan_rules.may_write(request.user, plan),
        "by_year": [
            (year, [said.in_unit(one["amounts"][at], size) for one in columns])
            for at, year in enumerate(years)
        ],
        "rows": starts(choices),
        "heading": heading(columns),
        "stale": [choice.name for choice in choices if choice.stale],
    }
    return render(request, "impact/compare.html", context)


def beside(choice: Choice, first: Choice) -> dict[str, Any]:
    reading = choice.judged
    column = shown.column(choice.name, reading)
    return {
        **column,
        "choice": choice,
        "amounts": [reading.impact.spending[year] if reading.impact else 0.0 for year in reading.years],
        "differs": shown.difference(first.portfolio, choice.portfolio) if choice is not first else None,
    }


def starts(choices: list[Choice]) -> list[dict[str, Any]]:
    """Innovations that do not stand alike in all of them, with the year each gives."""
    reading = choices[0].own_reading
    rows = []
    for key in reading.innovations:
        years = [choice.portfolio.get(key) for choice in choices]
        if len(set(years)) > 1:
            rows.append({**reading.link(key), "years": years})
    return rows


def heading(columns: list[dict[str, Any]]) -> str:
    counted = [one for one in columns if one["person_years"]]
    if len(counted) < 2:
        return _("%(n)s susunan berdampingan") % {"n": len(columns)}
    best = max(counted, key=lambda one: one["person_years"].expected)
    least = min(counted, key=lambda one: one["person_years"].expected)
    more = best["person_years"].expected - least["person_years"].expected
    if more <= 0:
        return _("%(n)s susunan dengan manfaat yang sama") % {"n": len(columns)}
    return _("“%(best)s” membawa %(more)s orang-tahun lebih banyak daripada “%(least)s”") % {
        "best": best["name"],
        "more": said.about(more),
        "least": least["name"],
    }

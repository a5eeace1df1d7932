"""Asking for an optimum, looking how far it is, stopping it, and asking about what it found."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from haluan.plans.models import Plan

from .. import rules
from ..models import Inquiry, Optimisation
from .shared import refuse_unless, run_by, seen

GAPS = {"penuh": 1e-4, "cukup": 1e-2}
LIMITS = (10, 60, 300)
MINIMUMS = range(6)
FACTORS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5)


@require_POST
def optimise(request: HttpRequest, slug: str) -> HttpResponse:
    """One at a time for a plan: while one is under way, that one is shown."""
    plan = run_by(request, slug)
    run = Optimisation.ask(plan, by=request.user, language=get_language(), **options(request, plan))
    if run.asked_by_id != request.user.pk:
        messages.info(request, _("Hitungan lain untuk rencana ini sedang berjalan; inilah hitungan itu."))
    return redirect(reverse("plan-budget", args=[slug]) + "#hitungan")


def options(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    """What was asked for; what is not understood falls back to the usual."""
    said = request.POST
    limit, factor, year = said.get("waktu", ""), said.get("pagu", ""), said.get("tetap", "")
    years = plan.fields["period"]
    known = year.isdecimal() and len(year) == 4 and years["first_year"] < int(year) <= years["last_year"] + 1
    return {
        "gap": GAPS.get(said.get("celah", ""), 1e-4),
        "limit": int(limit) if limit in map(str, LIMITS) else 60,
        "factor": float(factor) if factor in map(str, FACTORS) else 1.0,
        "fixed_before": int(year) if known else None,
        "per_dimension": minimum(said.get("dimensi", "")),
        "quick_wins": minimum(said.get("quickwin", "")),
    }


def minimum(said: str) -> int | None:
    """None: the plan's own."""
    return int(said) if said in map(str, MINIMUMS) else None


@never_cache
@require_safe
def state(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """How far a run is, for `job.js`; a person who comes here is shown the page."""
    plan = seen(request, slug)
    run = found(plan, pk)
    if "X-Fragment" not in request.headers:
        return redirect(run if run.state == "done" and run.portfolio else page_of(plan))
    may_cancel = run.live and rules.may_cancel(request.user, run, plan)
    context = {"plan": plan, "latest": run, "may_cancel": bool(may_cancel)}
    return render(request, "impact/_run.html", context)


@require_POST
def cancel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = seen(request, slug)
    run = found(plan, pk)
    refuse_unless(rules.may_cancel(request.user, run, plan), plan)
    if not run.cancel():
        messages.info(request, _("Hitungan itu sudah selesai atau sudah dihentikan."))
        run.refresh_from_db()
        return redirect(run if run.state == "done" and run.portfolio else page_of(plan))
    if run.state == "done":
        messages.success(request, _("Hitungan dihentikan; yang terbaik sejauh itu disimpan."))
        return redirect(run)
    else:
        messages.success(request, _("Hitungan dihentikan sebelum ada jawaban."))
    return redirect(page_of(plan))


@require_POST
def inquire(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = run_by(request, slug)
    run = found(plan, pk)
    kind = request.POST.get("jenis", "")
    about = request.POST.get("tentang", "").replace("\0", "")[:200] if kind in Inquiry.ABOUT_ONE else ""
    unknown = (
        kind not in Inquiry.Kind.values
        or (
            kind == Inquiry.Kind.TURN
            and not plan.elements.filter(collection="innovations", key=about).exists()
        )
        or (kind == Inquiry.Kind.BEFORE and not earlier(about, run))
    )
    if run.state != "done" or not run.portfolio or unknown:
        messages.info(request, _("Tanyakan setelah hitungannya menemukan susunan."))
        return redirect(page_of(plan))
    inquiry = Inquiry.ask(run, kind, about, by=request.user, language=get_language())
    return redirect(inquiry.get_absolute_url())


def earlier(said: str, run: Optimisation) -> bool:
    """Whether that is the number of a version before the one that was optimised, written as numbers are."""
    return said.isascii() and said.isdecimal() and said == said.lstrip("0") and 0 < int(said[:9]) < run.number


@never_cache
@require_safe
def inquiry_state(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = seen(request, slug)
    inquiry = found_inquiry(plan, pk)
    if "X-Fragment" not in request.headers:
        return redirect(inquiry.get_absolute_url())
    context = {
        "plan": plan,
        "run": inquiry.optimisation,
        "inquiry": inquiry,
        "kind": inquiry.kind,
        "key": inquiry.about,
        "may_run": rules.may_run(request.user, plan),
    }
    return render(request, "impact/_inquiry.html", context)


@require_POST
def inquiry_cancel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    plan = seen(request, slug)
    inquiry = found_inquiry(plan, pk)
    refuse_unless(rules.may_cancel(request.user, inquiry, plan), plan)
    if inquiry.cancel():
        messages.success(request, _("Hitungan dihentikan."))
    else:
        messages.info(request, _("Hitungan itu sudah selesai atau sudah dihentikan."))
    return redirect(inquiry.get_absolute_url())


def found(plan: Plan, pk: int) -> Optimisation:
    run = get_object_or_404(Optimisation, plan=plan, pk=pk)
    run.plan = plan
    return run


def found_inquiry(plan: Plan, pk: int) -> Inquiry:
    inquiry = get_object_or_404(
        Inquiry.objects.select_related("optimisation"), optimisation__plan=plan, pk=pk
    )
    inquiry.optimisation.plan = plan
    return inquiry


def page_of(plan: Plan) -> str:
    return reverse("plan-budget", args=[plan.slug])

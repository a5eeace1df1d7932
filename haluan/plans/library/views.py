"""The library for everybody, and on the desk with the way to take something over."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from haluan.plans.editor import forms
from haluan.plans.editor.page import element_url
from haluan.plans.editor.views import writable
from haluan.plans.labels import CHOICES
from haluan.plans.models import Plan
from haluan.plans.views.asking import asked_text
from haluan.plans.words import lang
from haluan.web.templatetags.haluan import DIMENSIONS
from masterplan.document import ConflictError, DocumentError

from .finding import find
from .taking import Incomplete, take, theirs

Data = dict[str, Any]


@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """Every innovation that is public: in plans, and those regions are known for."""
    return render(request, "plans/library/library.html", looked_for(request) | {"section": "library"})


@require_safe
@login_required
def search(request: HttpRequest, slug: str) -> HttpResponse:
    """The same on the desk: also by a problem of one's own."""
    plan = writable(request, slug, "innovations")
    data = plan.document()
    problems = {one["id"]: one["title"] for one in data.get("problems", [])}
    context = {
        "plan": plan,
        "fictional": plan.fictional,
        "problems": problems,
        "place": _("Ambil dari daerah lain"),
        "last_saved": last_saved(plan),
    }
    return render(request, "plans/library/search.html", looked_for(request, plan, problems) | context)


def last_saved(plan: Plan) -> Any:
    return plan.changesets.order_by("-number").values_list("at", flat=True).first()


def looked_for(
    request: HttpRequest, plan: Plan | None = None, problems: dict[str, str] | None = None
) -> Data:
    words, dimension, page = (
        asked_text(request, "q"),
        request.GET.get("dimensi", ""),
        request.GET.get("halaman", ""),
    )
    dimension = dimension if dimension in DIMENSIONS else ""
    number = int(page) if page.isascii() and page.isdecimal() and 0 < len(page) < 5 and int(page) else 1
    problem = request.GET.get("masalah", "")
    about = (problems or {}).get(problem, "")
    found = find(f"{about} {words}", dimension, number, plan.pk if plan else None, any_word=bool(about))
    return {
        "found": found,
        "asked": words,
        "dimension": dimension,
        "problem": problem if about else "",
        "dimensions": DIMENSIONS,
        "query": urlencode({"q": words, "dimensi": dimension, "masalah": problem if about else ""}),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def taken(request: HttpRequest, slug: str, origin: str) -> HttpResponse:
    """One innovation of another region, what of it would come, and the button that brings it."""
    plan = writable(request, slug, "innovations")
    data = plan.document()
    found = theirs(origin, plan, data)
    error = ""
    if request.method == "POST":
        try:
            return redirect(
                element_url(plan, "innovations", take(plan, found, request.POST, by=request.user))
            )
        except Incomplete as incomplete:
            error = str(incomplete)
        except DocumentError as fault:
            error = fault.faults[0].located(lang())
        except ConflictError as conflict:
            error = conflict.conflicts[0].say(lang())
    context = {
        "plan": plan,
        "fictional": plan.fictional,
        "place": _("Ambil dari daerah lain"),
        "last_saved": last_saved(plan),
        "found": found,
        "error": error,
        "title": request.POST.get("title", found.title),
        "problems": data.get("problems", []),
        "chosen_problem": request.POST.get("masalah", ""),
        "enablers": [asked_enabler(request, place, one) for place, one in enumerate(found.enablers)],
        "mine": data.get("enablers", []),
        "kinds": [(kind, CHOICES.get(kind, kind)) for kind in forms.shape("enablers", "kind").choices],
        "dimension": found.fields.get("dimension", ""),
    }
    return render(request, "plans/library/take.html", context, status=422 if error else 200)


def asked_enabler(request: HttpRequest, place: int, one: Any) -> Data:
    return {
        "place": place,
        "title": one.title,
        "description": one.description,
        "kind": request.POST.get(f"jenis-{place}", one.kind),
        "chosen": request.POST.get(f"pemungkin-{place}", one.mine or "baru"),
    }

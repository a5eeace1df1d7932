"""Undo, restore, name a version, settle a conflict. Asked first, done by POST."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from haluan.web.errors import Refused
from masterplan.document import Change, ConflictError, Data, DocumentError

from .. import rules
from ..conflicts import choices, chosen, packed
from ..models import ChangeSet, Plan
from ..models.changeset import as_changes
from ..words import lang, lines, summary
from .shared import readable, show, titles, writable

ask_then_do = require_http_methods(["GET", "HEAD", "POST"])


@ask_then_do
def revert(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Undo one change set, by a new one that turns its changes round."""
    plan = writable(request, slug)
    changeset = get_object_or_404(plan.history(), number=number)
    back = changeset.inverse().changes
    told = [change.to_data() for change in back]
    refuse_unless_allowed(request, plan, told)
    if request.method != "POST":
        about = {"changeset": changeset, "summary": summary(changeset.changes)}
        return show(request, "revert.html", plan, **about, **preview(plan, told))
    try:
        done = changeset.revert(by=request.user, reason=request.POST.get("alasan", ""))
    except ConflictError as error:
        why = _("Membatalkan perubahan %(number)s") % {"number": number}
        return conflict_page(request, plan, back, error, reason=why, origin="revert")
    except DocumentError as error:
        return not_done(request, plan, error)
    messages.success(request, _("Perubahan %(number)s dibatalkan.") % {"number": number})
    return redirect(landing(done, plan))


@ask_then_do
def restore(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Bring the whole plan back to what it said at one version."""
    plan = writable(request, slug)
    if number > plan.version:
        raise Http404
    changes = [change.to_data() for change in plan.compare(plan.version, number).changes]
    refuse_unless_allowed(request, plan, changes)
    if request.method != "POST":
        about = {"number": number, "summary": summary(changes) if changes else ""}
        return show(request, "restore.html", plan, **about, **preview(plan, changes))
    seen, reason = plan.version, request.POST.get("alasan", "")
    if request.POST.get("terlihat") != str(seen) or not plan.restore(number, request.user, reason, seen):
        messages.warning(
            request, _("Rencana ini baru saja diubah orang lain. Lihat dahulu yang akan kembali.")
        )
        return redirect("plan-restore", slug, number)
    messages.success(request, _("Rencana dipulihkan ke versi %(number)s.") % {"number": number})
    return redirect("plan-history", slug)


def preview(plan: Plan, changes: list[Data]) -> dict[str, Any]:
    """What a page that asks first shows of `changes`: at most a hundred, and how many more there are."""
    shown = changes[:100]
    return {"lines": lines(shown), "titles": titles(plan, shown), "more": len(changes) - len(shown)}


def refuse_unless_allowed(request: HttpRequest, plan: Plan, changes: list[Data]) -> None:
    answer = rules.may_write_all(request.user, plan, changes)
    if not answer:
        raise Refused(
            answer.reason, instead=[(reverse("plan-history", args=[plan.slug]), _("Baca riwayatnya"))]
        )


def not_done(request: HttpRequest, plan: Plan, error: DocumentError) -> HttpResponse:
    return show(
        request,
        "refused.html",
        plan,
        status=422,
        faults=[fault.located(lang()) for fault in error.faults[:20]],
    )


@ask_then_do
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """The named versions; a coordinator or head gives a name to what the plan says now."""
    plan = readable(request, slug)
    error = name = ""
    if request.method == "POST":
        plan = writable(request, slug, rules.PLAN_ITSELF)
        name = request.POST.get("nama", "").strip()
        error = name_fault(plan, name, request)
        if not error:
            messages.success(request, _("Versi “%(name)s” disimpan.") % {"name": name})
            return redirect("plan-versions", slug)
    named = plan.named_versions.defer("text").order_by("-number", "-id")
    may_name = rules.may_write(request.user, plan, rules.PLAN_ITSELF)
    context = {
        "named": named,
        "error": error,
        "name": name,
        "may_name": may_name,
        "may_write": rules.may_write(request.user, plan),
    }
    return show(request, "versions.html", plan, status=422 if error else 200, **context)


def name_fault(plan: Plan, name: str, request: HttpRequest) -> str:
    """Names the version; a sentence when that cannot be."""
    if not name or len(name) > 80 or "\0" in name:
        return _("Beri nama yang pendek, misalnya Draf Bimtek 2 (paling banyak 80 huruf).")
    try:
        with transaction.atomic():
            plan.name_version(name, by=request.user)
    except IntegrityError:
        return _("Nama itu sudah dipakai. Pilih nama lain, misalnya dengan tanggalnya.")
    return ""


@require_POST
def conflict(request: HttpRequest, slug: str) -> HttpResponse:
    """Apply what was chosen on a conflict page; what conflicts anew is asked again."""
    plan = writable(request, slug)
    try:
        changes = chosen(request.POST)
        wanted = as_changes(changes)
    except (ValueError, DocumentError):
        raise BadRequest from None
    refuse_unless_allowed(request, plan, changes)
    reason, origin = request.POST.get("alasan", ""), request.POST.get("asal", "editor")
    if origin not in {"editor", "revert", "import"}:
        raise Http404
    try:
        done = ChangeSet.apply(plan=plan, changes=changes, by=request.user, reason=reason, origin=origin)
    except ConflictError as error:
        return conflict_page(request, plan, wanted, error, reason=reason, origin=origin)
    except DocumentError as error:
        return not_done(request, plan, error)
    messages.success(request, _("Pilihan Anda disimpan."))
    return redirect(landing(done, plan))


def landing(done: ChangeSet, plan: Plan) -> str:
    """The page of what was just done; the history when nothing became different."""
    return done.get_absolute_url() if done.pk else reverse("plan-history", args=[plan.slug])


def conflict_page(
    request: HttpRequest,
    plan: Plan,
    changes: Sequence[Change],
    error: ConflictError,
    *,
    reason: str = "",
    origin: str = "editor",
) -> HttpResponse:
    """Base, theirs and mine of each field in conflict, to choose from; works without JavaScript. Status 409.

    Where the outcome would be no valid plan there is nothing to choose, and the page says what is in the way.
    """
    if any(conflict.fault for conflict in error.conflicts):
        sentences = [conflict.say(lang()) for conflict in error.conflicts[:20]]
        return show(request, "refused.html", plan, status=409, faults=sentences)
    asked = choices(plan, changes, error.conflicts)
    form = {"choices": asked, "packed": packed(changes, error.conflicts), "reason": reason, "origin": origin}
    return show(request, "conflict.html", plan, status=409, **form)

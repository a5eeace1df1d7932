"""Making a portfolio the plan's own: one change set through the one door, refused where others came between."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from haluan.plans.models import ChangeSet
from haluan.plans.words import lang
from masterplan.document import ConflictError, DocumentError, diff

from .. import rules
from ..choice import Choice, applied, choice_of
from .page import show
from .shared import refuse_unless, seen


@require_POST
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """Decision and start year of every innovation, as they differ from the version that was looked at."""
    plan = seen(request, slug)
    refuse_unless(rules.may_apply(request.user, plan, []), plan)
    choice = choice_of(plan, request.POST)
    reason = request.POST.get("alasan", "").strip()
    number = looked_at(request, choice.own_reading.version)
    before = choice.own_reading.data if number == choice.own_reading.version else plan.document_at(number)
    changes = diff(before, applied(before, choice.portfolio))
    told = [change.to_data() for change in changes.changes]
    refuse_unless(rules.may_apply(request.user, plan, told), plan)
    faults = faults_of(request, choice, reason)
    if faults:
        return show(request, "page.html", plan, choice, status=422, faults=faults, reason=reason)
    try:
        done = ChangeSet.apply(
            plan=plan, changes=changes, by=request.user, reason=reason, origin=ChangeSet.Origin.PORTFOLIO
        )
    except (ConflictError, DocumentError) as error:
        return show(
            request,
            "page.html",
            plan,
            choice_of(plan, request.POST),
            status=409,
            faults=between(error),
            reason=reason,
        )
    if done.pk is None:
        messages.info(request, _("Rencana sudah memakai susunan ini; tidak ada yang berubah."))
        return redirect("plan-budget", slug)
    said = _("Susunan diterapkan sebagai perubahan %(number)s.") % {"number": done.number}
    undo = _("Lihat atau batalkan")
    messages.success(request, format_html('{} <a href="{}">{}</a>', said, done.get_absolute_url(), undo))
    return redirect("plan-budget", slug)


def looked_at(request: HttpRequest, now: int) -> int:
    """The version that was on the page."""
    said = request.POST.get("versi", "")
    return int(said) if said.isdecimal() and len(said) <= 9 and int(said) <= now else now


def faults_of(request: HttpRequest, choice: Choice, reason: str) -> list[str]:
    found = []
    impact = choice.judged.impact
    if not reason:
        found.append(_("Tulis alasannya: ia dibaca dalam riwayat rencana."))
    if impact and impact.broken and request.POST.get("tahu") != "ya":
        found.append(_("Susunan ini melanggar aturan. Centang bahwa Anda tahu, atau geser dahulu."))
    return found


def between(error: ConflictError | DocumentError) -> list[str]:
    """Which innovations somebody else decided meanwhile, or what the plan refuses."""
    if isinstance(error, DocumentError):
        return [fault.located(lang()) for fault in error.faults[:20]]
    told = [
        _(
            "Orang lain mengubah rencana sejak halaman ini dibuka. Belum ada yang diterapkan; lihat lagi, lalu terapkan."
        )
    ]
    return told + [conflict.say(lang()) for conflict in error.conflicts[:12]]

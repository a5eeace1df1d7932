"""The findings of one plan: read through a gate or a ministry's eyes, mended, or accepted with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from haluan.plans import rules
from haluan.plans.editor.newcomers import free_id
from haluan.plans.labels import collection_label
from haluan.plans.models import ChangeSet, Plan
from haluan.plans.views.shared import show
from haluan.plans.words import headline
from haluan.web.errors import Refused
from masterplan.document import COLLECTIONS, Change, ConflictError, Data, DocumentError, keys_of
from masterplan.lint import FAMILIES, SEVERITIES, SEVERITY_WORDS, Gate, Report, gates, profiles

from .judging import Said, accepted_said, finding_said, gate_states, judged

FILTERS = ("gerbang", "mata", "bobot", "keluarga", "unsur")
SHORTEST, LONGEST = 20, 2000
"""Letters of a reason: one that can be read, and one that still is."""


@dataclass
class Group:
    """The findings of one element, or of the plan itself."""

    title: str
    element: str
    url: str
    findings: list[Said] = field(default_factory=list)


@require_safe
def findings(request: HttpRequest, slug: str) -> HttpResponse:
    """All findings by element, errors first; what is accepted stands below with its reason."""
    plan = reviewable(request, slug)
    asked = {name: request.GET.get(name, "")[:40] for name in FILTERS}
    gate, eyes = gates().get(asked["gerbang"]), profiles().get(asked["mata"])
    data = plan.document()
    try:
        found = judged(plan, data)
    except DocumentError as error:
        raise Refused(str(error), title=_("Rencana ini belum dapat diperiksa")) from error
    report = found.report(gate=gate, profile=eyes)
    everything = found.report().count("error")
    shown = [finding_said(plan, one) for one in report.findings]
    kept = [one for one in shown if fits(one, asked)]
    lang = get_language() or "id"
    return show(
        request, "findings/findings.html", plan,
        states=gate_states(found), asked=asked, gate=gate and gate.title.say(lang), about=described(gate or eyes),
        passed=report.passed, groups=grouped(plan, data, kept), errors=everything, count=len(kept), all=len(shown),
        accepted=[accepted_said(plan, one) for one in report.accepted],
        counts=[(level, SEVERITY_WORDS[level].say(lang), report.count(level)) for level in SEVERITIES],
        eyes=[(name, one.title.say(lang)) for name, one in profiles().items()],
        families=[(code, name.say(lang)) for code, name in FAMILIES.items()],
        fixes=sum(one.fixable for one in shown), may_answer=bool(may_answer(request.user, plan)),
        may_write=bool(rules.may_write(request.user, plan)),
        here=request.get_full_path(),
    )  # fmt: skip


def described(lens: Gate | None) -> str:
    return lens.about.say(get_language() or "id") if lens else ""


def fits(one: Said, asked: dict[str, str]) -> bool:
    return (
        asked["bobot"] in ("", one.severity)
        and asked["keluarga"] in ("", one.code[:3])
        and asked["unsur"].strip().upper() in ("", one.element.upper(), one.code)
    )


def grouped(plan: Plan, data: Data, shown: list[Said]) -> list[Group]:
    """By element, in the order in which the first finding of each comes."""
    names = {
        (name, key): headline(item)
        for name in COLLECTIONS
        for key, item in zip(keys_of(name, data.get(name, [])), data.get(name, []), strict=True)
    }
    groups: dict[tuple[str, str], Group] = {}
    for one in shown:
        place = (one.collection, one.element)
        if place not in groups:
            title = names.get(place, "") if one.element else _("Seluruh rencana")
            groups[place] = Group(
                title or collection_label(one.collection), one.element, one.url.partition("#")[0]
            )
        groups[place].findings.append(one)
    return list(groups.values())


@require_POST
def accept(request: HttpRequest, slug: str) -> HttpResponse:
    """A finding is right as it is: the reason becomes part of the plan and stays visible."""
    plan = answering(request, slug)
    code, element, where = (request.POST.get(name, "") for name in ("kode", "unsur", "isian"))
    reason = " ".join(request.POST.get("alasan", "").split())
    data = plan.document()
    report = judged(plan, data).report()
    known = [
        one
        for one in report.findings
        if (one.code, one.element or "", one.field or "") == (code, element, where)
    ]
    if not known:
        messages.info(request, _("Temuan itu sudah tidak ada."))
        return redirect(back(request, plan))
    if not SHORTEST <= len(reason) <= LONGEST:
        raise Refused(
            _(
                "Alasan ini dibaca pembimbing, penilai, dan warga. Tulis dalam satu kalimat mengapa temuan ini benar apa adanya."
            ),
            title=_("Alasannya belum cukup"),
            instead=[(back(request, plan), _("Kembali ke temuan"))],
        )
    acceptance = {
        "id": free_id(plan, data, "acceptances"),
        "code": code,
        **({"element": element} if element else {}),
        **({"field": where} if where else {}),
        "reason": reason,
        "by": request.user.get_full_name() or str(request.user),
        "date": date.today().isoformat(),
    }
    after = keys_of("acceptances", data.get("acceptances", []))[-1:]
    change = Change(
        "add", "acceptances", acceptance["id"], value=acceptance, after=after[0] if after else None
    )
    done(request, plan, [change], _("%(code)s diterima: %(reason)s") % {"code": code, "reason": reason})
    messages.success(request, _("%(code)s diterima dengan alasan Anda.") % {"code": code})
    return redirect(back(request, plan))


@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """The reason is taken back; the finding stands again."""
    plan = answering(request, slug)
    key, data = request.POST.get("jawaban", ""), plan.document()
    items = data.get("acceptances", [])
    keys = keys_of("acceptances", items)
    if key not in keys:
        messages.info(request, _("Jawaban itu sudah tidak ada."))
        return redirect(back(request, plan))
    at = keys.index(key)
    change = Change("remove", "acceptances", key, value=items[at], after=keys[at - 1] if at else None)
    done(request, plan, [change], _("%(code)s tidak lagi diterima") % {"code": items[at]["code"]})
    messages.success(request, _("Jawaban ditarik; temuannya berdiri lagi."))
    return redirect(back(request, plan))


@require_POST
def fix(request: HttpRequest, slug: str) -> HttpResponse:
    """The safe fixes, all of them or those of one finding, as one change set."""
    plan = reviewable(request, slug)
    data = plan.document()
    code, element = request.POST.get("kode", ""), request.POST.get("unsur", "")
    report = judged(plan, data).report()
    wanted = [
        one
        for one in report.findings
        if one.fix and (not code or (one.code, one.element or "") == (code, element))
    ]
    changes = list(Report(tuple(wanted), ()).fixed(data).changes)
    if not changes:
        messages.info(request, _("Tidak ada yang perlu diperbaiki."))
        return redirect(back(request, plan))
    answer = rules.may_write_all(request.user, plan, [change.to_data() for change in changes])
    if not answer:
        raise Refused(answer.reason, instead=[(back(request, plan), _("Kembali ke temuan"))])
    codes = ", ".join(sorted({one.code for one in wanted}))
    done(request, plan, changes, _("Perbaikan aman: %(codes)s") % {"codes": codes})
    said_ = ngettext("%(n)s temuan diperbaiki.", "%(n)s temuan diperbaiki.", len(wanted)) % {"n": len(wanted)}
    messages.success(request, said_)
    return redirect(back(request, plan))


def done(request: HttpRequest, plan: Plan, changes: list[Change], reason: str) -> None:
    """Through the one door; somebody who was faster is told so."""
    try:
        ChangeSet.apply(
            plan=plan, changes=[change.to_data() for change in changes], by=request.user, reason=reason[:300]
        )
    except (ConflictError, DocumentError) as error:
        raise Refused(
            str(error),
            title=_("Rencana ini baru saja diubah orang lain"),
            instead=[(back(request, plan), _("Lihat temuannya sekarang"))],
        ) from error


def reviewable(request: HttpRequest, slug: str) -> Plan:
    """The plan, for those who work on it or guide it: the team, mentors, ministries, the office."""
    return allowed(request, slug, rules.may_review)


def answering(request: HttpRequest, slug: str) -> Plan:
    """The plan, for those who answer for its findings."""
    return allowed(request, slug, may_answer)


def may_answer(user: Any, plan: Plan) -> rules.Answer:
    return rules.may_write(user, plan, "acceptances")


def allowed(request: HttpRequest, slug: str, may: Callable[[Any, Plan], rules.Answer]) -> Plan:
    plan = get_object_or_404(Plan.objects.select_related("region"), slug=slug)
    answer = may(request.user, plan)
    if not answer:
        raise Refused(answer.reason, instead=[(plan.get_absolute_url(), _("Baca rencananya"))])
    return plan


def back(request: HttpRequest, plan: Plan) -> str:
    """To the list with its filters, or to the element where the form stood."""
    wanted = request.POST.get("kembali", "")
    home = reverse("plan-findings", args=[plan.slug])
    return wanted if wanted.startswith((f"{home}?", f"/rencana/{plan.slug}/tulis/")) else home

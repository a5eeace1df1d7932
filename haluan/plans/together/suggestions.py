"""Suggestions of a plan: the list, one with its differences, handing in, deciding, asking back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Prefetch, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from haluan.accounts.notices import notify, notify_all
from haluan.plans.models import Decided, Plan, SuggestedChange, Suggestion, Thread
from haluan.plans.models.suggestion import MOST_OPEN
from haluan.plans.rules import (
    Answer,
    may_discuss,
    may_see_suggestion,
    may_suggest,
    may_write_all,
)
from haluan.plans.views.asking import asked_text
from haluan.plans.words import headline, lang, summary
from masterplan.document import ConflictError, DocumentError, load
from masterplan.document.reading import decode
from masterplan.impact import ImpactError, potential
from masterplan.language import rounded

from .draft import laid_over
from .finding import items_by_place, page, plan_for, refuse_unless
from .fit import Fit, fits, heading_of, split, with_overlaps
from .people import leaders_of, people_of, role_said
from .threads import begin, shown, words_in
from .threads import remarks as with_remarks
from .told import Said

Data = dict[str, Any]
A_PAGE = 20
LONGEST_REASON, LONGEST_WHY = 2000, 1000


# -- the list


@require_safe
@login_required
def suggestions(request: HttpRequest, slug: str) -> HttpResponse:
    """The open ones, newest first; `keadaan=putus|semua`, `milik=saya`, `unsur=IN-06`.

    Who does not read the draft of the plan sees what was suggested by that person.
    """
    plan = plan_for(request, slug, may_suggest)
    reads = may_discuss(request.user, plan)
    chosen = {name: asked_text(request, name) for name in ("keadaan", "milik", "unsur")}
    if not reads:
        chosen["milik"] = "saya"
    pages = Paginator(filtered(plan, request.user, chosen), A_PAGE).get_page(request.GET.get("halaman"))
    data = plan.document()
    rows = [row_of(one, data) for one in pages.object_list]
    waiting = plan.suggestions.open().count() if reads else 0
    kept = request.GET.copy()
    kept.pop("halaman", None)
    return page(
        request, "suggestions.html", plan, heading=title_of(waiting, reads), rows=rows, page=pages, chosen=chosen,
        query=kept.urlencode(), draft=Suggestion.draft_of(plan, request.user),
    )  # fmt: skip


def title_of(waiting: int, reads: Any) -> str:
    if not reads:
        return _("Usul Anda untuk rencana ini")
    if not waiting:
        return _("Tidak ada usul yang menunggu putusan")
    return ngettext("%(n)d usul menunggu putusan", "%(n)d usul menunggu putusan", waiting) % {"n": waiting}


def filtered(plan: Plan, user: Any, chosen: dict[str, str]) -> Any:
    found = plan.suggestions.handed_in().with_counts().order_by("-handed_in_at", "-pk")
    if chosen["keadaan"] == "putus":
        found = found.exclude(state="open")
    elif chosen["keadaan"] != "semua":
        found = found.open()
    if chosen["milik"]:
        found = found.filter(author=user)
    if chosen["unsur"]:
        touching = SuggestedChange.objects.filter(change__contains={"element": chosen["unsur"]})
        found = found.filter(pk__in=touching.values("suggestion"))
    rows = SuggestedChange.objects.order_by("number")
    return found.select_related("thread").prefetch_related(Prefetch("changes", rows))


def row_of(one: Suggestion, data: Data) -> Data:
    found = fits(one.changes.all(), data) if one.state == "open" else []
    return {
        "suggestion": one,
        "heading": heading_of(one),
        "who": role_said(one.role, one.organisation),
        "summary": summary([row.change for row in one.changes.all()]),
        "stale": sum(fit.stale for fit in found),
    }


# -- one suggestion


@require_safe
@login_required
def suggestion(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What it would change, field by field, against the plan as it is now."""
    return told(request, suggestion_for(request, slug, pk))


def suggestion_for(request: HttpRequest, slug: str, pk: int) -> Suggestion:
    query = Suggestion.objects.select_related("plan__region", "author")
    found = get_object_or_404(query, pk=pk, plan__slug=slug)
    refuse_unless(may_see_suggestion(request.user, found), request, found.plan)
    return found


def told(
    request: HttpRequest, one: Suggestion, error: str = "", faults: Any = (), status: int = 200
) -> HttpResponse:
    """The page of a suggestion; after a refusal with what is in the way and what had been chosen."""
    plan, user = one.plan, request.user
    data = plan.document()
    rows = list(one.changes.select_related("changeset").order_by("number"))
    found = fits(rows, data)
    for fit in found:
        fit.may = may_decide(user, plan, [fit.row.change]) if one.state == "open" else Answer(False)
    if one.state == "open" and may_discuss(user, plan):
        with_overlaps(found, others_of(one))
    named(found, data)
    talk = Thread.objects.filter(suggestion=one).prefetch_related(with_remarks()).first()
    mine = one.author_id == user.pk
    return page(
        request, "suggestion.html", plan, status=status,
        one=one, heading=heading_of(one), rest=split(one)[1], fits=found, mine=mine, who=role_said(one.role, one.organisation),
        summary=summary([row.change for row in rows]) if rows else "", decides=any(fit.may for fit in found),
        undecided=sum(not row.verdict for row in rows), error=error, faults=faults, typed=request.POST if error or faults else {},
        worth=worth(data, [row.change for row in rows if not row.verdict]) if one.state in {"open", "draft"} else None,
        talk=shown(talk, user) if talk else None, people=people_of(plan, one) if one.state != "draft" else [],
    )  # fmt: skip


def may_decide(user: Any, plan: Plan, changes: list[Data]) -> Answer:
    """Who may write what is suggested may take it in or say no to it."""
    return may_write_all(user, plan, changes)


def others_of(one: Suggestion) -> Any:
    """Undecided changes of other open suggestions for the same elements (one query)."""
    where = Q()
    for change in one.as_data():
        place = {name: change[name] for name in ("collection", "element") if name in change}
        where |= Q(change__contains=place or {"field": change["field"]})
    found = SuggestedChange.objects.filter(
        where, verdict="", suggestion__plan=one.plan, suggestion__state="open"
    )
    return found.exclude(suggestion=one).select_related("suggestion")


def named(found: list[Fit], data: Data) -> None:
    """What the element of each change is called: in the plan, or by the suggestion that brings it."""
    names = {place: headline(item) for place, item in items_by_place(data).items()}
    for fit in found:
        if fit.change.op == "add":
            names.setdefault((fit.change.collection or "", fit.change.element or ""), fit.line.after)
    for fit in found:
        fit.name = names.get((fit.change.collection or "", fit.change.element or ""), "")


def worth(data: Data, changes: list[Data]) -> Data | None:
    """Person-years of all that is proposed, now and with the suggestion; None where nothing can be counted."""
    try:
        now, then = potential(load(data)), potential(load(laid_over(data, changes)))
    except (DocumentError, ImpactError):
        return None
    if not now and not then:
        return None
    most = max(now, then)
    return {
        "now": rounded(now, lang()), "then": rounded(then, lang()), "same": round(now) == round(then),
        "now_percent": round(100 * now / most), "then_percent": round(100 * then / most),
    }  # fmt: skip


# -- what its author does


def own(request: HttpRequest, slug: str, pk: int) -> Suggestion:
    found = suggestion_for(request, slug, pk)
    if found.author_id != request.user.pk:
        refuse_unless(Answer(False, _("Hanya pengusulnya yang dapat melakukan ini.")), request, found.plan)
    return found


@require_POST
@login_required
def hand_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """From a draft to a suggestion that waits for a decision."""
    one = own(request, slug, pk)
    reason = request.POST.get("alasan", "").replace("\0", "").replace("\r\n", "\n").strip()[:LONGEST_REASON]
    if not reason:
        return told(
            request, one, error=_("Tulis alasannya: apa yang menjadi lebih baik bagi warga."), status=422
        )
    if one.state == "draft" and one.plan.suggestions.open().filter(author=request.user).count() >= MOST_OPEN:
        return told(
            request,
            one,
            error=_("Terlalu banyak usul Anda yang masih menunggu; tarik sebagian dahulu."),
            status=422,
        )
    if one.hand_in(reason):
        tell_deciders(one)
        messages.success(request, _("Usul diserahkan. Anda diberi tahu saat diputus."))
    else:
        messages.warning(request, _("Usul ini kosong, atau sudah diserahkan."))
    return redirect(one)


def tell_deciders(one: Suggestion) -> None:
    told_to = [person for person in leaders_of(one.plan) if person.pk != one.author_id]
    what = Said(gettext_lazy("Usul dari %(who)s: %(heading)s"), who=one.author_name, heading=heading_of(one))
    notify_all(told_to, what=what, why=one.plan.title, url=one.get_absolute_url())


@require_POST
@login_required
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The author takes it back; a draft is thrown away."""
    one = own(request, slug, pk)
    was_draft = one.state == "draft"
    if not one.withdraw():
        messages.warning(request, _("Usul ini sudah diputus atau ditarik."))
        return redirect(one)
    messages.success(request, _("Rancangan usul dibuang.") if was_draft else _("Usul ditarik."))
    return redirect("plan-suggestions", slug) if was_draft else redirect(one)


# -- deciding


@require_POST
@login_required
def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A verdict for each field: `putusan-3=terima|timpa|tolak`, or `semua=terima|tolak` for all that is open.

    Everything that was chosen happens, or nothing; who came second is told what the first one decided.
    """
    one = suggestion_for(request, slug, pk)
    verdicts = verdicts_in(request, one)
    rows = {row.number: row for row in one.changes.all()}
    changes = [rows[number].change for number in verdicts]
    refuse_unless(may_decide(request.user, one.plan, changes or list(one.as_data())), request, one.plan)
    if one.state != "open":
        messages.warning(request, too_late(Decided(None, one)))
        return redirect(one)
    why = request.POST.get("sebab", "").replace("\0", "").strip()[:LONGEST_WHY]
    declined = [number for number, verdict in verdicts.items() if verdict == "tolak"]
    if not verdicts:
        return told(
            request, one, error=_("Pilih dahulu putusan untuk paling sedikit satu isian."), status=422
        )
    if declined and not why:
        return told(request, one, error=_("Tulis alasan penolakan: pengusul membacanya."), status=422)
    try:
        accepted = taken(request, one, verdicts)
        with transaction.atomic():
            if accepted:
                one.accept(accepted, by=request.user)
            if declined:
                one.decline(declined, by=request.user, why=why)
    except Decided as late:
        messages.warning(request, too_late(late))
        return redirect(late.suggestion)
    except ConflictError as error:
        return told(request, one, faults=[each.say(lang()) for each in error.conflicts[:20]], status=409)
    except DocumentError as error:
        return told(request, one, faults=[fault.located(lang()) for fault in error.faults[:20]], status=422)
    tell_author(one, request.user, len(accepted), len(declined))
    messages.success(request, _("Putusan disimpan."))
    return redirect(one)


def verdicts_in(request: HttpRequest, one: Suggestion) -> dict[int, str]:
    """The verdicts by number of change; with `semua`, for every change that is still open."""
    whole = request.POST.get("semua", "")
    found = {}
    for number, verdict in one.changes.values_list("number", "verdict"):
        said = request.POST.get(f"putusan-{number}", "")
        if whole in {"terima", "tolak"} and not verdict:
            said = whole
        if said in {"terima", "timpa", "tolak"}:
            found[number] = said
    return found


def taken(request: HttpRequest, one: Suggestion, verdicts: dict[int, str]) -> dict[int, Data]:
    """The changes to accept: with `timpa` on top of what the page showed as standing there now."""
    found = {}
    for row in one.changes.all():
        verdict = verdicts.get(row.number)
        if verdict == "terima":
            found[row.number] = row.change
        elif verdict == "timpa" and row.change["op"] == "set":
            found[row.number] = on_top(row.change, request.POST.get(f"kini-{row.number}", ""))
    return found


def on_top(change: Data, seen: str) -> Data:
    """The change with `was` as it was seen to stand there; raises `DocumentError` for what is no JSON."""
    bare = {name: value for name, value in change.items() if name != "was"}
    return bare if not seen else {**bare, "was": decode(seen)}


def too_late(late: Decided) -> str:
    row = late.change
    if row is None:
        return _("Usul ini sudah diputus atau ditarik.")
    words = {"accepted": _("menerimanya"), "declined": _("menolaknya")}[row.verdict]
    return _("Putusan Anda tidak disimpan: %(who)s sudah %(verdict)s lebih dahulu.") % {
        "who": row.decided_by_name,
        "verdict": words,
    }


def tell_author(one: Suggestion, by: Any, accepted: int, declined: int) -> None:
    if one.author_id == by.pk:
        return
    what = Said(
        gettext_lazy("Usul Anda diputus: %(accepted)d diterima, %(declined)d ditolak"),
        accepted=accepted, declined=declined,
    )  # fmt: skip
    notify(one.author, what=what, why=heading_of(one), url=one.get_absolute_url())


# -- asking back


@require_POST
@login_required
def ask(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The first words of the thread of a suggestion; both sides of it may begin."""
    one = suggestion_for(request, slug, pk)
    if one.state == "draft":
        raise Http404
    text = words_in(request)
    if not text:
        return told(request, one, error=_("Tulis dahulu pertanyaannya."), status=422)
    thread = Thread.objects.filter(suggestion=one).first()
    if thread:
        thread.say(request.user, text)
        return redirect(thread)
    begin(request, one.plan, text, people_of(one.plan, one), suggestion=one)
    if one.author_id != request.user.pk:
        what = Said(gettext_lazy("%(who)s bertanya tentang usul Anda"), who=request.user.name)
        notify(one.author, what=what, why=text[:300], url=one.get_absolute_url())
    return redirect(one)

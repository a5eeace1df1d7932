"""Suggestions of a plan: the list, one with its differences, handing in, asking back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from haluan.accounts.notices import notify, notify_all
from haluan.plans.models import Plan, SuggestedChange, Suggestion, Thread
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
from masterplan.document import DocumentError, load
from masterplan.impact import ImpactError, potential
from masterplan.language import rounded

from .draft import laid_over
from .finding import items_by_place, page, plan_for, refuse_unless
from .fit import Fit, fits, heading_of, split, touches, with_overlaps
from .people import leaders_of, leading, members_of, people_of, role_said
from .threads import begin, shown, words_in
from .threads import remarks as with_remarks
from .told import Said

Data = dict[str, Any]
A_PAGE = 20
LONGEST_REASON = 2000


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
    meets = meetings(plan, pages.object_list) if reads else {}
    rows = [row_of(one, data) | {"meets": meets.get(one.pk, 0)} for one in pages.object_list]
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


def meetings(plan: Plan, shown: Iterable[Suggestion]) -> dict[int, int]:
    """For each open suggestion, with how many others it has a field or an element in common (one query)."""
    waiting = SuggestedChange.objects.filter(verdict="", suggestion__plan=plan, suggestion__state="open")
    there = defaultdict(list)
    for pk, change in waiting.values_list("suggestion", "change"):
        there[change.get("collection"), change.get("element")].append((pk, change))
    return {
        one.pk: len({
            pk
            for row in one.changes.all()
            if not row.verdict
            for pk, other in there[row.change.get("collection"), row.change.get("element")]
            if pk != one.pk and touches(row.change, other)
        })
        for one in shown
        if one.state == "open"
    }  # fmt: skip


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
        fit.may = may_write_all(user, plan, [fit.row.change]) if one.state == "open" else Answer(False)
    if one.state == "open" and may_discuss(user, plan):
        with_overlaps(found, others_of(one))
    named(found, data)
    talk = Thread.objects.filter(suggestion=one).prefetch_related(with_remarks()).first()
    mine = one.author_id == user.pk
    return page(
        request, "suggestion.html", plan, status=status,
        one=one, heading=heading_of(one), rest=split(one)[1], fits=found, mine=mine, who=role_said(one.role, one.organisation),
        summary=summary([row.change for row in rows]) if rows else "", decides=any(fit.may for fit in found),
        joins=len({other.suggestion for fit in found if fit.may for other in fit.others if other.joins}),
        undecided=sum(not row.verdict for row in rows), error=error, faults=faults, typed=request.POST if error or faults else {},
        worth=worth(data, [row.change for row in rows if not row.verdict]) if one.state in {"open", "draft"} else None,
        talk=shown(talk, user) if talk else None, people=people_of(plan, one) if one.state != "draft" else [],
    )  # fmt: skip


def others_of(one: Suggestion) -> Any:
    """Undecided changes of other open suggestions for the same elements (one query)."""
    where = Q()
    for change in one.as_data():
        place = {name: change[name] for name in ("collection", "element") if name in change}
        where |= Q(change__contains=place or {"field": change["field"]})
    found = SuggestedChange.objects.filter(
        where, verdict="", suggestion__plan=one.plan, suggestion__state="open"
    ).exclude(suggestion=one)
    return found.select_related("suggestion__plan", "suggestion__author").order_by("suggestion", "number")


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
    """Who leads the plan, and the people of each agency that leads what is to be changed."""
    leaders = [person for person in leaders_of(one.plan) if person.pk != one.author_id]
    what = Said(gettext_lazy("Usul dari %(who)s: %(heading)s"), who=one.author_name, heading=heading_of(one))
    notify_all(leaders, what=what, why=one.plan.title, url=one.get_absolute_url())
    known = {one.author_id, *(person.pk for person in leaders)}
    for agency, names in leading(one.plan, one.as_data()).items():
        people = [person for person in members_of(one.plan, agency) if person.pk not in known]
        known |= {person.pk for person in people}
        what = Said(
            gettext_lazy("Usul untuk inovasi yang dipimpin %(agency)s: %(heading)s"),
            agency=agency, heading=heading_of(one),
        )  # fmt: skip
        notify_all(people, what=what, why=", ".join(names), url=one.get_absolute_url())


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

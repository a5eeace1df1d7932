"""The desk in suggest mode: the same forms, but what is saved goes into the person's draft suggestion."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haluan.plans.editor import acts, views
from haluan.plans.editor.answers import answer
from haluan.plans.editor.boards import BOARDS
from haluan.plans.editor.judging import judged
from haluan.plans.editor.lists import LISTS
from haluan.plans.editor.newcomers import uses_of, without
from haluan.plans.editor.page import element_url
from haluan.plans.editor.prose import preview
from haluan.plans.editor.saving import Outcome, Posted, reading
from haluan.plans.labels import collection_label
from haluan.plans.models import Decided, Plan, Suggestion
from haluan.plans.models.suggestion import MOST_CHANGES
from haluan.plans.rules import may_suggest
from haluan.plans.words import headline
from masterplan.document import ConflictError, DocumentError, keys_of

from .draft import (
    element_at,
    is_of,
    laid_over,
    reordered,
    rewritten,
    with_added,
    with_removed,
    without_element,
    without_field,
)
from .finding import items_by_place, plan_for
from .people import as_whom

Data = dict[str, Any]


class Desk:
    """A plan as one person's draft would have it."""

    def __init__(self, request: HttpRequest, slug: str) -> None:
        self.request, self.user = request, request.user
        self.plan = plan_for(request, slug, may_suggest)
        self.plan.desk = "suggest"
        self.look()

    def look(self) -> None:
        """Read the plan and the draft as they are now."""
        self.draft = Suggestion.draft_of(self.plan, self.user)
        self.changes = self.draft.as_data() if self.draft else []
        self.plain = self.plan.document()
        self.data = laid_over(self.plain, self.changes)

    def element(self, collection: str, key: str) -> Data:
        return views.found(self.data, collection, key)

    def put(self, rewrite: Any) -> None:
        """Rewrite the draft under its lock. Raises what `rewrite` raises."""

        def limited(before: list[Data]) -> list[Data]:
            after: list[Data] = rewrite(before)
            if len(after) > MOST_CHANGES:
                raise ValueError(
                    _("Satu usul memuat paling banyak %(n)d perubahan. Serahkan dahulu yang ini.")
                    % {"n": MOST_CHANGES}
                )
            return after

        Suggestion.put(self.plan, self.user, as_whom(self.user, self.plan), limited)

    def save(self, collection: str, key: str, posted: Posted) -> Outcome:
        """Into the draft what fits; a field that cannot stand, or was changed in another window, is told."""
        outcome = Outcome(errors=dict(posted.errors))
        current = element_at(self.plain, collection, key) if collection else self.plain
        for path, change in posted.changes.items():
            try:
                self.put(lambda before, change=change: rewritten(before, collection, key, current, change))
            except ConflictError as error:
                met = error.conflicts[0]
                conflict = {"path": path, "base": met.base, "theirs": met.theirs, "mine": met.yours}
                outcome.conflicts.append(conflict)
            except DocumentError as error:
                outcome.errors[path] = error.faults[0].say(get_language() or "id")
            except ValueError as error:
                outcome.errors[path] = str(error)
        self.look()
        return outcome

    def put_one(self, change: Data) -> None:
        """One field by a button; what cannot stand is said at the top of the next page."""
        posted = Posted(changes={change["field"]: change})
        outcome = self.save(change.get("collection", ""), change.get("element", ""), posted)
        for sentence in outcome.errors.values():
            messages.warning(self.request, sentence)

    def mode(self) -> str:
        """What the banner says: how many changes there are, and the way to hand them in."""
        context = {"plan": self.plan, "draft": self.draft, "suggested": len(self.changes)}
        return render_to_string("plans/together/_mode.html", context, self.request)

    def around(self, collection: str, key: str) -> Data:
        """What every page of the suggest desk shows around its document."""
        judgement, unknown = judged(self.plan, self.data, collection, key)
        return {
            **views.frame(self.plan, self.data, collection, key, judgement, unknown, self.user),
            "unknown": unknown,
            "judge_url": reverse("suggest-judge", args=[self.plan.slug, collection, key or "semua"]),
            "draft": self.draft,
            "suggested": len(self.changes),
            "suggested_here": sum(is_of(one, collection, key) for one in self.changes),
            "leaving": [
                {"key": one["element"], "name": headline(one["value"])}
                for one in self.changes
                if one["op"] == "remove" and one["collection"] == collection
            ],
            "suggesting": True,
            "last_saved": None,
        }


@require_safe
@login_required
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """To what was suggested last, else the first innovation, or the list of problems where there is none."""
    desk = Desk(request, slug)
    for change in reversed(desk.changes):
        collection, key = change.get("collection") or "", change.get("element") or ""
        if not collection or (collection, key) in items_by_place(desk.data):
            return redirect(element_url(desk.plan, collection, key))
    innovations = desk.data.get("innovations", [])
    if not innovations:
        return redirect("suggest-list", slug, "problems")
    return redirect(element_url(desk.plan, "innovations", innovations[0]["id"]))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def element(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """One element as the draft has it; what is posted goes into the draft."""
    desk, key = Desk(request, slug), key if collection else ""
    here = desk.element(collection, key)
    if request.method != "POST":
        return shown(desk, collection, key)
    posted = reading(views.without_theirs(request.POST), collection, key, here)
    outcome = desk.save(collection, key, posted)
    if request.headers.get("Accept", "").startswith("application/json"):
        said = answer(request, desk.plan, collection, key, posted, outcome, now=desk.element(collection, key))
        return JsonResponse(said | {"mode": desk.mode()})
    if outcome.errors or outcome.conflicts:
        return shown(desk, collection, key, posted, outcome, status=409 if outcome.conflicts else 422)
    return pressed(desk, collection, key) or redirect(
        acts.back_to(desk.plan, collection, key, on_board=request.POST.get("papan"))
    )


def pressed(desk: Desk, collection: str, key: str) -> HttpResponse | None:
    """The buttons of the form: rows and references that come and go, in the draft."""
    verb, _colon, rest = desk.request.POST.get("do", "").partition(":")
    if verb == "split":
        return redirect(acts.back_to(desk.plan, collection, key) + "?belah=1#layanan")
    change = acts.pressed(desk.request.POST, collection, desk.element(collection, key))
    if change is None:
        return None
    path = rest.partition(":")[0]
    desk.put_one(acts.at(collection, key, change))
    return redirect(acts.back_to(desk.plan, collection, key, acts.step_of(collection, path)))


def shown(
    desk: Desk,
    collection: str,
    key: str,
    posted: Posted | None = None,
    outcome: Outcome | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        **desk.around(collection, key),
        **views.document(desk.request, desk.plan, desk.data, collection, key, posted, outcome),
        "recent": [],
    }
    return render(
        desk.request, views.SPECIAL.get(collection, "plans/editor/element.html"), context, status=status
    )


@require_safe
@login_required
def judge(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """The panel alone: what the element would be worth with the suggestion."""
    desk = Desk(request, slug)
    at = "" if not collection or key == "semua" else key
    if at:
        desk.element(collection, at)
    judgement, _counts = judged(desk.plan, desk.data, collection, at)
    context = {"plan": desk.plan, "judge": judgement, "recent": [], "suggesting": True}
    return render(request, "plans/editor/_judge.html", context)


@require_safe
@login_required
def elements(request: HttpRequest, slug: str, collection: str) -> HttpResponse:
    """The elements of one collection, and the form that suggests another."""
    desk = Desk(request, slug)
    if not collection:
        return redirect(element_url(desk.plan, "", ""))
    around = {**desk.around(collection, ""), "may_add": True}
    if collection in BOARDS:
        return views.board(request, desk.plan, desk.data, around)
    if collection in LISTS:
        context = {**around, "heading": collection_label(collection)}
        return render(request, *LISTS[collection](desk.plan, desk.data, context))
    context = {
        **around,
        **views.listing(desk.plan, desk.data, collection, around["unknown"]),
        "add_url": reverse("suggest-add", args=[slug, collection]),
    }
    return render(request, "plans/editor/list.html", context)


@require_POST
@login_required
def add(request: HttpRequest, slug: str, collection: str) -> HttpResponse:
    """A new element with its name, in the draft; its page opens."""
    desk = Desk(request, slug)
    if not collection or collection in acts.MADE_ELSEWHERE:
        raise Http404
    try:
        with transaction.atomic():
            Plan.objects.select_for_update().get(pk=desk.plan.pk)  # of two who add at once, each gets an id
            change = acts.addition(request.POST, desk.plan, desk.data, collection)
            key = change["element"]
            if key in keys_of(collection, desk.data.get(collection, [])):
                raise ValueError(_("%(key)s sudah ada di rencana atau di usul Anda.") % {"key": key})
            desk.put(lambda before: with_added(before, change))
    except (DocumentError, ValueError) as error:
        return acts.refused(request, desk.plan, collection, error)
    return redirect(acts.after_adding(desk.plan, collection, change))


@require_POST
@login_required
def move(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """One place up or down, in the draft."""
    desk = listed(request, slug, collection)
    order = acts.order_after(request.POST, desk.data, collection, key)

    def moving(before: list[Data]) -> list[Data]:
        gone = {one["element"] for one in before if one["op"] == "remove" and one["collection"] == collection}
        keys = [key for key in keys_of(collection, desk.plain.get(collection, [])) if key not in gone]
        return reordered(before, collection, keys, order)

    put_or_say(desk, moving)
    return redirect(acts.back_to(desk.plan, collection, key, on_board=request.POST.get("papan")))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def remove(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """Asked with all that refers to it; then suggested together with letting those references go."""
    desk = listed(request, slug, collection)
    desk.element(collection, key)
    if request.method != "POST":
        return acts.asked_to_remove(request, desk.plan, desk.data, collection, key)
    uses = uses_of(desk.data, collection, key)
    changes = without(desk.data, collection, key, uses)
    put_or_say(desk, lambda before: with_removed(before, desk.plain, changes))
    return redirect("suggest-list", slug, collection)


@require_POST
@login_required
def answered(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """An innovation would answer a finding or an issue, or answer it no more."""
    desk = listed(request, slug, collection)
    if collection not in BOARDS:
        raise Http404
    desk.element(collection, key)
    change = acts.answering(request.POST, desk.data, collection, key)
    if change is not None:
        desk.put_one(change)
    return redirect(acts.back_to(desk.plan, collection, key, on_board=True))


@require_POST
@login_required
def preview_of(request: HttpRequest, slug: str) -> HttpResponse:
    """What is being typed in a chapter, as the book would set it; nothing is kept."""
    desk = Desk(request, slug)
    context = {"plan": desk.plan, "preview": preview(desk.plan, request.POST.get("body", ""))}
    return render(request, "plans/editor/_preview.html", context)


def listed(request: HttpRequest, slug: str, collection: str) -> Desk:
    """The desk for an act on one element of a collection; the plan itself neither moves nor goes."""
    if not collection:
        raise Http404
    return Desk(request, slug)


def put_or_say(desk: Desk, rewrite: Any) -> None:
    """Into the draft, or at the top of the next page why not."""
    try:
        desk.put(rewrite)
    except (ConflictError, DocumentError) as error:
        found = getattr(error, "faults", None) or getattr(error, "conflicts", [])
        messages.warning(desk.request, found[0].say(get_language() or "id"))
    except ValueError as error:
        messages.warning(desk.request, str(error))


@require_POST
@login_required
def undo(request: HttpRequest, slug: str, collection: str, key: str) -> HttpResponse:
    """Everything about one element leaves the draft, or one field of it; asked from the draft's own page, back there."""
    desk, key = Desk(request, slug), key if collection else ""
    field = request.POST.get("isian", "")
    if desk.draft:
        try:
            desk.put(
                lambda before: (
                    without_field(before, collection, key, field)
                    if field
                    else without_element(before, collection, key)
                )
            )
        except Decided:
            raise Http404 from None
        if request.POST.get("kembali") == "usul":
            return redirect(desk.draft)
    desk.look()
    if (collection, key) in items_by_place(desk.data) or not collection:
        return redirect(element_url(desk.plan, collection, key))
    return redirect("suggest-list", slug, collection)

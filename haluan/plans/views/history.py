"""What happened to a plan: all change sets, one of them, two versions side by side, who last set a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from .. import rules
from ..labels import field_label, one_label
from ..models import ChangeSet, Plan
from ..words import Line, lines, summary
from .asking import asked_text, asked_version, known_field
from .shared import readable, show, titles

A_PAGE = 20
SHOWN = 5
"""Changes of one change set shown in the list; the rest stand on its own page."""
PLAN_ITSELF = "rencana"
"""In addresses, the collection of the plan's own fields."""


@dataclass(frozen=True)
class Entry:
    """One change set as the list shows it."""

    changeset: ChangeSet
    summary: str
    lines: list[Line]
    more: int


@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """All change sets, newest first; by element (`unsur=IN-06`), author or origin."""
    plan = readable(request, slug)
    chosen = {name: asked_text(request, name) for name in ("unsur", "penulis", "asal")}
    page = Paginator(filtered(plan, chosen), A_PAGE).get_page(request.GET.get("halaman"))
    entries = [entry(changeset) for changeset in page.object_list]
    shown = [change for changeset in page.object_list for change in changeset.changes[:SHOWN]]
    authors = plan.changesets.order_by("author_name").values_list("author_name", flat=True).distinct()
    return show(
        request, "history.html", plan,
        page=page, entries=entries, titles=titles(plan, shown), chosen=chosen, authors=authors,
        origins=ChangeSet.Origin.choices, may_write=rules.may_write(request.user, plan), query=query_without_page(request),
    )  # fmt: skip


def filtered(plan: Plan, chosen: dict[str, str]) -> Any:
    found = plan.history()
    if chosen["unsur"]:
        found = found.filter(changes__contains=[{"element": chosen["unsur"]}])
    if chosen["penulis"]:
        found = found.filter(author_name=chosen["penulis"])
    if chosen["asal"]:
        found = found.filter(origin=chosen["asal"])
    return found


def entry(changeset: ChangeSet) -> Entry:
    shown = lines(changeset.changes[:SHOWN])
    return Entry(changeset, summary(changeset.changes), shown, len(changeset.changes) - len(shown))


def query_without_page(request: HttpRequest) -> str:
    kept = request.GET.copy()
    kept.pop("halaman", None)
    return kept.urlencode()


@require_safe
def change(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One change set, whole, with the ways back."""
    plan = readable(request, slug)
    changeset = get_object_or_404(plan.history(), number=number)
    page = Paginator(changeset.changes, 100).get_page(request.GET.get("halaman"))
    return show(
        request, "change.html", plan,
        changeset=changeset, summary=summary(changeset.changes), page=page, lines=lines(page.object_list),
        titles=titles(plan, page.object_list), may_write=rules.may_write(request.user, plan), query="",
    )  # fmt: skip


@require_safe
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """What turns version `a` into version `b`; without them, the last change."""
    plan = readable(request, slug)
    a, b = asked_version(request, "a", plan), asked_version(request, "b", plan)
    b = plan.version if b is None else b
    a = max(b - 1, 0) if a is None else a
    changes = [change.to_data() for change in plan.compare(a, b).changes]
    page = Paginator(changes, 100).get_page(request.GET.get("halaman"))
    return show(
        request, "compare.html", plan,
        a=a, b=b, summary=summary(changes) if changes else "", page=page, lines=lines(page.object_list),
        titles=titles(plan, page.object_list), named=plan.named_versions.defer("text").order_by("number"),
        may_write=rules.may_write(request.user, plan), query=query_without_page(request),
    )  # fmt: skip


@require_safe
def blame(request: HttpRequest, slug: str, collection: str, key: str, field: str) -> HttpResponse:
    """Who set a field: everything it has said, newest first."""
    plan = readable(request, slug)
    own = None if collection == PLAN_ITSELF else collection
    found = plan.blame(own, None if own is None else key.replace("\0", ""), known_field(own, field))
    if not found:
        raise Http404
    said = [(changeset, lines(changeset.changes_to(own, key if own else None, field))) for changeset in found]
    return show(
        request, "blame.html", plan,
        said=said, label=field_label(own, field), element="" if own is None else key,
        kind=one_label(own), titles=titles(plan, [{"element": key}]),
    )  # fmt: skip

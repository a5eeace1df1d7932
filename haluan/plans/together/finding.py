"""Finding the plan and the element of an address for the person who asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from haluan.plans.models import ChangeSet, Plan
from haluan.plans.rules import Answer, may_discuss, may_read, may_write
from haluan.plans.views.shared import show
from haluan.plans.words import headline
from haluan.web.errors import Refused
from masterplan.document import COLLECTIONS, keys_of

Data = dict[str, Any]


def plan_for(request: HttpRequest, slug: str, may: Callable[[Any, Plan], Answer]) -> Plan:
    """The plan for somebody who may do this with it; else 404, or a refusal that says why and leads on."""
    plan = get_object_or_404(Plan.objects.select_related("region"), slug=slug)
    refuse_unless(may(request.user, plan), request, plan)
    return plan


def refuse_unless(answer: Answer, request: HttpRequest, plan: Plan) -> None:
    if not answer:
        here, plans = plan.get_absolute_url(), reverse("plans")
        reads = may_read(request.user, plan)
        on = (here, _("Baca rencananya")) if reads else (plans, _("Rencana yang terbuka"))
        raise Refused(answer.reason, instead=[on])


def page(request: HttpRequest, template: str, plan: Plan, status: int = 200, **context: Any) -> HttpResponse:
    """A page of writing together: with the ways that are open to this person."""
    ways = {"discusses": may_discuss(request.user, plan), "writes": may_write(request.user, plan)}
    return show(request, f"together/{template}", plan, status=status, **{**ways, **context})


def items_by_place(data: Data) -> dict[tuple[str, str], Data]:
    """Every element of a document by collection and key."""
    return {
        (name, key): item
        for name in COLLECTIONS
        for key, item in zip(keys_of(name, data.get(name, [])), data.get(name, []), strict=True)
    }


def name_of(plan: Plan, data: Data, collection: str, key: str) -> tuple[str, bool]:
    """What an element is called, and whether it is still there; one that went is known from the history.

    404 for one that never was.
    """
    if not collection:
        return str(data["title"]), True
    found = items_by_place({collection: data.get(collection, [])}).get((collection, key))
    if found is not None:
        return headline(found), True
    where = {"collection": collection, "element": key.replace("\0", "")}
    gone = ChangeSet.objects.filter(plan=plan, changes__contains=[{"op": "remove", **where}]).order_by(
        "-number"
    )
    for changeset in gone[:1]:
        for change in changeset.changes:
            if change["op"] == "remove" and (change["collection"], change["element"]) == (collection, key):
                return headline(change["value"]), False
    raise Http404

"""Finding the plan of an address for the person who asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from haluan.web.errors import Refused

from .. import rules
from ..models import Element, Plan


def readable(request: HttpRequest, slug: str) -> Plan:
    """The plan, or 404, or a refusal that says why."""
    plan = get_object_or_404(Plan.objects.select_related("region"), slug=slug)
    answer = rules.may_read(request.user, plan)
    if not answer:
        raise Refused(answer.reason, instead=[(reverse("plans"), _("Rencana yang terbuka"))])
    return plan


def writable(request: HttpRequest, slug: str, collection: str | None = None) -> Plan:
    """The plan for somebody who may write it (or one part of it); else 404, or a refusal that says why."""
    plan = readable(request, slug)
    answer = rules.may_write(request.user, plan, collection)
    if not answer:
        raise Refused(answer.reason, instead=[(reverse("plan-history", args=[slug]), _("Baca riwayatnya"))])
    return plan


def show(request: HttpRequest, template: str, plan: Plan, status: int = 200, **context: Any) -> HttpResponse:
    """A page of one plan; a fictional one says so."""
    shared = {"plan": plan, "fictional": plan.fictional, "section": "plans"}
    return render(request, f"plans/{template}", {**shared, **context}, status=status)


def titles(plan: Plan, changes: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """What the elements named in `changes` are called now, by collection and key (one query)."""
    from ..words import headline

    keys = {change["element"] for change in changes if change.get("element")}
    found = Element.objects.filter(plan=plan, key__in=keys).values_list("collection", "key", "fields")
    return {(collection, key): headline(fields) for collection, key, fields in found}

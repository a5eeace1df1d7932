"""What plans add to `/kerja/`: the plans a person works on, and what their innovations still lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from haluan.accounts.rules import holds, roles_of
from haluan.web.waiting import Waiting, part_of_work, waits

from .models import Plan
from .reading.plan import reading_of
from .rules import OF_THE_TEAM, READERS_EVERYWHERE, WRITERS_OF_ALL
from .words import headline

MOST_PLANS = 6


@part_of_work("plans/work.html")
def plans_of(user: Any) -> dict[str, Any] | None:
    """Plans of the regions somebody has a role for; for the office and ministries every plan. Two queries."""
    plans = Plan.objects.select_related("region").with_counts().order_by("region__name")
    if not holds(user, *READERS_EVERYWHERE):
        plans = plans.filter(
            region__in=regions_of_team(user)
            | {role.region_id for role in roles_of(user) if role.kind == "mentor"}
        )
    found = list(plans[:200])
    if not found:
        return None
    writes = regions_of_team(user)
    return {"plans": [{"plan": plan, "writes": plan.region_id in writes} for plan in found]}


def regions_of_team(user: Any) -> set[str]:
    return {role.region_id for role in roles_of(user) if role.kind in OF_THE_TEAM and role.region_id}


@waits
def empty_plans(user: Any) -> Iterable[Waiting]:
    """For a coordinator or head whose plan says nothing yet: begin with what the region has already."""
    regions = {role.region_id for role in roles_of(user) if role.kind in WRITERS_OF_ALL and role.region_id}
    if not regions:
        return
    for plan in Plan.objects.filter(region__in=regions).select_related("region").with_counts()[:MOST_PLANS]:
        if not plan.innovations and not plan.problems:
            yield Waiting(
                what=_("Isi rencana %(region)s dari Word atau Excel") % {"region": plan.region.name},
                why=_("Rencananya masih kosong. Tabel program atau masterplan lama dapat menjadi awalnya."),
                url=reverse("plan-import", args=[plan.slug]),
                verb=_("Impor"),
            )


@waits
def unknown_in_mine(user: Any) -> Iterable[Waiting]:
    """For whoever writes a plan: the innovations and problems whose effect cannot be counted yet, most gaps first."""
    regions = regions_of_team(user)
    if not regions:
        return
    for plan in Plan.objects.filter(region__in=regions)[:MOST_PLANS]:
        gaps = [gap for gap in gaps_of(plan) if is_mine(user, plan, gap)]
        for gap in sorted(gaps, key=lambda gap: -gap["count"])[:3]:
            yield Waiting(
                what=_("Lengkapi %(key)s: %(name)s") % {"key": gap["key"], "name": gap["name"]},
                why=_("%(n)d hal belum diketahui, jadi manfaatnya belum terhitung.") % {"n": gap["count"]},
                url=reverse("desk-element", args=[plan.slug, gap["collection"], gap["key"]]),
                verb=_("Lengkapi"),
            )


def is_mine(user: Any, plan: Plan, gap: dict[str, Any]) -> bool:
    if holds(user, *WRITERS_OF_ALL, region=plan.region_id):
        return True
    return any(holds(user, "member", region=plan.region_id, agency=agency) for agency in gap["agencies"])


def gaps_of(plan: Plan) -> list[dict[str, Any]]:
    """What a plan does not say and its effect needs: each element that lacks something, with how much."""
    reading = reading_of(plan)
    if reading.impact is None:
        return []
    counts = Counter(remark.element for remark in reading.impact.unknown if remark.element)
    return [
        {
            "collection": collection, "key": one["id"], "name": headline(one), "count": counts[one["id"]],
            "agencies": tuple(filter(None, [one.get("lead_agency"), *one.get("partner_agencies", [])])),
        }
        for collection in ("problems", "innovations")
        for one in reading.data.get(collection, [])
        if counts[one["id"]]
    ]  # fmt: skip

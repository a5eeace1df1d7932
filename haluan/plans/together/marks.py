"""What writing together adds to the desk: one's own part first, threads in the outline and beside the fields."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from haluan.plans.models import Plan, SuggestedChange, Suggestion
from haluan.plans.rules import may_discuss, standing

from .progress import part_name, part_url

Data = dict[str, Any]


def own_parts(plan: Plan, user: Any, data: Data) -> list[Data]:
    """The group of the outline that stands first: what was given to the person's agency and waits (one query)."""
    agencies = standing(user, plan).agencies
    if not agencies or plan.desk != "desk":
        return []
    links = [
        {
            "name": part_name(share, data),
            "url": part_url(plan, share, data),
            "count": date_format(share.due, "j M"),
            "late": share.state == "late",
            "missing": 0,
            "current": False,
        }
        for share in plan.shares.to_write().filter(agency__in=agencies)
    ]
    links = [link for link in links if link["url"]]
    return [{"name": _("Bagian Anda, dengan tenggatnya"), "links": links}] if links else []


def with_threads(plan: Plan, user: Any, links: list[Data]) -> None:
    """Puts into each link of the outline how many unresolved threads there are behind it (one query)."""
    if not may_discuss(user, plan):
        return
    counts: Counter[tuple[str, str]] = Counter()
    for (collection, key, _field), n in plan.threads.unresolved().counts().items():
        counts[collection, key] += n
        if key:
            counts[collection, ""] += n
    for link in links:
        link["talk"] = counts[link["place"]] if "place" in link else 0


def talk_about(user: Any, plan: Plan, collection: str, key: str) -> Data:
    """For the page of one element: unresolved threads by field, how many in all, open suggestions (two queries)."""
    place = [plan.slug, collection, key or "semua"]
    if not may_discuss(user, plan):
        return {"threads": None, "waiting": 0}
    counts = plan.threads.filter(collection=collection, key=key).unresolved().counts()
    threads = {field: n for (_collection, _key, field), n in counts.items()}
    return {
        "threads": threads,
        "talks": sum(threads.values()),
        "talk_url": reverse("plan-element-threads", args=place),
        "waiting": suggestions_on(plan, collection, key).count(),
    }


def suggestions_on(plan: Plan, collection: str, key: str) -> Any:
    """Open suggestions with an undecided change of this element."""
    return Suggestion.objects.filter(pk__in=undecided_on(plan, collection, key).values("suggestion"))


def undecided_on(plan: Plan, collection: str, key: str) -> Any:
    """Changes of one element (or of the plan's own fields) that wait for a decision."""
    rows = SuggestedChange.objects.filter(verdict="", suggestion__plan=plan, suggestion__state="open")
    if not collection:
        return rows.exclude(change__has_key="collection")
    return rows.filter(change__contains={"collection": collection, "element": key})

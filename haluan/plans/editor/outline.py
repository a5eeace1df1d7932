"""The outline at the left: every element of the plan under its part of the books, in the order of the document."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from haluan.plans.labels import collection_label
from haluan.plans.words import headline
from haluan.web.templatetags.haluan import DIMENSIONS
from masterplan.document import keys_of

from .page import element_url

BOOK_ONE = ("readiness", "issues", "problems")
CLOSING = ("enablers", "agencies", "districts", "budget", "risks", "sources", "acceptances")
PROSE = ("chapters", "figures")
PLACES = frozenset(BOOK_ONE + CLOSING + PROSE)
"""Every collection has its place here; innovations stand under their dimensions."""

Data = dict[str, Any]


def outline(plan: Any, data: Data, collection: str, key: str, pressing: dict[str, int]) -> list[Data]:
    """Groups of links. `pressing` counts, for each element's key, the findings that a mentor would not let pass."""
    groups = [_group(plan, data, _("Buku I"), BOOK_ONE, collection, pressing)]
    for dimension, name in [*DIMENSIONS.items(), ("", _("Belum berdimensi"))]:
        found = [one for one in data.get("innovations", []) if one.get("dimension", "") == dimension]
        if found or dimension:
            links = [_innovation(plan, one, key, pressing) for one in found]
            groups.append({"name": name, "links": links, "chain": dimension, "empty": not links})
    closing = _group(plan, data, _("Penutup Buku II"), CLOSING, collection, pressing)
    closing["links"].append(_plan_itself(plan, collection))
    prose = _group(plan, data, _("Naskah buku"), PROSE, collection, pressing)
    if collection == "chapters" and key:
        prose["links"][0]["current"] = False
        prose["links"][1:1] = _chapters(plan, data, key)
    return [*groups, closing, prose]


def _group(
    plan: Any, data: Data, name: str, collections: tuple[str, ...], current: str, pressing: dict[str, int]
) -> Data:
    return {"name": name, "links": [_collection(plan, data, each, current, pressing) for each in collections]}


def _collection(plan: Any, data: Data, name: str, current: str, pressing: dict[str, int]) -> Data:
    items = data.get(name, [])
    missing = sum(pressing.get(str(item.get("id", item.get("code"))), 0) for item in items)
    return {
        "name": collection_label(name),
        "url": reverse("desk-list", args=[plan.slug, name]),
        "count": len(items),
        "missing": missing,
        "current": current == name,
    }


def _plan_itself(plan: Any, collection: str) -> Data:
    return {
        "name": _("Arah, hitungan, Dewan"),
        "url": element_url(plan, "", ""),
        "count": "",
        "current": collection == "",
    }


def _innovation(plan: Any, one: Data, key: str, pressing: dict[str, int]) -> Data:
    missing = pressing.get(one["id"], 0)
    return {
        "name": headline(one),
        "url": element_url(plan, "innovations", one["id"]),
        "count": "" if missing else "✓",
        "missing": missing,
        "current": one["id"] == key,
    }


def _chapters(plan: Any, data: Data, key: str) -> list[Data]:
    """While a chapter is open: all of them, to go from one to the next."""
    items = data.get("chapters", [])
    return [
        {
            "name": headline(one),
            "url": element_url(plan, "chapters", at),
            "count": one["book"],
            "current": at == key,
        }
        for at, one in zip(keys_of("chapters", items), items, strict=True)
    ]

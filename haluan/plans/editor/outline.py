"""The outline at the left: every element of the plan under its part of the books, in the order of the document."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from haluan.plans.labels import collection_label
from haluan.plans.words import headline
from haluan.web.templatetags.haluan import DIMENSIONS

from .page import element_url

BOOK_ONE = ("readiness", "issues", "problems")
CLOSING = ("enablers", "agencies", "districts", "budget", "sources")


def outline(
    plan: Any, data: dict[str, Any], collection: str, key: str, unknown: dict[str, int]
) -> list[dict[str, Any]]:
    """Groups of links. `unknown` counts, for each element id, what is needed for its value and not known."""
    groups = [
        {
            "name": _("Buku I"),
            "links": [_collection(plan, data, name, collection, unknown) for name in BOOK_ONE],
        }
    ]
    for dimension, name in [*DIMENSIONS.items(), ("", _("Belum berdimensi"))]:
        found = [one for one in data.get("innovations", []) if one.get("dimension", "") == dimension]
        if found or dimension:
            links = [_innovation(plan, one, key, unknown) for one in found]
            groups.append({"name": name, "links": links, "chain": dimension, "empty": not links})
    groups.append(
        {
            "name": _("Penutup Buku II"),
            "links": [
                *[_collection(plan, data, name, collection, unknown) for name in CLOSING],
                {
                    "name": _("Arah, hitungan, Dewan"),
                    "url": element_url(plan, "", ""),
                    "count": "",
                    "place": ("", ""),
                    "current": collection == "" and bool(key),
                },
            ],
        }
    )
    return groups


def _collection(
    plan: Any, data: dict[str, Any], name: str, current: str, unknown: dict[str, int]
) -> dict[str, Any]:
    items = data.get(name, [])
    missing = sum(unknown.get(str(item.get("id")), 0) for item in items)
    return {
        "name": collection_label(name),
        "url": reverse(f"{plan.desk}-list", args=[plan.slug, name]),
        "count": len(items),
        "missing": missing,
        "place": (name, ""),
        "current": current == name,
    }


def _innovation(plan: Any, one: dict[str, Any], key: str, unknown: dict[str, int]) -> dict[str, Any]:
    missing = unknown.get(one["id"], 0)
    return {
        "name": headline(one),
        "url": element_url(plan, "innovations", one["id"]),
        "count": "" if missing else "✓",
        "missing": missing,
        "place": ("innovations", one["id"]),
        "current": one["id"] == key,
    }

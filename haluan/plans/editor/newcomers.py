"""Ids for new elements, and what hangs on an element that is to go."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q

from haluan.plans.models import ChangeSet, Plan, SuggestedChange
from masterplan.document import COLLECTIONS, Change, get_field, keys_of
from masterplan.document.diffing import changes_between

from . import forms

Data = dict[str, Any]


def free_id(plan: Plan, data: Data, collection: str) -> str:
    """The next id of the collection: `IN-17`, or `S17` for sources.

    An id that was removed is never given again, and one that somebody suggests is kept for that suggestion.
    """
    return free_ids(plan, data, collection, 1)[0]


def free_ids(plan: Plan, data: Data, collection: str, count: int) -> list[str]:
    """The next `count` ids (two queries)."""
    prefix = COLLECTIONS[collection].prefix or ""
    dash = "" if collection == "sources" else "-"
    used = set(keys_of(collection, data.get(collection, [])))
    came = Q(changes__contains=[{"op": "add", "collection": collection}])
    whole = Q(changes__contains=[{"op": "set", "field": collection}])  # the first one of all
    for changes in ChangeSet.objects.filter(came | whole, plan=plan).values_list("changes", flat=True):
        for change in changes:
            if change["op"] == "add" and change.get("collection") == collection:
                used.add(str(change["element"]))
            elif change.get("field") == collection and "collection" not in change:
                used |= {str(one["id"]) for one in change.get("now", [])}
    suggested = SuggestedChange.objects.filter(
        suggestion__plan=plan, change__contains={"op": "add", "collection": collection}
    )
    used |= set(suggested.values_list("change__element", flat=True))
    numbers = [int(found[1]) for one in used if (found := re.fullmatch(rf"{prefix}-?0*(\d{{1,9}})", one))]
    first = max(numbers, default=0) + 1
    return [f"{prefix}{dash}{number:0{2 if dash else 1}d}" for number in range(first, first + count)]


def changes_to(before: Data, after: Data) -> tuple[Change, ...]:
    """The changes from one document to the other. A collection that is new is not said: its first element makes it."""
    made = changes_between(before, after)
    return tuple(change for change in made if change.collection or change.field not in COLLECTIONS)


def uses_of(data: Data, collection: str, key: str) -> list[Data]:
    """Where the document refers to an element: `{collection, element, name, path}`, one for each place."""
    from haluan.plans.words import headline

    found = []
    for other in COLLECTIONS:
        items = data.get(other, [])
        for at, item in zip(keys_of(other, items), items, strict=True):
            for path in referring(other, item, collection, key):
                found.append({"collection": other, "element": at, "name": headline(item), "path": path})
    return found


def referring(collection: str, item: Data, target: str, key: str) -> list[str]:
    """Paths in one element that name the target."""
    paths = []
    for name, shape in forms.shape_of(collection).fields.items():
        value = item.get(name)
        if value is None:
            continue
        if (shape.refers == target and value == key) or (
            shape.items and shape.items.refers == target and key in value
        ):
            paths.append(name)
        elif (
            shape.key
            and shape.items
            and shape.items.fields[shape.key].refers == target
            and any(one[shape.key] == key for one in value)
        ):
            paths.append(f"{name}[{key}]")
    return paths


def without(data: Data, collection: str, key: str, uses: list[Data]) -> list[Data]:
    """Changes that take an element out together with every reference to it."""
    keys = keys_of(collection, data[collection])
    place = keys.index(key)
    changes = []
    for use in uses:
        items = data[use["collection"]]
        item = items[keys_of(use["collection"], items).index(use["element"])]
        was = get_field(item, use["path"])
        change = {
            "op": "set",
            "collection": use["collection"],
            "element": use["element"],
            "field": use["path"],
            "was": was,
        }
        if isinstance(was, list):
            change["now"] = [one for one in was if one != key]
        changes.append(change)
    gone: Data = {"op": "remove", "collection": collection, "element": key, "value": data[collection][place]}
    if place:
        gone["after"] = keys[place - 1]
    return [*changes, gone]

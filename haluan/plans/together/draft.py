"""A draft suggestion laid over the plan as it is now, and what the desk's saves make of it.

Pure: documents, elements and change data in, the same out. Only fields that the draft touches differ from the plan;
each change keeps the `was` from which its author began, so that what others did since can be told.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from haluan.plans.door import faults_of, reconciled, refuse, unstorable
from haluan.plans.limits import too_great, too_large, too_long
from haluan.plans.models.changeset import as_changes
from masterplan.document import (
    ABSENT,
    Change,
    PathError,
    apply_to,
    diff,
    diff_element,
    keys_of,
    with_field,
)

Data = dict[str, Any]


def laid_over(data: Data, changes: Iterable[Data]) -> Data:
    """The document as the draft would have it, whatever others wrote meanwhile; what fits nowhere is left out."""
    result = dict(data)
    sets: dict[tuple[str, str], list[Data]] = {}
    for change in changes:
        collection = change.get("collection") or ""
        if change["op"] == "set":
            sets.setdefault((collection, change.get("element") or ""), []).append(change)
        elif change["op"] == "add":
            added(result, collection, change)
        elif change["op"] == "remove":
            result[collection] = without_key(collection, result.get(collection, []), change["element"])
    for (collection, key), mine in sets.items():
        if not collection:
            result = element_with(result, mine)
            continue
        items = result.get(collection, [])
        result[collection] = [
            element_with(item, mine) if at == key else item
            for at, item in zip(keys_of(collection, items), items, strict=True)
        ]
    return result


def added(result: Data, collection: str, change: Data) -> None:
    items = result.get(collection, [])
    keys = keys_of(collection, items)
    if change["element"] in keys:
        return
    after = change.get("after")
    place = keys.index(after) + 1 if after in keys else (len(keys) if after else 0)
    result[collection] = [*items[:place], change["value"], *items[place:]]


def without_key(collection: str, items: list[Data], key: str) -> list[Data]:
    return [item for at, item in zip(keys_of(collection, items), items, strict=True) if at != key]


def element_with(element: Data, changes: Iterable[Data], side: str = "now") -> Data:
    """An element with the `now` (or the `was`) of set changes, whatever stands there."""
    for change in changes:
        try:
            element = with_field(element, change["field"], change.get(side, ABSENT))
        except PathError:
            continue  # the entry it lies in is gone
    return element


def rewritten(before: list[Data], collection: str, key: str, current: Data, fresh: Data) -> list[Data]:
    """The draft's changes after one more change of a field of the element that stands as `current` in the plan.

    Raises `ConflictError` where the field says something else than `fresh` was made from, `DocumentError` where
    the outcome would be no element.
    """
    change = checked(fresh)
    own = [one for one in before if is_of(one, collection, key)]
    rest = [one for one in before if not is_of(one, collection, key)]
    if own and own[0]["op"] == "add":
        value = changed(collection, key, own[0]["value"], change)
        return [own[0] | {"value": value} if one is own[0] else one for one in before]
    mine = [one for one in own if one["op"] == "set"]
    base = element_with(current, reversed(mine), "was")
    after = changed(collection, key, element_with(current, mine), change)
    found = diff_element(collection, key, base, after) if collection else diff(base, after).changes
    others = [one for one in own if one["op"] != "set"]
    return [*rest, *others, *(one.to_data() for one in found)]


def is_of(change: Data, collection: str, key: str) -> bool:
    return ((change.get("collection") or ""), (change.get("element") or "")) == (collection, key)


def checked(fresh: Data) -> Change:
    change = as_changes([fresh])[0]
    refuse(list(unstorable(change)))
    return change


def changed(collection: str, key: str, element: Data, change: Change) -> Data:
    """The element after one change, prose of two windows merged by words, judged as the door judges it."""
    after: Data = reconciled(lambda tried: apply_to(element, tried), [change])
    refuse(too_long([change]) + too_great([change]))
    refuse(list(faults_of((collection, key) if collection else (None, None), after)))
    refuse(too_large("", element, after))
    return after


def with_added(before: list[Data], fresh: Data) -> list[Data]:
    """The draft's changes with an element that is to come."""
    change = checked(fresh)
    refuse(too_long([change]) + too_great([change]))
    refuse(list(faults_of((change.collection, change.element), fresh["value"])))
    return [*before, change.to_data()]


def without_element(before: list[Data], collection: str, key: str) -> list[Data]:
    """The draft without anything about one element."""
    return [one for one in before if not is_of(one, collection, key)]

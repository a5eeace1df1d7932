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
from masterplan.document.order import arrange, moved, predecessors

Data = dict[str, Any]


def laid_over(data: Data, changes: Iterable[Data]) -> Data:
    """The document as the draft would have it, whatever others wrote meanwhile; what fits nowhere is left out."""
    changes = list(changes)
    result = dict(data)
    own = [change for change in changes if not change.get("collection")]
    for collection in dict.fromkeys(change["collection"] for change in changes if change.get("collection")):
        here = [change for change in changes if change.get("collection") == collection]
        items = laid_over_list(collection, data.get(collection, []), here)
        if items or collection in data:
            result[collection] = items
    return element_with(result, own)


def laid_over_list(collection: str, items: list[Data], changes: list[Data]) -> list[Data]:
    """The elements of one collection: without those that go, with those that come, each in its place."""
    found = dict(zip(keys_of(collection, items), items, strict=True))
    placed = {}
    for change in changes:
        key = change["element"]
        if change["op"] == "remove":
            found.pop(key, None)
        elif change["op"] == "add" and key not in found:
            found[key], placed[key] = change["value"], change.get("after")
        elif change["op"] == "move" and key in found:
            placed[key] = change.get("after")
        elif change["op"] == "set" and key in found:
            found[key] = element_with(found[key], [change])
    order, circling = arrange([key for key in found if key not in placed], placed)
    return [found[key] for key in order + circling]


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


def reordered(before: list[Data], collection: str, plain: list[str], wanted: list[str]) -> list[Data]:
    """The draft's changes with those moves that turn the order of keys in the plan into the one wanted."""
    there, here = predecessors(plain), predecessors(wanted)
    kept = [one for one in before if one["op"] != "move" or one["collection"] != collection]
    settled = [
        anchored(one, here.get(one["element"], one.get("after"))) if is_added(one, collection) else one
        for one in kept
    ]
    moves = [
        Change("move", collection, key, was_after=there[key], after=here[key]).to_data()
        for key in moved(plain, wanted)
    ]
    return [*settled, *moves]


def is_added(change: Data, collection: str) -> bool:
    return bool(change["op"] == "add" and change["collection"] == collection)


def anchored(change: Data, after: str | None) -> Data:
    bare = {name: value for name, value in change.items() if name != "after"}
    return bare | ({"after": after} if after else {})


def with_removed(before: list[Data], plain: Data, changes: list[Data]) -> list[Data]:
    """The draft with an element taken out: `changes` let its references go and end with its removal.

    One that the draft itself brings leaves it without a trace.
    """
    *released, gone = changes
    collection, key = gone["collection"], gone["element"]
    for change in released:
        current = element_at(plain, change["collection"], change["element"])
        before = rewritten(before, change["collection"], change["element"], current, change)
    rest = without_element(before, collection, key)
    items = plain.get(collection, [])
    keys = keys_of(collection, items)
    if key in keys:
        removal = Change(
            "remove", collection, key, value=items[keys.index(key)], after=predecessors(keys)[key]
        )
        rest = [*rest, removal.to_data()]
    stay = [one for one in keys if one != key]
    return reordered(rest, collection, stay, keys_of(collection, laid_over(plain, rest).get(collection, [])))


def element_at(data: Data, collection: str, key: str) -> Data:
    """The element as a document has it; empty for one that it does not have."""
    items = data.get(collection, [])
    return dict(zip(keys_of(collection, items), items, strict=True)).get(key, {})


def without_element(before: list[Data], collection: str, key: str) -> list[Data]:
    """The draft without anything about one element; with its removal go the references let go for it."""
    going = any(one["op"] == "remove" for one in before if is_of(one, collection, key))
    return [one for one in before if not is_of(one, collection, key) and not (going and releases(one, key))]


def without_field(before: list[Data], collection: str, key: str, field: str) -> list[Data]:
    """The draft without its change of one field."""
    return [one for one in before if not (is_of(one, collection, key) and one.get("field") == field)]


def releases(change: Data, key: str) -> bool:
    """Whether all that a change does is to let go of the element with this key."""
    if change["op"] != "set":
        return False
    was, now = change.get("was"), change.get("now")
    if now is None:
        return was == key or change["field"].endswith(f"[{key}]")
    return isinstance(was, list) and key in was and now == [one for one in was if one != key]

"""`diff`: the change set that turns one document into another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from masterplan.document.changes import Change, ChangeSet
from masterplan.document.checking import Data
from masterplan.document.order import moved, predecessors
from masterplan.document.paths import ABSENT, entry, step
from masterplan.document.shape import COLLECTIONS, PLAN, Shape, key_text, keys_of
from masterplan.document.writing import digest

FieldChange = tuple[str, Any, Any]
"""Path, was, now."""


def diff(a: Data, b: Data, *, reason: str | None = None, origin: str | None = None) -> ChangeSet:
    """The changes from `a` to `b`, both valid: `apply(a, diff(a, b)) == b`. Equal documents give none."""
    return ChangeSet(digest(a), tuple(changes_between(a, b)), reason=reason, origin=origin)


def changes_between(a: Data, b: Data) -> Iterator[Change]:
    """The changes of `diff`, without saying from which document."""
    for name, shape in PLAN.fields.items():
        was, now = a.get(name, ABSENT), b.get(name, ABSENT)
        if was == now:
            continue
        if name in COLLECTIONS:
            yield from _collection_changes(name, was, now)
        else:
            for path, x, y in field_changes(shape, name, was, now):
                yield Change("set", field=path, was=x, now=y)


def diff_element(collection: str, element: str, was: Data, now: Data) -> list[Change]:
    """The changes of one element that keeps its key."""
    shape = COLLECTIONS[collection].shape
    return [
        Change("set", collection, element, path, was=x, now=y)
        for name, inner in shape.fields.items()
        for path, x, y in field_changes(inner, name, was.get(name, ABSENT), now.get(name, ABSENT))
    ]


def _collection_changes(name: str, was: Any, now: Any) -> Iterator[Change]:
    """An absent collection and an empty one differ: that is a change of the plan's own field."""
    if was is ABSENT:
        yield Change("set", field=name, was=ABSENT, now=[])
    yield from _element_changes(name, was or [], now or [])
    if now is ABSENT:
        yield Change("set", field=name, was=[], now=ABSENT)


def _element_changes(name: str, was: list[Data], now: list[Data]) -> Iterator[Change]:
    was_keys, now_keys = keys_of(name, was), keys_of(name, now)
    before, after = dict(zip(was_keys, was, strict=True)), dict(zip(now_keys, now, strict=True))
    was_after, now_after = predecessors(was_keys), predecessors(now_keys)
    for key, value in before.items():
        if key not in after:
            yield Change("remove", name, key, value=value, after=was_after[key])
        elif value != after[key]:
            yield from diff_element(name, key, value, after[key])
    for key, value in after.items():
        if key not in before:
            yield Change("add", name, key, value=value, after=now_after[key])
    for key in moved(was_keys, now_keys):
        yield Change("move", name, key, was_after=was_after[key], after=now_after[key])


def field_changes(shape: Shape, path: str, was: Any, now: Any) -> Iterator[FieldChange]:
    """As deep as objects, maps and lists with a natural key allow; other lists change whole."""
    if was == now:
        return
    if was is ABSENT or now is ABSENT:
        yield path, was, now
    elif shape.kind == "object":
        for name, inner in shape.fields.items():
            yield from field_changes(inner, step(path, name), was.get(name, ABSENT), now.get(name, ABSENT))
    elif shape.kind == "map" and shape.items:
        for name in sorted(was.keys() | now.keys()):
            old, new = was.get(name, ABSENT), now.get(name, ABSENT)
            yield from field_changes(shape.items, entry(path, name), old, new)
    elif shape.kind == "list" and shape.key and shape.items and _entrywise(shape.key, was, now):
        before, after = _by_key(shape.key, was), _by_key(shape.key, now)
        for key in sorted(before.keys() | after.keys()):
            old, new = before.get(key, ABSENT), after.get(key, ABSENT)
            yield from field_changes(shape.items, entry(path, key), old, new)
    else:
        yield path, was, now


def _by_key(field: str, entries: list[Data]) -> dict[Any, Data]:
    return {key_text(item[field]): item for item in entries}


def _entrywise(field: str, was: list[Data], now: list[Data]) -> bool:
    """Whether changing entry by entry gives exactly this order, there and back; else it changes whole."""
    before, after = [item[field] for item in was], [item[field] for item in now]
    if len(set(before)) < len(before) or len(set(after)) < len(after):
        return False
    return _inserted(before, after) == after and _inserted(after, before) == before


def _inserted(keys: list[Any], wanted: list[Any]) -> list[Any]:
    """`keys` without the unwanted, the rest each after the last smaller one, as `with_field` does it."""
    result = [key for key in keys if key in wanted]
    for key in wanted:
        if key not in keys:
            at = next((index for index in range(len(result), 0, -1) if result[index - 1] < key), 0)
            result.insert(at, key)
    return result

"""`apply`: the one door through which a document changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from masterplan.document.changes import Change, ChangeSet
from masterplan.document.checking import Data, reference_faults, typed
from masterplan.document.conflicts import Conflict, ConflictError, same
from masterplan.document.faults import MAX_FAULTS, DocumentError
from masterplan.document.order import Placed, arrange
from masterplan.document.paths import ABSENT, get_field, with_field
from masterplan.document.shape import COLLECTIONS, PLAN, keys_of


def apply(data: Data, changes: ChangeSet) -> Data:
    """The document with all changes, or none: `data` is never changed in place.

    Each `was` must be what stands there (a change already made is no conflict). Raises `ConflictError` with
    every clash, also where references would break; `DocumentError` where the outcome would be no plan.
    """
    result = changed(data, changes.changes)
    demand_valid(result)
    return result


def changed(data: Data, changes: Iterable[Change]) -> Data:
    """The document with all changes; does not judge the outcome. Raises `ConflictError`."""
    work = _Work(data)
    for change in changes:
        work.do(change)
    if work.conflicts:
        raise ConflictError(work.conflicts)
    return work.result()


def demand_valid(result: Data) -> None:
    """Raises `DocumentError` for wrong values, `ConflictError` for references that do not hold together."""
    plan, found = typed(result)
    if plan is None:
        raise DocumentError(found)
    broken = list(islice(reference_faults(result), MAX_FAULTS))
    if broken:
        raise ConflictError(Conflict(None, fault.path, fault=fault) for fault in broken)


def apply_to(element: Data, changes: Iterable[Change]) -> Data:
    """One element with its `set` changes, in order. Raises `ConflictError`; does not judge the outcome."""
    conflicts: list[Conflict] = []
    for change in changes:
        element = _set(element, change, conflicts)
    if conflicts:
        raise ConflictError(conflicts)
    return element


def _set(element: Data, change: Change, conflicts: list[Conflict]) -> Data:
    path = change.field or ""
    current = get_field(element, path)
    if same(current, change.was):
        return with_field(element, path, change.now)
    if not same(current, change.now):
        conflicts.append(_conflict(change, change.was, current, change.now))
    return element


def _conflict(change: Change, base: Any, theirs: Any, yours: Any) -> Conflict:
    return Conflict(change, change.path, base, theirs, yours)


@dataclass
class _Collection:
    """A collection being changed: its elements by key, the order it came in, what was placed anew."""

    elements: dict[str, Data]
    order: list[str]
    placed: Placed = field(default_factory=dict)

    def items(self) -> list[Data]:
        fixed = [key for key in self.order if key in self.elements and key not in self.placed]
        order, circling = arrange(fixed, self.placed)
        return [self.elements[key] for key in order + circling]


class _Work:
    """A document while changes are made to it."""

    def __init__(self, data: Data) -> None:
        self.plan = data
        self.collections: dict[str, _Collection] = {}
        self.conflicts: list[Conflict] = []

    def do(self, change: Change) -> None:
        if change.collection is None or change.element is None:
            self._set_plan(change)
            return
        collection = self._open(change.collection)
        match change.op:
            case "set":
                self._set_element(collection, change, change.element)
            case "add":
                self._add(collection, change, change.element)
            case "remove":
                self._remove(collection, change, change.element)
            case "move":
                self._move(collection, change, change.element)

    def result(self) -> Data:
        for name in list(self.collections):
            self._close(name)
        # A collection that was not there before stands where the schema has it.
        return {name: self.plan[name] for name in PLAN.fields if name in self.plan}

    def _open(self, name: str) -> _Collection:
        if name not in self.collections:
            items = self.plan.get(name, [])
            keys = keys_of(name, items)
            self.collections[name] = _Collection(dict(zip(keys, items, strict=True)), keys)
        return self.collections[name]

    def _close(self, name: str) -> None:
        collection = self.collections.pop(name, None)
        if collection and (collection.elements or name in self.plan):
            self.plan = {**self.plan, name: collection.items()}

    def _set_plan(self, change: Change) -> None:
        name = change.field or ""
        if name in COLLECTIONS:
            self._close(name)
            if change.now == [] and name in self.plan:
                return  # to make sure that it is there, whatever it holds by now
        self.plan = _set(self.plan, change, self.conflicts)

    def _set_element(self, collection: _Collection, change: Change, key: str) -> None:
        if key in collection.elements:
            collection.elements[key] = _set(collection.elements[key], change, self.conflicts)
        else:
            self.conflicts.append(_conflict(change, change.was, ABSENT, change.now))

    def _add(self, collection: _Collection, change: Change, key: str) -> None:
        current = collection.elements.get(key, ABSENT)
        if current is ABSENT:
            collection.elements[key] = change.value or {}
            collection.placed[key] = change.after
        elif not same(current, change.value):
            self.conflicts.append(_conflict(change, ABSENT, current, change.value))

    def _remove(self, collection: _Collection, change: Change, key: str) -> None:
        current = collection.elements.get(key, ABSENT)
        if current is ABSENT:
            return
        if not same(current, change.value):
            self.conflicts.append(_conflict(change, change.value, current, ABSENT))
            return
        del collection.elements[key]
        collection.placed.pop(key, None)

    def _move(self, collection: _Collection, change: Change, key: str) -> None:
        if key not in collection.elements:
            self.conflicts.append(_conflict(change, change.was_after, ABSENT, change.after))
        elif was_moved(collection.order, key, change):
            order = collection.order
            before = order[order.index(key) - 1] if order.index(key) else ABSENT
            self.conflicts.append(_conflict(change, change.was_after, before, change.after))
        else:
            collection.placed[key] = change.after


def was_moved(order: list[str], key: str, change: Change) -> bool:
    """Whether somebody else clearly moved it: what stood before it now stands behind it.

    That something new stands between them, or that the neighbour is gone, is no move.
    """
    if key not in order or change.was_after not in order:
        return False
    at = order.index(key)
    already = order[at - 1] if at else None
    return order.index(change.was_after) > at and already != change.after

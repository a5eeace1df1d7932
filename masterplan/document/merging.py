"""`merge`: two documents that come from one, brought together field by field."""

from __future__ import annotations

from typing import Any

from masterplan.document.applying import demand_valid
from masterplan.document.changes import Change
from masterplan.document.checking import Data
from masterplan.document.conflicts import Conflict, ConflictError
from masterplan.document.order import Placed, arrange, moved, predecessors
from masterplan.document.paths import ABSENT, entry, step
from masterplan.document.prose import merge_text
from masterplan.document.shape import COLLECTIONS, PLAN, Shape, key_text, keys_of


def merge(base: Data, a: Data, b: Data) -> Data:
    """What both `a` and `b` changed in `base`; the order of `a` and `b` makes no difference.

    Different fields both stand, running text is merged word by word, two additions in one place are ordered
    by id. Raises `ConflictError` where both changed the same field differently (`theirs` is `a`, `yours` is
    `b`), or where the outcome would be no valid plan.
    """
    merger = _Merger()
    result = merger.fields(PLAN, base, a, b, "")
    if merger.conflicts:
        raise ConflictError(merger.conflicts)
    demand_valid(result)
    return result


class _Merger:
    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []
        self.element: tuple[str, str] | None = None

    def fields(self, shape: Shape, base: Data, a: Data, b: Data, path: str) -> Data:
        result = {}
        for name, inner in shape.fields.items():
            value = self.value(inner, *_three(name, base, a, b), step(path, name))
            if value is not ABSENT:
                result[name] = value
        return result

    def value(self, shape: Shape, base: Any, a: Any, b: Any, path: str) -> Any:
        """The merged value; a conflict is noted and `a` returned."""
        if b in (a, base):
            return a
        if a == base:
            return b
        if a is not ABSENT and b is not ABSENT:
            merged = self._both(shape, base, a, b, path)
            if merged is not ABSENT:
                return merged
        self._conflict(path, base, a, b)
        return a

    def _both(self, shape: Shape, base: Any, a: Any, b: Any, path: str) -> Any:
        """Both sides hold something new; `ABSENT` where it cannot be brought together."""
        if shape.kind == "object":
            return self.fields(shape, base or {}, a, b, path)
        if shape.kind == "map" and shape.items:
            return self._maps(shape.items, base or {}, a, b, path)
        if path in COLLECTIONS:
            keys = [keys_of(path, side or []) for side in (base, a, b)]
            return self._lists(COLLECTIONS[path].shape, keys, [base or [], a, b], path)
        if shape.key and shape.items:
            keys = [[key_text(item[shape.key]) for item in side] for side in (base or [], a, b)]
            if all(len(set(side)) == len(side) for side in keys):
                return self._lists(shape.items, keys, [base or [], a, b], path)
        if shape.prose and base is not ABSENT:
            merged = merge_text(base, a, b)
            return ABSENT if merged is None else merged
        return ABSENT

    def _maps(self, shape: Shape, base: Data, a: Data, b: Data, path: str) -> Data:
        result = {}
        for key in sorted(base.keys() | a.keys() | b.keys()):
            value = self.value(shape, *_three(key, base, a, b), entry(path, key))
            if value is not ABSENT:
                result[key] = value
        return result

    def _lists(self, shape: Shape, keys: list[list[str]], sides: list[list[Data]], path: str) -> list[Data]:
        base, a, b = (dict(zip(names, items, strict=True)) for names, items in zip(keys, sides, strict=True))
        elements: dict[str, Data] = {}
        for key in base | a | b:
            value = self._entry(shape, _three(key, base, a, b), path, key)
            if value is not ABSENT:
                elements[key] = value
        return [elements[key] for key in self._order(keys, set(elements), path)]

    def _entry(self, shape: Shape, sides: tuple[Any, Any, Any], path: str, key: str) -> Any:
        base, a, b = sides
        if path in COLLECTIONS:
            self.element = (path, key)
        place = entry(path, key)
        if base is ABSENT and a is not ABSENT and b is not ABSENT and a != b and path in COLLECTIONS:
            # Two different elements that happen to have the same key are not one element.
            self._conflict(place, base, a, b)
            value = a
        else:
            value = self.value(shape, base, a, b, place)
        if path in COLLECTIONS:
            self.element = None
        return value

    def _order(self, keys: list[list[str]], kept: set[str], path: str) -> list[str]:
        base, a, b = keys
        ours, theirs = _placed(base, a, kept), _placed(base, b, kept)
        placed: Placed = {}
        for key in ours | theirs:
            sides = {side[key] for side in (ours, theirs) if key in side}
            if len(sides) > 1 and key in base:
                was = predecessors(base)[key]
                self.conflicts.append(
                    Conflict(
                        Change("move", path, key, was_after=was, after=theirs[key]),
                        entry(path, key),
                        was if was is not None else ABSENT,
                        ours[key] if ours[key] is not None else ABSENT,
                        theirs[key] if theirs[key] is not None else ABSENT,
                    )
                )
            placed[key] = min(sides, key=lambda anchor: anchor or "")
        fixed = [key for key in base if key in kept and key not in placed]
        order, circling = arrange(fixed, placed)
        if circling:
            self.conflicts.append(Conflict(None, path, base, a, b))
        return order + circling

    def _conflict(self, path: str, base: Any, theirs: Any, yours: Any) -> None:
        self.conflicts.append(Conflict(self._change(path, base, yours), path, base, theirs, yours))

    def _change(self, path: str, base: Any, yours: Any) -> Change:
        if not self.element:
            return Change("set", field=path, was=base, now=yours)
        collection, key = self.element
        field = path.removeprefix(entry(collection, key)).removeprefix(".")
        if field:
            return Change("set", collection, key, field, was=base, now=yours)
        if yours is ABSENT:
            return Change("remove", collection, key, value=base)
        return Change("add", collection, key, value=yours)


def _three(key: str, base: Data, a: Data, b: Data) -> tuple[Any, Any, Any]:
    return base.get(key, ABSENT), a.get(key, ABSENT), b.get(key, ABSENT)


def _placed(base: list[str], side: list[str], kept: set[str]) -> Placed:
    """What one side added or moved, each after the nearest one before it that is kept."""
    old = set(base)
    fresh = {key for key in side if key not in old} | set(moved(base, side))
    placed: Placed = {}
    last: str | None = None
    for key in side:
        if key in kept:
            if key in fresh:
                placed[key] = last
            last = key
    return placed

"""Judges decoded data against the shape of the document, and what its parts say of each other."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from pydantic import ValidationError

from masterplan.document.faults import MAX_FAULTS, Fault, nearest, shorten
from masterplan.document.paths import entry, position, step
from masterplan.document.shape import COLLECTIONS, PLAN, Shape, key_text, of_model
from masterplan.document.types import Element, Plan
from masterplan.language import Words

Data = dict[str, Any]

MAX_DEPTH = 32
"""Levels of nesting; a plan has nine."""


def faults(data: Any) -> list[Fault]:
    """Everything wrong with decoded data: types, unknown keys, ids, references, cycles. Empty when valid."""
    return judged(data)[1]


def judged(data: Any, like: tuple[Data, Plan] | None = None) -> tuple[Plan | None, list[Fault]]:
    """The typed plan, or the faults that prevent it; with the elements of `like` that stand in both."""
    plan, found = (None if like is None else _typed_like(data, *like)), list[Fault]()
    if plan is None:
        plan, found = typed(data)
    if plan is None:
        return None, found
    found = list(islice(reference_faults(data), MAX_FAULTS))
    return (None, found) if found else (plan, [])


def typed(data: Any) -> tuple[Plan | None, list[Fault]]:
    """The typed plan by form alone: whether its references hold is not asked."""
    try:
        return Plan.model_validate(data), []
    except (ValidationError, RecursionError):
        pass
    found = list(islice(shape_faults(PLAN, data, ""), MAX_FAULTS))
    if too_deep(data):
        found.insert(0, Fault("", _TOO_DEEP))
    if found:
        return None, found
    # Only 2024.0 where an integer stands brings us here: JSON Schema calls it one, and so do we.
    try:
        return Plan.model_validate(_with_integers(PLAN, data)), []
    except ValidationError as error:  # stricter than our own walk: still a sentence
        return None, [Fault("", _UNUSABLE.with_(why=error.errors()[0]["msg"]))]


def _typed_like(data: Data, known: Data, typed: Plan) -> Plan | None:
    """The typed plan with what it shares with a known one left as it is; None where there is a fault."""
    mixed = dict(data)
    for name, info in COLLECTIONS.items():
        items = data.get(name)
        if len(info.key_fields) == 1 and isinstance(items, list) and known.get(name):
            field = info.key_fields[0]
            before = {
                raw[field]: (raw, element)
                for raw, element in zip(known[name], getattr(typed, name), strict=True)
            }
            mixed[name] = [_known(before, raw, field) for raw in items]
    try:
        return Plan.model_validate(mixed)
    except (ValidationError, RecursionError):
        return None


def _known(before: dict[str, tuple[Data, Element]], raw: Any, field: str) -> Any:
    """The typed element where the same stood before, else what stands there."""
    key = raw.get(field) if isinstance(raw, dict) else None
    there = before.get(key) if isinstance(key, str) else None
    return there[1] if there and there[0] == raw else raw


def element_faults(collection: str, value: Any) -> list[Fault]:
    """One element alone: its types and keys, not what it refers to."""
    info = COLLECTIONS[collection]
    try:
        info.element.model_validate(value)
    except (ValidationError, RecursionError):
        return list(islice(shape_faults(info.shape, value, ""), MAX_FAULTS))
    return []


def too_deep(data: Any, limit: int = MAX_DEPTH) -> bool:
    """Whether anything is nested deeper than `limit`; does not itself recurse."""
    level: list[Any] = [data]
    for _ in range(limit):
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def shape_faults(shape: Shape, value: Any, path: str) -> Iterator[Fault]:
    """Walks a value beside its shape; says every fault with its place."""
    match shape.kind:
        case "object":
            yield from _object_faults(shape, value, path)
        case "list":
            yield from _list_faults(shape, value, path)
        case "map":
            yield from _map_faults(shape, value, path)
        case _:
            words = _SCALAR_FAULTS[shape.kind](shape, value)
            if words:
                yield Fault(path, words)


def _object_faults(shape: Shape, value: Any, path: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(path, _WRONG_TYPE.with_(expected=_OBJECT, value=shorten(value)))
        return
    for name in value:
        if name not in shape.fields:
            yield Fault(step(path, name), _unknown_key(name, shape))
    for name, inner in shape.fields.items():
        if name in value:
            yield from shape_faults(inner, value[name], step(path, name))
        elif name in shape.required:
            yield Fault(step(path, name), _MISSING)


def _unknown_key(name: str, shape: Shape) -> Words:
    meant = nearest(name, shape.fields)
    return (_UNKNOWN_MEANT if meant else _UNKNOWN).with_(name=shorten(name), meant=meant or "")


def _list_faults(shape: Shape, value: Any, path: str) -> Iterator[Fault]:
    assert shape.items
    if not isinstance(value, list):
        yield Fault(path, _WRONG_TYPE.with_(expected=_LIST, value=shorten(value)))
        return
    for index, item in enumerate(value):
        yield from shape_faults(shape.items, item, _place(shape, item, path, index))


def _place(shape: Shape, item: Any, path: str, index: int) -> str:
    """By natural key where the entry has a usable one, else by position counted from 1."""
    key = item.get(shape.key) if shape.key and isinstance(item, dict) else None
    if isinstance(key, str | int | float) and not isinstance(key, bool) and 0 < len(shorten(key)) <= 24:
        return entry(path, key_text(key))
    return position(path, index)


def _map_faults(shape: Shape, value: Any, path: str) -> Iterator[Fault]:
    assert shape.keys and shape.items
    if not isinstance(value, dict):
        yield Fault(path, _WRONG_TYPE.with_(expected=_OBJECT, value=shorten(value)))
        return
    for key, inner in value.items():
        words = _text_fault(shape.keys, key)
        if words:
            yield Fault(entry(path, key), words)
        yield from shape_faults(shape.items, inner, entry(path, key))


def _text_fault(shape: Shape, value: Any) -> Words | None:
    if not isinstance(value, str):
        return _WRONG_TYPE.with_(expected=_TEXT, value=shorten(value))
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        return _SURROGATE
    if shape.pattern and not _pattern(shape.pattern).search(value):
        return _PATTERN.with_(value=shorten(value), example=_EXAMPLES.get(shape.pattern, shape.pattern))
    return None


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    # In Python `$` also matches before a final newline; JSON Schema means the very end.
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)


def _number_fault(shape: Shape, value: Any) -> Words | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _WRONG_TYPE.with_(expected=_NUMBER, value=shorten(value))
    if not _finite(value):
        return _INFINITE
    return _limit_fault(shape, value)


def _integer_fault(shape: Shape, value: Any) -> Words | None:
    if isinstance(value, float) and not math.isfinite(value):
        return _INFINITE
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if isinstance(value, bool) or not whole:
        return _WRONG_TYPE.with_(expected=_INTEGER, value=shorten(value))
    return _limit_fault(shape, value) if _finite(value) else _INFINITE


def _finite(value: float) -> bool:
    """Whether it fits a double: an integer of 400 digits is no amount of anything."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _limit_fault(shape: Shape, value: float) -> Words | None:
    if shape.minimum is not None and value < shape.minimum:
        return _TOO_SMALL.with_(value=shorten(value), limit=key_text(shape.minimum))
    if shape.maximum is not None and value > shape.maximum:
        return _TOO_LARGE.with_(value=shorten(value), limit=key_text(shape.maximum))
    return None


def _flag_fault(_shape: Shape, value: Any) -> Words | None:
    return None if isinstance(value, bool) else _WRONG_TYPE.with_(expected=_FLAG, value=shorten(value))


def _choice_fault(shape: Shape, value: Any) -> Words | None:
    if isinstance(value, str) and value in shape.choices:
        return None
    meant = nearest(value, shape.choices) if isinstance(value, str) else None
    words = _CHOICE_MEANT if meant else _CHOICE
    return words.with_(value=shorten(value), choices=", ".join(shape.choices), meant=meant or "")


_SCALAR_FAULTS: dict[str, Callable[[Shape, Any], Words | None]] = {
    "text": _text_fault,
    "number": _number_fault,
    "integer": _integer_fault,
    "flag": _flag_fault,
    "choice": _choice_fault,
    "constant": _choice_fault,
}


def _with_integers(shape: Shape, value: Any) -> Any:
    if shape.kind == "integer":
        return int(value)
    if isinstance(value, dict):
        inner = shape.fields if shape.kind == "object" else dict.fromkeys(value, shape.items)
        return {name: _with_integers(found, item) for name, item in value.items() if (found := inner[name])}
    if isinstance(value, list) and shape.items:
        return [_with_integers(shape.items, item) for item in value]
    return value


def reference_faults(data: Data) -> Iterator[Fault]:
    """Ids that are not unique, references to nothing, circles in `requires`; `data` has the right types."""
    yield from _duplicate_faults(data)
    known = {
        name: {item.get(info.key_fields[0]) for item in data.get(name, ())}
        for name, info in COLLECTIONS.items()
    }
    for name, info in COLLECTIONS.items():
        if _referring(info.shape):
            for item in data.get(name, ()):
                for place, collection, key in _dangling(info.shape, item, known):
                    where = f"{entry(name, item[info.key_fields[0]])}.{place}"
                    yield Fault(where, _dangling_words(collection, key, known[collection]))
    yield from _circle_faults(data)


def _duplicate_faults(data: Data) -> Iterator[Fault]:
    """Element ids are unique in the whole plan; codes and the ids of sources within their collection."""
    across: dict[str, str] = {}
    for name, info in COLLECTIONS.items():
        if len(info.key_fields) > 1:
            continue
        field = info.key_fields[0]
        seen = across if field == "id" and info.shape.fields[field].pattern else {}
        for index, item in enumerate(data.get(name, ())):
            key = item[field]
            if key in seen:
                where = step(position(name, index), field)
                yield Fault(where, _DUPLICATE.with_(key=shorten(key), first=seen[key]))
            else:
                seen[key] = entry(name, key)


def _dangling(shape: Shape, value: Any, known: dict[str, set[Any]]) -> Iterator[tuple[str, str, str]]:
    """Place, collection and key of every reference in `value` that leads nowhere."""
    for name, inner in _referring(shape):
        part = value.get(name)
        if part is None:
            continue
        if inner.refers:
            if part not in known[inner.refers]:
                yield name, inner.refers, part
        elif inner.keys:
            there = known[inner.keys.refers or ""]
            yield from ((entry(name, key), inner.keys.refers or "", key) for key in part if key not in there)
        elif inner.items and inner.items.refers:
            there = known[inner.items.refers]
            yield from ((name, inner.items.refers, key) for key in part if key not in there)
        elif inner.items:
            for index, item in enumerate(part):
                for place, collection, key in _dangling(inner.items, item, known):
                    yield f"{_place(inner, item, name, index)}.{place}", collection, key


def _referring(shape: Shape) -> list[tuple[str, Shape]]:
    return _referring_fields(shape.model) if shape.model else []


@cache
def _referring_fields(model: type[Element]) -> list[tuple[str, Shape]]:
    return [(name, shape) for name, shape in of_model(model).fields.items() if _refers(shape)]


def _refers(shape: Shape) -> bool:
    inner = [part for part in (shape.keys, shape.items) if part]
    return bool(shape.refers or _referring(shape) or any(_refers(part) for part in inner))


def _dangling_words(collection: str, key: str, known: set[Any]) -> Words:
    meant = nearest(key, (word for word in known if isinstance(word, str)), 0.75)
    words = _DANGLING_MEANT if meant else _DANGLING
    return words.with_(key=shorten(key), collection=collection, meant=shorten(meant or ""))


def _circle_faults(data: Data) -> Iterator[Fault]:
    """Each circle in `requires` once; without recursion, however long the chain."""
    requires = {item["id"]: item.get("requires", ()) for item in data.get("innovations", ())}
    done: set[str] = set()
    for first, needed in requires.items():
        if first in done:
            continue
        trail: dict[str, Iterator[str]] = {first: iter(needed)}
        while trail:
            current = next(reversed(trail))
            following = next(trail[current], None)
            if following is None:
                done.add(current)
                del trail[current]
            elif following in trail:
                circle = [*list(trail)[list(trail).index(following) :], following]
                yield Fault(
                    step(entry("innovations", current), "requires"),
                    _CIRCLE.with_(circle=shorten(" → ".join(circle), 120), key=following),
                )
            elif following not in done and following in requires:
                trail[following] = iter(requires[following])


_OBJECT = Words("objek {…}", "an object {…}")
_LIST = Words("daftar […]", "a list […]")
_TEXT = Words("teks", "text")
_NUMBER = Words("angka", "a number")
_INTEGER = Words("bilangan bulat", "a whole number")
_FLAG = Words("true atau false", "true or false")
_EXAMPLES = {
    "^[A-Z]{2,4}-[0-9A-Za-z]{1,12}$": "IN-07",
    "^[0-9]{4}$": "2025",
    r"^[0-9]{2}(\.[0-9]{2})?$": "64.74",
    "^[A-Z0-9-]{2,24}$": "DISKOMINFO",
}
_TOO_DEEP = Words(
    f"bersarang lebih dari {MAX_DEPTH} tingkat; tidak ada rencana sedalam itu, periksa berkasnya",
    f"is nested more than {MAX_DEPTH} levels; no plan is that deep, see whether this is the right file",
)
_UNUSABLE = Words("tidak dapat dibaca sebagai rencana ({why}); perbaiki", "is no plan ({why}); mend it")
_MISSING = Words("wajib diisi tetapi tidak ada; tambahkan", "is required but absent; add it")
_UNKNOWN = Words(
    'kunci "{name}" tidak dikenal; hapus atau perbaiki ejaannya',
    'the key "{name}" is not known; remove it or mend its spelling',
)
_UNKNOWN_MEANT = Words(
    'kunci "{name}" tidak dikenal; mungkin maksudnya "{meant}"',
    'the key "{name}" is not known; perhaps "{meant}" is meant',
)
_WRONG_TYPE = Words(
    "harus {expected}, bukan {value}; perbaiki isinya atau hapus kuncinya",
    "must be {expected}, not {value}; mend it or remove the key",
)
_SURROGATE = Words(
    "memuat setengah karakter (surrogate) yang tidak dapat disimpan sebagai UTF-8; ketik ulang teksnya",
    "holds half a character (a lone surrogate) that UTF-8 cannot keep; type the text again",
)
_PATTERN = Words(
    'bentuk "{value}" tidak sesuai; tulis seperti {example}',
    '"{value}" does not have the right form; write it like {example}',
)
_INFINITE = Words(
    "harus angka yang terhingga; tulis angka biasa atau hapus kuncinya",
    "must be a finite number; write an ordinary number or remove the key",
)
_TOO_SMALL = Words("{value} terlalu kecil; paling sedikit {limit}", "{value} is too small; at least {limit}")
_TOO_LARGE = Words("{value} terlalu besar; paling banyak {limit}", "{value} is too large; at most {limit}")
_CHOICE = Words(
    '"{value}" tidak dikenal; pilih salah satu: {choices}', '"{value}" is not known; choose one of: {choices}'
)
_CHOICE_MEANT = Words(
    '"{value}" tidak dikenal; mungkin maksudnya "{meant}" (pilihan: {choices})',
    '"{value}" is not known; perhaps "{meant}" is meant (choices: {choices})',
)
_DUPLICATE = Words(
    '"{key}" sudah dipakai oleh {first}; beri tanda yang lain',
    '"{key}" is already used by {first}; give it another one',
)
_DANGLING = Words(
    'menunjuk "{key}" yang tidak ada di {collection}; tambahkan di sana atau hapus rujukannya',
    'refers to "{key}", which is not in {collection}; add it there or remove the reference',
)
_DANGLING_MEANT = Words(
    'menunjuk "{key}" yang tidak ada di {collection}; mungkin maksudnya "{meant}"',
    'refers to "{key}", which is not in {collection}; perhaps "{meant}" is meant',
)
_CIRCLE = Words(
    'saling mensyaratkan berputar: {circle}; hapus salah satu "requires"',
    'requires itself in a circle: {circle}; remove one of the "requires"',
)

"""Places in a document: `addresses[MS-03].share.mode`, and reading and changing what stands there.

The grammar is told in `docs/changes.md`. Nothing here changes a value in place: `with_field` gives a new
element that shares what did not change.
"""

from __future__ import annotations

import json
import re
from enum import Enum
from functools import lru_cache
from typing import Any, Final

from masterplan.document.shape import COLLECTIONS, PLAN, Shape, key_text


class Absent(Enum):
    """The field is not there; `None` never stands for it, JSON's null is not allowed in a plan."""

    ABSENT = "absent"

    def __repr__(self) -> str:
        return "ABSENT"

    def __bool__(self) -> bool:
        return False


ABSENT: Final = Absent.ABSENT

Step = tuple[str, bool]
"""A name (`False`: after a dot) or a key (`True`: in brackets)."""

MAX_PATH = 2000
_BARE = re.compile(r'[^\[\]"#\x00-\x1f\ud800-\udfff][^\[\]"\x00-\x1f\ud800-\udfff]*')
_BRACKETED = re.compile(rf'\[("(?:[^"\\]|\\.)*"|{_BARE.pattern})\]')
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DOTTED = re.compile(rf"\.{_NAME.pattern}")


class PathError(ValueError):
    """A text that is not a path, or leads nowhere in this element."""


def step(path: str, name: str) -> str:
    """`path.name`; a name that is no plain word goes in brackets."""
    if not _NAME.fullmatch(name):
        return entry(path, name)
    return f"{path}.{name}" if path else name


def entry(path: str, key: Any) -> str:
    """`path[key]`; a key with brackets, quotes or a leading # is written as a JSON string."""
    text = key_text(key)
    return f"{path}[{text if _BARE.fullmatch(text) else json.dumps(text)}]"


def position(path: str, index: int) -> str:
    """`path[#3]`: the third entry. For telling where a fault is; changes have no such places."""
    return f"{path}[#{index + 1}]"


@lru_cache(maxsize=4096)
def parse_path(path: str) -> tuple[Step, ...]:
    """The steps of a path; raises `PathError` where it is not one."""
    if len(path) > MAX_PATH:
        raise PathError(path[:40])
    steps: list[Step] = []
    at = 0
    while at < len(path) or not steps:
        found = _BRACKETED.match(path, at) if steps else None
        if found:
            steps.append((_unquoted(found.group(1)), True))
        else:
            found = (_DOTTED if steps else _NAME).match(path, at)
            if not found:
                raise PathError(path)
            steps.append((found.group().removeprefix("."), False))
        at = found.end()
    return tuple(steps)


def _unquoted(text: str) -> str:
    if not text.startswith('"'):
        return text
    try:
        return str(json.loads(text))
    except ValueError as error:
        raise PathError(text) from error


def shape_at(shape: Shape, path: str) -> Shape:
    """The shape a path leads to below `shape`; raises `PathError` where it leads nowhere."""
    for name, bracketed in parse_path(path):
        inner = shape.fields.get(name) if not bracketed else None
        if bracketed and shape.items and (shape.kind == "map" or shape.key):
            inner = shape.items
            if shape.key:
                _key_value(inner.fields[shape.key], name)
        if inner is None:
            raise PathError(path)
        shape = inner
    return shape


def _keyed_lists(shape: Shape) -> dict[str, tuple[str, Shape]]:
    found: dict[str, tuple[str, Shape]] = {}
    for name, inner in shape.fields.items():
        if inner.key and inner.items:
            found[name] = (inner.key, inner.items.fields[inner.key])
    return found


KEYED: Final = {
    name: key for info in COLLECTIONS.values() for name, key in _keyed_lists(info.shape).items()
} | _keyed_lists(PLAN)
"""Name of each list whose entries have a natural key → the key's field and its shape."""


def get_field(element: dict[str, Any], path: str) -> Any:
    """What stands at `path` in the element, or `ABSENT`."""
    value: Any = element
    steps = parse_path(path)
    for index, (name, _) in enumerate(steps):
        if isinstance(value, list):
            value = _found(value, steps[index - 1][0], name)
        else:
            value = value.get(name, ABSENT) if isinstance(value, dict) else ABSENT
    return value


def _found(entries: list[Any], list_name: str, key: str) -> Any:
    field = KEYED[list_name][0] if list_name in KEYED else ""
    return next((item for item in entries if isinstance(item, dict) and _has_key(item, field, key)), ABSENT)


def _has_key(item: dict[str, Any], field: str, key: str) -> bool:
    return field in item and key_text(item[field]) == key


def with_field(element: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The element with `value` at `path`; `ABSENT` removes it. What leads there is made where it is missing.

    A new entry of a keyed list goes after the last entry with a smaller key. Removing the last entry leaves
    an empty list, removing the last key an empty object. Raises `PathError` where a scalar is in the way.
    """
    changed = _with(element, parse_path(path), 0, value)
    assert isinstance(changed, dict)
    return changed


def _with(current: Any, steps: tuple[Step, ...], index: int, value: Any) -> Any:
    if index == len(steps):
        return value
    name, bracketed = steps[index]
    list_name = steps[index - 1][0] if index else ""
    if bracketed and list_name in KEYED and (current is ABSENT or isinstance(current, list)):
        return _with_entry([] if current is ABSENT else current, steps, index, value)
    if current is ABSENT:
        current = {}
    if not isinstance(current, dict):
        raise PathError(name)
    inner = _with(current.get(name, ABSENT), steps, index + 1, value)
    if inner is ABSENT:
        return {key: item for key, item in current.items() if key != name}
    return {**current, name: inner}


def _with_entry(entries: list[Any], steps: tuple[Step, ...], index: int, value: Any) -> list[Any]:
    key = steps[index][0]
    field, shape = KEYED[steps[index - 1][0]]
    at = next((place for place, item in enumerate(entries) if _has_key(item, field, key)), None)
    if at is not None:
        inner = _with(entries[at], steps, index + 1, value)
        return entries[:at] + ([] if inner is ABSENT else [inner]) + entries[at + 1 :]
    fresh = {field: _key_value(shape, key)} if index + 1 < len(steps) else ABSENT
    inner = _with(fresh, steps, index + 1, value)
    if inner is ABSENT:
        return entries
    order = _key_value(shape, key)
    smaller = [place for place, item in enumerate(entries) if item[field] < order]
    at = smaller[-1] + 1 if smaller else 0
    return [*entries[:at], inner, *entries[at:]]


def _key_value(shape: Shape, key: str) -> Any:
    if shape.kind != "integer":
        return key
    if not re.fullmatch(r"0|-?[1-9][0-9]{0,14}", key):
        raise PathError(key)
    return int(key)

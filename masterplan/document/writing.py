"""Canonical JSON of a plan: one text for one plan, whatever order its keys came in."""

from __future__ import annotations

import hashlib
from json.encoder import encode_basestring
from typing import Any

from masterplan.document.shape import PLAN, Shape

_ANY = Shape("object")


def canonical(data: dict[str, Any]) -> str:
    """The schema's key order, two-space indent, final newline; maps by key.

    A number keeps its value and kind and is written in the shortest form that reads back to the same int or
    float. `data` is a valid document.
    """
    return _text(data, PLAN)


def digest(data: dict[str, Any]) -> str:
    """SHA-256 over the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(data).encode()).hexdigest()


def canonical_value(value: Any, shape: Shape = _ANY) -> str:
    """Any JSON value in the same style; where the shape knows no order, keys stay as they came."""
    return _text(value, shape)


def _text(value: Any, shape: Shape) -> str:
    parts: list[str] = []
    _write(value, shape, "\n", parts.append)
    parts.append("\n")
    return "".join(parts)


def _write(value: Any, shape: Shape, newline: str, put: Any) -> None:
    kind = type(value)
    if kind is str:
        put(encode_basestring(value))
    elif kind is dict:
        _write_object(value, shape, newline, put)
    elif kind is list:
        _write_list(value, shape.items or _ANY, newline, put)
    elif kind is bool:
        put("true" if value else "false")
    elif value is None:
        put("null")
    else:
        put(repr(value))


def _write_object(value: dict[str, Any], shape: Shape, newline: str, put: Any) -> None:
    if not value:
        put("{}")
        return
    deeper = newline + "  "
    before = "{" + deeper
    for name in _ordered(value, shape):
        inner = shape.fields.get(name) or shape.items or _ANY
        put(f"{before}{encode_basestring(name)}: ")
        _write(value[name], inner, deeper, put)
        before = "," + deeper
    put(newline + "}")


def _ordered(value: dict[str, Any], shape: Shape) -> list[str]:
    if shape.kind == "map":
        return sorted(value)
    known = [name for name in shape.fields if name in value]
    return known if len(known) == len(value) else known + [name for name in value if name not in shape.fields]


def _write_list(value: list[Any], shape: Shape, newline: str, put: Any) -> None:
    if not value:
        put("[]")
        return
    deeper = newline + "  "
    before = "[" + deeper
    for item in value:
        put(before)
        _write(item, shape, deeper, put)
        before = "," + deeper
    put(newline + "]")

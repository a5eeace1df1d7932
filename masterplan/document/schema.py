"""The published JSON Schema of `haluan-plan/1`, generated from the types."""

from __future__ import annotations

from typing import Any

from masterplan.document.shape import PLAN, Shape
from masterplan.document.types import Element

_TYPES = {"text": "string", "integer": "integer", "number": "number", "flag": "boolean"}


def json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12; every element type stands once under `$defs`, units are in the descriptions."""
    definitions: dict[str, Any] = {}
    plan = _object(PLAN, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "haluan-plan/1",
        "title": "haluan-plan/1",
        **plan,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    match shape.kind:
        case "object":
            return _reference(shape, definitions)
        case "list":
            assert shape.items
            schema: dict[str, Any] = {"type": "array", "items": _of(shape.items, definitions)}
        case "map":
            schema = _map(shape, definitions)
        case "choice":
            schema = {"enum": list(shape.choices)}
        case "constant":
            schema = {"const": shape.choices[0]}
        case _:
            schema = {"type": _TYPES[shape.kind], **_limits(shape)}
    return {**schema, "description": shape.description} if shape.description else schema


def _reference(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    assert shape.model
    name = definition_name(shape.model)
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(shape, definitions)
    return {"$ref": f"#/$defs/{name}"}


def definition_name(model: type[Element]) -> str:
    return model.__name__.lower()


def _object(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": shape.description,
        "required": [name for name in shape.fields if name in shape.required],
        "properties": {name: _of(inner, definitions) for name, inner in shape.fields.items()},
        "additionalProperties": False,
    }


def _map(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    assert shape.items and shape.keys
    values = _of(shape.items, definitions)
    if shape.keys.pattern:
        return {
            "type": "object",
            "patternProperties": {shape.keys.pattern: values},
            "additionalProperties": False,
        }
    return {"type": "object", "additionalProperties": values}


def _limits(shape: Shape) -> dict[str, Any]:
    limits = {"minimum": shape.minimum, "maximum": shape.maximum, "pattern": shape.pattern}
    return {
        name: int(limit) if isinstance(limit, float) and limit.is_integer() else limit
        for name, limit in limits.items()
        if limit is not None
    }

"""The shape of the document, read once from its types.

What the rest of the core asks of a type — its keys in order, what is required, what it refers to, how entries
of a list are told apart — is answered here, so that a new field in `types.py` is known everywhere.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from masterplan.document.types import LARGEST, Ceiling, Element, Keyed, Plan, Prose, Refers

Kind = Literal["object", "list", "map", "text", "integer", "number", "flag", "choice", "constant"]

_SCALARS: dict[Any, Kind] = {str: "text", int: "integer", float: "number", bool: "flag"}


@dataclass(frozen=True)
class Shape:
    """What a value of the document may be."""

    kind: Kind
    model: type[Element] | None = None
    description: str | None = None
    fields: dict[str, Shape] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    items: Shape | None = None  # of a list, or the values of a map
    keys: Shape | None = None  # of a map
    key: str | None = None  # the natural key of a list's entries
    choices: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    pattern: str | None = None
    refers: str | None = None
    prose: bool = False


@cache
def of_model(model: type[Element]) -> Shape:
    """The shape of one element type."""
    return Shape(
        "object",
        model=model,
        description=" ".join((model.__doc__ or "").split()),
        fields={name: _of_field(info) for name, info in model.model_fields.items()},
        required=frozenset(name for name, info in model.model_fields.items() if info.is_required()),
    )


def _of_field(info: FieldInfo) -> Shape:
    shape = _marked(_of_annotation(info.annotation), info.metadata)
    return replace(shape, description=info.description) if info.description else shape


def _of_annotation(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        shape = _marked(_of_annotation(arguments[0]), arguments[1:])
    elif origin in (Union, types.UnionType):
        present = [argument for argument in arguments if argument is not type(None)]
        shape = Shape("number") if float in present else _of_annotation(present[0])
    elif origin is Literal:
        shape = Shape("constant" if len(arguments) == 1 else "choice", choices=arguments)
    elif origin is list:
        shape = Shape("list", items=_of_annotation(arguments[0]))
    elif origin is dict:
        shape = Shape("map", keys=_of_annotation(arguments[0]), items=_of_annotation(arguments[1]))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        shape = of_model(annotation)
    else:
        shape = Shape(_SCALARS[annotation])
    return shape


def _marked(shape: Shape, marks: Any) -> Shape:
    for mark in marks:
        if isinstance(mark, FieldInfo):
            shape = _marked(shape, mark.metadata)
            shape = replace(shape, description=mark.description) if mark.description else shape
        elif isinstance(mark, Ge):
            shape = replace(shape, minimum=_limit(mark.ge))
        elif isinstance(mark, Le):
            shape = replace(shape, maximum=_limit(mark.le))
        elif isinstance(mark, Refers):
            shape = replace(shape, refers=mark.collection)
        elif isinstance(mark, Keyed):
            shape = replace(shape, key=mark.field)
        elif isinstance(mark, Prose):
            shape = replace(shape, prose=True)
        elif getattr(mark, "pattern", None):
            shape = replace(shape, pattern=mark.pattern)
    return shape


def _limit(limit: Any) -> float | None:
    """A limit of the document; that a number must fit a double is none."""
    return None if abs(limit) >= LARGEST else float(limit)


PLAN = of_model(Plan)


@dataclass(frozen=True)
class CollectionInfo:
    """One collection of a plan: a list whose elements are changed one by one."""

    name: str
    element: type[Element]
    key_fields: tuple[str, ...]
    prefix: str | None  # of new ids; None where the key is a code or natural

    @property
    def shape(self) -> Shape:
        return of_model(self.element)


_PREFIXES = {
    "readiness": "RD",
    "issues": "SW",
    "problems": "MS",
    "innovations": "IN",
    "enablers": "EN",
    "risks": "RS",
    "chapters": "BB",
    "figures": "GB",
    "acceptances": "TM",
    "sources": "S",
}


def _collections() -> Iterator[CollectionInfo]:
    for name, shape in PLAN.fields.items():
        element = shape.items.model if shape.items else None
        if element is Ceiling:
            yield CollectionInfo(name, element, ("year", "source"), None)
        elif element and shape.key:
            yield CollectionInfo(name, element, (shape.key,), _PREFIXES.get(name))


COLLECTIONS: dict[str, CollectionInfo] = {info.name: info for info in _collections()}
"""In the order of the document. Governance and missions are fields of the plan, changed whole."""


def key_text(value: Any) -> str:
    """A natural key as it is written in a path: 0 and 0.0 are the same offset."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def raw_key(info: CollectionInfo, item: dict[str, Any]) -> str:
    """The key of one element before duplicates are told apart: `IN-07`, `2025`, `2025/APBD`."""
    return "/".join(key_text(item[name]) for name in info.key_fields if name in item)


def keys_of(collection: str, items: list[dict[str, Any]]) -> list[str]:
    """A unique, stable key for each element: its id, code or natural key; a second `2025` is `2025#2`."""
    info = COLLECTIONS[collection]
    raw = [raw_key(info, item) for item in items]
    if len(set(raw)) == len(raw):
        return raw
    taken, keys, counts = set(raw), [], dict.fromkeys(raw, 0)
    for key in raw:
        counts[key] += 1
        unique = key
        while counts[key] > 1 and unique in taken:
            unique = f"{key}#{counts[key]}"
            counts[key] += unique in taken
        taken.add(unique)
        keys.append(unique)
    return keys

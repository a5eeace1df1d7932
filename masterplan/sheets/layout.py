"""The tables of a workbook: which sheets, which columns, which rows, from the document alone.

The writer lays them out; the reader asks again what each cell showed. Four forms: `elements` (a row an element,
which may be added and deleted), `facets` (a row an element of another sheet, with years, sources of money or
districts as columns), `entries` (a row an entry of a list inside an element or the plan) and `plan` (a row a field).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from masterplan.document import ABSENT, COLLECTIONS, Data, get_field, keys_of
from masterplan.document.paths import KEYED, entry, parse_path, shape_at
from masterplan.document.shape import PLAN as PLAN_SHAPE
from masterplan.document.shape import Shape, key_text
from masterplan.language import Words
from masterplan.sheets import fields, words
from masterplan.sheets.cells import Kind, Several, clip, kind_of
from masterplan.sheets.fields import Ask

Form = Literal["plan", "elements", "facets", "entries"]

OWNER = "@"
"""Path of the column that names the element a row belongs to."""
DELETE = "!"
"""Path of the column that asks for a row to be deleted."""
MOST_COLUMNS = 120
"""Of years, offsets, sources or districts; what does not fit is not shown and stays as it is."""


@dataclass(frozen=True)
class Column:
    """One column, or one row of the sheet of the plan."""

    path: str
    kind: Kind
    shape: Shape
    label: Words
    question: Words
    width: float = 14
    required: bool = False

    def value(self, thing: Data) -> Any:
        """What the row's element or entry holds here, or `ABSENT`."""
        found = get_field(thing, self.path)
        if not self.path.endswith("]") and "[" not in self.path:
            return found
        several = _several(thing, self.path)
        return Several(several) if len(several) > 1 else found


@dataclass(frozen=True)
class Row:
    """One row: its hidden identity, what it shows, and the element it belongs to."""

    identity: str
    thing: Data
    owner: str = ""


@dataclass(frozen=True)
class Table:
    """One sheet."""

    key: str
    form: Form
    collection: str
    field: str
    columns: tuple[Column, ...]

    @property
    def name(self) -> Words:
        return words.SHEETS[self.key][0]

    @property
    def about(self) -> Words:
        return words.SHEETS[self.key][1]

    @property
    def owned(self) -> bool:
        """Whether a row belongs to an element of another sheet."""
        return self.form in ("facets", "entries") and bool(self.collection)

    @property
    def code(self) -> str:
        """Path of the column with the code of an element; empty where rows have none that people see."""
        keys = COLLECTIONS[self.collection].key_fields if self.form == "elements" else ()
        return keys[0] if len(keys) == 1 else ""

    @cached_property
    def by_path(self) -> dict[str, Column]:
        return {column.path: column for column in self.columns}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Path of the column of each head, as `fold` writes it."""
        return _labels(self)

    @property
    def item(self) -> Shape:
        """The shape of one entry of the list."""
        shape = _list_shape(self.collection, self.field)
        assert shape.items
        return shape.items

    def column(self, path: str) -> Column | None:
        """The column of a path, also of a year or offset that the workbook has and the document has not."""
        return self.by_path.get(path) or _another(self, path)

    def rows(self, document: Data) -> Iterator[Row]:
        """The rows of a document; a sheet of the plan has none."""
        if self.form in ("elements", "facets"):
            items = document.get(self.collection, [])
            for key, item in zip(keys_of(self.collection, items), items, strict=True):
                yield Row(key, item, key if self.owned else "")
        elif self.form == "entries":
            for owner, item in self._holders(document):
                for index, thing in enumerate(item.get(self.field, ())):
                    yield Row(f"{owner}#{index}", self.wrapped(thing), owner)

    def _holders(self, document: Data) -> Iterator[tuple[str, Data]]:
        if not self.collection:
            yield "", document
            return
        items = document.get(self.collection, [])
        yield from zip(keys_of(self.collection, items), items, strict=True)

    def shows(self, thing: Data, paths: Collection[str]) -> bool:
        """Whether anything of an element or entry can be seen in these columns, beside its code."""
        columns = [
            column for path in paths if (column := self.by_path.get(path)) and path not in (OWNER, self.code)
        ]
        values = [column.value(thing) for column in columns]
        return any(value is not ABSENT and str(value).strip() not in ("", "[]") for value in values)

    def wrapped(self, thing: Any) -> Data:
        """A list of texts has no fields: its entries are shown as if they had one."""
        return thing if isinstance(thing, dict) else {"mission": thing}

    def unwrapped(self, thing: Data) -> Any:
        return thing.get("mission", "") if self.key == "missions" else thing


def _list_shape(collection: str, field: str) -> Shape:
    shape = COLLECTIONS[collection].shape if collection else PLAN_SHAPE
    return shape.fields[field]


def identity_text(identity: str) -> str:
    """What the hidden column holds: never empty, and nothing a cell cannot carry."""
    return "#" + clip(json.dumps(identity, ensure_ascii=False)[1:-1])


def _several(thing: Data, path: str) -> list[Any]:
    """All values of a path into a keyed list, one for each entry with that key."""
    (name, _), (key, _), *rest = parse_path(path)
    if name not in KEYED:
        return []
    inner = ".".join(part for part, _ in rest)
    same = [item for item in thing.get(name, ()) if key_text(item[KEYED[name][0]]) == key]
    return [found for item in same if (found := get_field(item, inner)) is not ABSENT]


def tables(document: Data) -> list[Table]:
    """The sheets of a document, in the order of the workbook."""
    return [_table(key, document) for key in words.SHEETS]


def _table(key: str, document: Data) -> Table:
    collection, _, field = key.partition(".")
    if key == "plan":
        return Table(key, "plan", "", "", _asked(PLAN_SHAPE, fields.PLAN))
    if ("", key) in fields.ENTRIES:
        return Table(key, "entries", "", key, _entry_columns("", key, document))
    if not field:
        shape = COLLECTIONS[collection].shape
        return Table(key, "elements", collection, "", _asked(shape, fields.ELEMENTS[key]))
    if (collection, field) in fields.ENTRIES:
        return Table(key, "entries", collection, field, _entry_columns(collection, field, document))
    paths = _FACETS[field](document)[:MOST_COLUMNS]
    found = [_facet(collection, path, document) for path in paths]
    return Table(key, "facets", collection, field, (_owner(collection), *found))


def _asked(shape: Shape, asks: tuple[Ask, ...]) -> tuple[Column, ...]:
    return tuple(_column(shape, ask) for ask in asks)


def _column(shape: Shape, ask: Ask) -> Column:
    found = shape_at(shape, ask.path)
    needed = ask.path != "id" and _needed(shape, ask.path)
    return Column(ask.path, kind_of(found, ask.path), found, ask.label, ask.question, ask.width, needed)


def _needed(shape: Shape, path: str) -> bool:
    name, _, rest = path.partition(".")
    return name in shape.required and (not rest or _needed(shape.fields[name], rest))


def _owner(collection: str) -> Column:
    ask = fields.OWNERS[collection]
    shape = Shape("text", refers=collection)
    return Column(OWNER, "one", shape, ask.label, ask.question, ask.width, True)


def _entry_columns(collection: str, field: str, document: Data) -> tuple[Column, ...]:
    shape = _list_shape(collection, field).items
    assert shape
    if shape.kind != "object":  # missions: a list of texts
        ask = fields.ENTRIES["", field][0]
        return (Column(ask.path, "text", shape, ask.label, ask.question, ask.width, True),)
    columns = _asked(shape, fields.ENTRIES[collection, field])
    if field == "outcomes":
        columns = (*columns, *(_target(year) for year in _target_years(document)[:MOST_COLUMNS]))
    return (_owner(collection), *columns) if collection else columns


def _target(year: str) -> Column:
    shape = shape_at(_list_shape("innovations", "outcomes").items or PLAN_SHAPE, entry("targets", year))
    question = words.TARGET_QUESTION.with_(year=year)
    return Column(entry("targets", year), "number", shape, Words(year, year), question, 10)


def _target_years(document: Data) -> list[str]:
    used = {
        year
        for item in document.get("innovations", ())
        for outcome in item.get("outcomes", ())
        for year in outcome.get("targets", ())
    }
    period = document["period"]
    years = range(
        int(period["first_year"]), min(int(period["last_year"]), int(period["first_year"]) + 40) + 1
    )
    return sorted(used | {str(year) for year in years})


def _cost_paths(document: Data) -> list[str]:
    innovations = document.get("innovations", ())
    used = [int(cost["offset"]) for item in innovations for cost in item.get("costs", ())]
    longest = max([3, *(int(item.get("duration_years", 1)) for item in innovations)])
    last = max([*used, longest - 1])
    return [f"costs[{offset}].{kind}" for kind in ("capital", "operating") for offset in range(last + 1)]


def _funding_paths(document: Data) -> list[str]:
    shape = COLLECTIONS["innovations"].shape.fields["funding"].items
    assert shape
    return [f"funding[{source}].share" for source in shape.fields["source"].choices]


def _district_paths(document: Data) -> list[str]:
    return [entry("people_by_district", item["code"]) for item in document.get("districts", ())]


_FACETS = {"costs": _cost_paths, "funding": _funding_paths, "people_by_district": _district_paths}


def _facet(collection: str, path: str, document: Data) -> Column:
    shape = shape_at(COLLECTIONS[collection].shape, path)
    key, kind = parse_path(path)[1][0], kind_of(shape, path)
    if path.startswith("costs"):
        capital = path.endswith(".capital")
        label = (words.CAPITAL if capital else words.OPERATING).with_(offset=key)
        question = (words.CAPITAL_QUESTION if capital else words.OPERATING_QUESTION).with_(offset=key)
        return Column(path, kind, shape, label, question, 18)
    if path.startswith("funding"):
        label = words.choice(key)
        return Column(path, kind, shape, label, words.FUNDING_QUESTION.with_(source=label), 11)
    names = {item["code"]: item["name"] for item in document.get("districts", ())}
    label = Words(f"{key} {names.get(key, '')}", f"{key} {names.get(key, '')}")
    return Column(path, kind, shape, label, words.PEOPLE_QUESTION.with_(district=names.get(key, key)), 14)


def _another(table: Table, path: str) -> Column | None:
    """A column that the document's own tables lack: a later year, a higher offset, a new district."""
    try:
        if table.field == "outcomes" and path.startswith("targets["):
            return _target(parse_path(path)[1][0])
        if table.form == "facets" and path.startswith(f"{table.field}["):
            return _facet(table.collection, path, {})
    except ValueError:
        return None
    return None


def _labels(table: Table) -> dict[str, str]:
    """Heads in both languages, also of offsets the document has no costs for yet."""
    found: dict[str, str] = {fold(said): DELETE for said in (words.DELETE.id, words.DELETE.en)}
    if table.field == "costs":
        for kind, said in (("capital", words.CAPITAL), ("operating", words.OPERATING)):
            for offset in range(31):
                filled = said.with_(offset=offset)
                found |= dict.fromkeys((fold(filled.id), fold(filled.en)), f"costs[{offset}].{kind}")
    for column in table.columns:
        found |= dict.fromkeys((fold(column.label.id), fold(column.label.en)), column.path)
    return found


def by_label(table: Table, label: str) -> str | None:
    """The path of the column with this head, in either language; also of a year not there before."""
    folded = fold(label)
    if table.field == "outcomes" and len(folded) == 4 and folded.isdecimal():
        return entry("targets", folded)
    return table.labels.get(folded)


def fold(text: str) -> str:
    return " ".join(text.lower().rstrip(" *").split())

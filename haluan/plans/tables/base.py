"""What every table is: its columns, its rows, and what the document becomes when cells of it are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.editor import forms
from haluan.plans.editor.acts import MADE_ELSEWHERE
from haluan.plans.editor.newcomers import uses_of, without
from haluan.plans.labels import collection_label, field_label
from haluan.plans.words import headline, lang
from masterplan.document import ABSENT, COLLECTIONS, Change, get_field, keys_of, with_field
from masterplan.document.applying import changed
from masterplan.document.service import rewritten, split
from masterplan.language import number

from .cells import Column

Data = dict[str, Any]
HALVES = ("service_change.before", "service_change.after")


@dataclass(frozen=True)
class Row:
    """One row: `key` names it in the table, `element` the element of the document that it shows."""

    key: str
    element: str
    name: str
    item: Data = field(compare=False)


@dataclass(frozen=True)
class Write:
    """A cell that gets a value (`ABSENT`: becomes empty)."""

    row: Row
    column: Column
    now: Any


class Table:
    """Rows are the elements of a collection, columns the fields the desk asks for in one line."""

    adds = True
    """Whether rows come and go here."""
    elements = True
    """Whether a row is an element of the collection; else its key begins with that of the element it is part of."""
    numbered = True
    """Whether a new row is given its id; else all that it is stands in its cells."""
    linked = True
    """Whether a row leads to a page of the desk."""

    def __init__(self, slug: str, collection: str) -> None:
        self.slug, self.collection = slug, collection
        self.adds = self.adds and collection not in MADE_ELSEWHERE

    words: Any = ""
    """Its name, where it is not that of the collection."""

    @property
    def label(self) -> str:
        return str(self.words) or collection_label(self.collection)

    @property
    def key_label(self) -> str:
        return field_label(self.collection, COLLECTIONS[self.collection].key_fields[0])

    def columns(self, data: Data) -> list[Column]:
        title = forms.TITLE[self.collection]
        found = [self.column(title, "")]
        for step in forms.STEPS[self.collection]:
            for part in step.parts:
                if isinstance(part, forms.Line) and part.path != title:
                    found += self.line(part, str(step.name))
        return found

    def heading(self, columns: list[Column], rows: list[Row]) -> str:
        """The title of the page: what there is, and what is missing."""
        empty = sum(self.value(row, column) is ABSENT for row in rows for column in columns)
        told = {
            "rows": len(rows),
            "name": collection_label(self.collection).lower(),
            "empty": number(empty, lang()),
        }
        if not empty:
            return _("%(rows)s %(name)s, semua sel terisi") % told
        return _("%(rows)s %(name)s, %(empty)s sel belum diisi") % told

    def line(self, line: forms.Line, group: str) -> list[Column]:
        if line.path == "service_change":
            names = (_("Sebelumnya"), _("Sesudahnya"))
            return [Column(path, "prose", name, group) for path, name in zip(HALVES, names, strict=True)]
        return [self.column(line.path, group, str(line.hint))]

    def column(self, path: str, group: str, hint: str = "") -> Column:
        shape = forms.shape(self.collection, path)
        about = shape.keys.refers if shape.keys else None
        return Column(
            path,
            forms.kind(self.collection, path),
            field_label(self.collection, path),
            group,
            hint,
            about or forms.refers(self.collection, path),
            tuple(map(str, shape.choices)),
            path in forms.shape_of(self.collection).required,
        )

    def rows(self, data: Data) -> list[Row]:
        items = data.get(self.collection, [])
        keys = keys_of(self.collection, items)
        return [Row(key, key, headline(item), item) for key, item in zip(keys, items, strict=True)]

    def value(self, row: Row, column: Column) -> Any:
        """What stands in a cell, of the kind of its column."""
        if column.name in HALVES:
            return halves_of(row.item)[HALVES.index(column.name)] or ABSENT
        return get_field(row.item, column.name)

    def field(self, column: Column) -> str:
        """The field of the element behind a column, as the history names it."""
        return "service_change" if column.name in HALVES else column.name

    def put(self, row: Row, item: Data, column: Column, now: Any) -> Data:
        """The element of a row with one cell written."""
        if column.name in HALVES:
            halves = halves_of(item)
            halves[HALVES.index(column.name)] = now or ""
            text = rewritten(item.get("service_change", ""), *halves)
            return with_field(item, "service_change", text or ABSENT)
        return with_field(item, column.name, now)

    def write(self, data: Data, writes: Iterable[Write]) -> Data:
        """The document with the cells written; `data` stays as it is."""
        items = list(data.get(self.collection, []))
        places = {key: place for place, key in enumerate(keys_of(self.collection, items))}
        for each in writes:
            place = places[each.row.element]
            items[place] = self.put(each.row, items[place], each.column, each.now)
        return {**data, self.collection: items}

    def without(self, data: Data, rows: list[Row]) -> Data:
        """The document without these rows, and without every reference to them."""
        for row in rows:
            if row.key in keys_of(self.collection, data.get(self.collection, [])):
                gone = without(data, self.collection, row.key, uses_of(data, self.collection, row.key))
                data = changed(data, [Change(**change) for change in gone])
        return data

    def row_at(self, path: str, row: Row, rows: dict[str, Row]) -> str:
        """The key of the row that a fault at `path` of the element of `row` is about."""
        return row.key

    # -- new rows where the table does not number them: `values` are those of their cells by column

    def alone(self, values: Data) -> Data:
        """An element that holds only what a new row brings, to be judged."""
        return values

    def added(self, data: Data, read: dict[str, Data], wrong: Callable[[str, str, str], None]) -> Data:
        """The document with new rows at the end; what is there already is told to `wrong(row, column, sentence)`."""
        return {**data, self.collection: [*data.get(self.collection, []), *read.values()]}

    def keys_made(
        self, changes: Iterable[Data], data: Data, fresh: list[str], read: dict[str, Data]
    ) -> dict[str, str]:
        """Under which keys the new rows stand after `changes`, in the plan as it is now."""
        added = [
            str(one["element"])
            for one in changes
            if one["op"] == "add" and one.get("collection") == self.collection
        ]
        return dict(zip(fresh, added, strict=False)) if self.adds else {}


def halves_of(item: Data) -> list[str]:
    """Before and after; a change that is told in one piece stands under *before*, where it can be taken apart."""
    text = item.get("service_change", "")
    return list(split(text).halves or (text, ""))

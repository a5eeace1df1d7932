"""Tables whose rows are entries of a list in innovations (reliefs, alignment, lines of the yearly budget), and ceilings.

What names a row is written once, while the row is new; afterwards it is removed and written again.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from haluan.plans.editor import forms
from haluan.plans.labels import field_label, one_label
from masterplan.document import ABSENT, get_field, keys_of, with_field
from masterplan.document.paths import entry

from .base import Row, Table
from .cells import Column, Names

Data = dict[str, Any]
INNOVATION = "innovation"
PLACE = re.compile(r"\w+\[#?(.*?)\]")


class Entries(Table):
    """One row an entry of one list, of whichever innovation."""

    elements = numbered = False

    def __init__(self, slug: str, path: str, words: Any, telling: str, whole: Any, lacking: Any) -> None:
        """The title of the page is `whole`, or `lacking` where some rows have nothing in the field `telling`."""
        super().__init__(slug, "innovations")
        self.path, self.words, self.telling, self.sentences = path, words, telling, (whole, lacking)

    @property
    def key(self) -> str | None:
        """The field that names an entry within its innovation."""
        return forms.shape("innovations", self.path).key

    def columns(self, data: Data) -> list[Column]:
        found = [
            Column(
                INNOVATION, "one", pgettext("satu", "Inovasi"), refers="innovations", required=True, once=True
            )
        ]
        lines = forms.tables("innovations")[self.path].columns
        if self.key:
            found.append(self.inner(self.key, forms.tables("innovations")[self.path].short, once=True))
        return found + [self.inner(line.path, line.short) for line in lines]

    def inner(self, name: str, label: Any, once: bool = False) -> Column:
        general = f"{self.path}[].{name}"
        shape = forms.shape("innovations", general)
        return Column(
            name, forms.kind("innovations", general), str(label), refers=forms.refers("innovations", general),
            choices=tuple(map(str, shape.choices)), required=forms.needed("innovations", general), once=once,
        )  # fmt: skip

    def heading(self, columns: list[Column], rows: list[Row]) -> str:
        empty = sum(get_field(row.item["entry"], self.telling) is ABSENT for row in rows)
        whole, lacking = self.sentences
        return str(lacking if empty else whole) % {"rows": len(rows), "empty": empty}

    def rows(self, data: Data) -> list[Row]:
        names = Names(data)
        found = []
        for one in data.get("innovations", []):
            seen: dict[str, int] = {}
            for place, each in enumerate(one.get(self.path, [])):
                name = str(each[self.key]) if self.key else str(place + 1)
                seen[name] = seen.get(name, 0) + 1
                key = f"{one['id']}/{name}" + (f"#{seen[name]}" if seen[name] > 1 else "")
                item = {
                    "title": one["title"],
                    "entry": each,
                    "place": place,
                    "named": self.named(name, names),
                }
                found.append(Row(key, one["id"], f"{one['title']}: {item['named']}", item))
        return found

    def named(self, name: str, names: Names) -> str:
        """What an entry is about: *MS-03 · Antre lama*, or its code."""
        refers = forms.refers("innovations", f"{self.path}[].{self.key}") if self.key else ""
        return f"{name} · {names.of(refers).get(name, '')}" if refers else name

    def value(self, row: Row, column: Column) -> Any:
        if column.name == INNOVATION:
            return row.item["title"]
        return row.item["named"] if column.once else get_field(row.item["entry"], column.name)

    def field(self, column: Column) -> str:
        return self.path

    def put(self, row: Row, item: Data, column: Column, now: Any) -> Data:
        entries = list(item[self.path])
        entries[row.item["place"]] = filled(entries[row.item["place"]], column.name, now)
        return {**item, self.path: entries}

    def without(self, data: Data, rows: list[Row]) -> Data:
        places = {(row.element, row.item["place"]) for row in rows}
        items = []
        for one in data["innovations"]:
            stays = [
                each for place, each in enumerate(one.get(self.path, [])) if (one["id"], place) not in places
            ]
            items.append({**one, self.path: stays} if len(stays) < len(one.get(self.path, [])) else one)
        return {**data, "innovations": items}

    def row_at(self, path: str, row: Row, rows: dict[str, Row]) -> str:
        """A fault names the entry by its key or by its number."""
        named = PLACE.match(path) if path.startswith(f"{self.path}[") else None
        wanted = f"{row.element}/{named[1]}" if named else row.key
        return wanted if wanted in rows else row.key

    # -- new rows

    def added(self, data: Data, read: dict[str, Data], wrong: Any) -> Data:
        items = {one["id"]: one for one in data.get("innovations", [])}
        for key, values in read.items():
            one = items[values[INNOVATION]]
            fresh = self.entry_of(values)
            if not self.key:
                items[one["id"]] = {**one, self.path: [*one.get(self.path, []), fresh]}
                continue
            at = entry(self.path, str(values[self.key]))
            if get_field(one, at) is not ABSENT:
                wrong(key, self.key, _("Sudah ada pada inovasi itu; ubah barisnya."))
            else:
                items[one["id"]] = with_field(one, at, fresh)
        return {**data, "innovations": list(items.values())}

    def entry_of(self, values: Data) -> Data:
        found: Data = {self.key: values[self.key]} if self.key else {}
        for name, value in values.items():
            if name not in {INNOVATION, self.key}:
                found = with_field(found, name, value)
        return found

    def alone(self, values: Data) -> Data:
        return {"id": values[INNOVATION], "title": "–", self.path: [self.entry_of(values)]}

    def keys_made(
        self, changes: Iterable[Data], data: Data, fresh: list[str], read: dict[str, Data]
    ) -> dict[str, str]:
        """By what they say: an entry has no change of its own. Of several alike the last."""
        there: dict[str, list[str]] = defaultdict(list)
        for row in self.rows(data):
            there[said(row.element, row.item["entry"])].append(row.key)
        found = {}
        for key, values in reversed(read.items()):
            if alike := there[said(values[INNOVATION], self.entry_of(values))]:
                found[key] = alike.pop()
        return found


def said(element: str, one: Data) -> str:
    return f"{element} {json.dumps(one, sort_keys=True)}"


class Lines(Table):
    """The money available, one row a year and a source."""

    numbered = False
    words = gettext_lazy("Baris pagu")

    @property
    def key_label(self) -> str:
        return one_label("budget")

    def columns(self, data: Data) -> list[Column]:
        found = []
        for name in ("year", "source", "amount"):
            required = name in forms.shape_of("budget").required
            kind = forms.kind("budget", name)
            found.append(
                Column(name, kind, field_label("budget", name), required=required, once=name != "amount")
            )
        return found

    def heading(self, columns: list[Column], rows: list[Row]) -> str:
        if not rows:
            return _("Pagu belum diisi")
        return _("%(rows)s baris pagu untuk %(years)s tahun") % {
            "rows": len(rows),
            "years": len({row.item["year"] for row in rows}),
        }

    def without(self, data: Data, rows: list[Row]) -> Data:
        gone = {row.key for row in rows}
        items = data.get("budget", [])
        stays = [one for key, one in zip(keys_of("budget", items), items, strict=True) if key not in gone]
        return {**data, "budget": stays}


def filled(one: Data, name: str, now: Any) -> Data:
    """An entry with one field written; what holds nothing any more goes with its last field."""
    found = with_field(one, name, now)
    around = name.partition(".")[0]
    return with_field(found, around, ABSENT) if found.get(around) == {} else found

"""From an element and its form to what the template shows: every field with its label, text and choices."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from haluan.plans.labels import CHOICES, field_label, levels_of
from haluan.plans.words import headline
from masterplan.document import ABSENT, COLLECTIONS, get_field, keys_of
from masterplan.document.service import split
from masterplan.language import rupiah_short

from . import forms
from .forms import Line, Rows
from .values import NUMERIC, Unreadable, as_text, read

SIZES = {"money": 14, "share": 5, "year": 5}


@dataclass
class Field:
    """A field as the template shows it."""

    path: str
    kind: str
    label: Any
    was: str = ""
    text: str = ""
    hint: Any = ""
    rows: int = 1
    options: list[tuple[str, Any]] | None = None
    error: str = ""
    base: str = ""
    refers: str = ""
    halves: list[Field] = field(default_factory=list)
    chosen: list[dict[str, Any]] = field(default_factory=list)
    free: list[tuple[str, str]] = field(default_factory=list)
    counts: list[Field] = field(default_factory=list)  # one for each district or year
    template: str = "plans/editor/_field.html"
    needed: bool = False
    within: str = ""  # the element's key, where a page shows several

    @property
    def id(self) -> str:
        place = f"{self.within}-{self.path}" if self.within else self.path
        return "f-" + "".join(letter if letter.isalnum() else "-" for letter in place)

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC

    @property
    def size(self) -> int:
        return SIZES.get(self.kind, 8)

    @property
    def said(self) -> str:
        return money_said(self.text)


def money_said(text: str) -> str:
    """*Rp1,25 miliar* for what stands in a money field; empty for small sums and what cannot be read."""
    try:
        value = read(text, "money")
    except Unreadable:
        return ""
    return "" if value is ABSENT or value < 1_000_000 else rupiah_short(value, get_language() or "id")


def money(value: Any) -> str:
    return _("belum diketahui") if value is None else rupiah_short(value, get_language() or "id")


@dataclass
class Page:
    """One element on the desk. `typed` are texts to show instead of the stored ones, after a refusal."""

    plan: Any
    data: dict[str, Any]
    collection: str
    key: str
    element: dict[str, Any]
    typed: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    def steps(self) -> list[dict[str, Any]]:
        return [
            {
                "slug": step.slug,
                "name": step.name,
                "about": step.about,
                "parts": [self.part(part) for part in step.parts],
            }
            for step in forms.STEPS[self.collection]
        ]

    def title_field(self) -> Field | None:
        path = forms.TITLE.get(self.collection)
        return self.line(Line(path)) if path else None

    def part(self, part: Line | Rows) -> Any:
        return self.line(part) if isinstance(part, Line) else self.table(part)

    # -- one field

    def line(self, line: Line) -> Field:
        kind = forms.kind(self.collection, line.path)
        value = get_field(self.element, line.path)
        shown = Field(
            line.path,
            kind,
            line.short or field_label(self.collection, line.path),
            as_text(value, kind),
            self.text(line.path, kind, value),
            line.hint,
            max(line.rows, 2 if kind == "prose" else 1),
            error=self.errors.get(line.path, ""),
            refers=forms.refers(self.collection, line.path),
            needed=forms.needed(self.collection, line.path),
        )
        if kind == "chapter":
            shown.template = "plans/editor/_chapter.html"
        elif kind == "counts":
            shown.template, shown.counts = "plans/editor/_counts.html", self.counts(line.path, value)
        elif kind == "service":
            self.halve(shown, "" if value is ABSENT else value)
        elif kind == "many":
            self.choose(shown, [] if value is ABSENT else value)
        elif kind == "one":
            shown.options = self.names[shown.refers]
        elif kind == "choice":
            shown.options = self.options(line.path)
        elif kind == "level":
            shown.options = levels_of(line.path)
        return shown

    def counts(self, path: str, stored: Any) -> list[Field]:
        """One figure for each element that may be counted, and for those that are gone and still are."""
        counted = {} if stored is ABSENT else stored
        names = dict(self.names[forms.shape(self.collection, path).keys.refers])
        kind = forms.kind(self.collection, f"{path}[]")
        found = []
        for key in [*names, *(key for key in counted if key not in names)]:
            place, text = f"{path}[{key}]", as_text(counted.get(key), kind)
            error = self.errors.get(place, "")
            found.append(
                Field(place, kind, names.get(key, key), text, self.typed.get(place, text), error=error)
            )
        return found

    def options(self, path: str) -> list[tuple[str, Any]]:
        return [(value, CHOICES.get(value, value)) for value in forms.shape(self.collection, path).choices]

    def text(self, path: str, kind: str, value: Any) -> str:
        return self.typed.get(path, as_text(value, kind))

    def halve(self, shown: Field, stored: str) -> None:
        shown.base = stored
        halves = split(stored).halves
        if halves is None and "service_change.before" not in self.typed:
            return
        before, after = halves or (stored, "")
        shown.halves = [
            Field(
                "service_change.before",
                "prose",
                _("Sebelumnya"),
                "",
                self.typed.get("service_change.before", before),
            ),
            Field(
                "service_change.after",
                "prose",
                _("Sesudahnya"),
                "",
                self.typed.get("service_change.after", after),
            ),
        ]

    def choose(self, shown: Field, keys: list[str]) -> None:
        names = dict(self.names[shown.refers])
        shown.chosen = [self.reference(shown.refers, key, names.get(key, key)) for key in keys]
        shown.free = [(key, name) for key, name in names.items() if key not in keys and key != self.key]

    def reference(self, collection: str, key: str, name: str) -> dict[str, Any]:
        found = {"key": key, "name": name, "url": element_url(self.plan, collection, key)}
        return found | self.enabler(key) if collection == "enablers" else found

    def enabler(self, key: str) -> dict[str, Any]:
        one = self.find("enablers", key)
        return {
            "kind": CHOICES.get(one.get("kind"), ""),
            "technology": one.get("kind") == "technology",
            "capital": _("sudah ada") if one.get("exists") else money(one.get("capital")),
            "yearly": money(one.get("operating_per_year")),
        }

    def find(self, collection: str, key: str) -> dict[str, Any]:
        return next(
            (each for each in self.data.get(collection, []) if each.get("id", each.get("code")) == key), {}
        )

    @cached_property
    def names(self) -> dict[str, list[tuple[str, str]]]:
        """Of each collection, keys and names of what a field may refer to, in the order of the document."""
        return {
            name: [(key, headline(item)) for key, item in zip(keys_of(name, items), items, strict=True)]
            for name in COLLECTIONS
            for items in [self.data.get(name, [])]
        }

    # -- a table

    def table(self, rows: Rows) -> dict[str, Any]:
        shape = forms.shape(self.collection, rows.path)
        stored = get_field(self.element, rows.path)
        entries = [] if stored is ABSENT else stored
        names = self.rows_of(rows, shape.key)
        shown = [
            self.entry(rows, shape.key, index, entry, dict(names)) for index, entry in enumerate(entries)
        ]
        taken = {each["key"] for each in shown}
        kinds = [forms.kind(self.collection, f"{rows.path}[].{line.path}") for line in rows.columns]
        shown_columns = list(zip(rows.columns, kinds, strict=True))
        return {
            "template": "plans/editor/_rows.html",
            "path": rows.path,
            "id": f"r-{rows.path}",
            "key": shape.key,
            "label": field_label(self.collection, rows.path),
            "hint": rows.hint,
            "add": rows.add,
            "entries": shown,
            "columns": [Field(line.path, kind, line.short) for line, kind in shown_columns if not line.under],
            "key_label": rows.short,
            "counted": shape.key == "offset",
            "base": json.dumps(entries, ensure_ascii=False),
            "free": [(key, name) for key, name in names if key not in taken],
            "written": shape.key == "code",  # a code of the yearly budget: no list holds them all
            "headed": shape.key == "problem",
            "span": sum(not line.under for line in rows.columns) + 1 + (shape.key not in {None, "problem"}),
            "width": sum(
                (width(kind, line) for line, kind in shown_columns if not line.under),
                2 if shape.key == "problem" else 8,
            ),
        }

    def rows_of(self, rows: Rows, key: str | None) -> list[tuple[str, Any]]:
        """What a row may be about: the problems, or the sources of money; none for years and plain lists."""
        if not key:
            return []
        about = forms.shape(self.collection, f"{rows.path}[].{key}")
        return self.names[about.refers] if about.refers else [(value, value) for value in about.choices]

    def entry(
        self, rows: Rows, key: str | None, index: int, entry: dict[str, Any], names: dict[str, Any]
    ) -> dict[str, Any]:
        at = str(entry[key]) if key else str(index)
        cells = [self.cell(rows, at, line, entry) for line in rows.columns if not line.under]
        below = [self.cell(rows, at, line, entry) for line in rows.columns if line.under]
        name = names.get(at) or (_("tahun ke-%s") % at if key == "offset" else _("baris %s") % (index + 1))
        problem = key == "problem"
        return {
            "key": at,
            "name": name,
            "cells": cells,
            "below": below,
            "fact": self.weight(at) if problem else "",
            "url": element_url(self.plan, "problems", at) if problem else "",
        }

    def cell(self, rows: Rows, at: str, line: Line, entry: dict[str, Any]) -> Field:
        general, path = f"{rows.path}[].{line.path}", f"{rows.path}[{at}].{line.path}"
        kind = forms.kind(self.collection, general)
        value = get_field(entry, line.path)
        cell = Field(
            path,
            kind,
            line.short,
            as_text(value, kind),
            self.text(path, kind, value),
            error=self.errors.get(path, ""),
        )
        if kind == "years":
            stored = {} if value is ABSENT else value
            for year in years_of(self.data["period"], stored):
                place, text = f"{path}[{year}]", as_text(stored.get(year), "number")
                error = self.errors.get(place, "")
                cell.counts.append(
                    Field(place, "number", year, text, self.typed.get(place, text), error=error)
                )
        if kind == "choice":
            cell.options = [
                (value, forms.SHORT_CHOICES.get(value, words)) for value, words in self.options(general)
            ]
        return cell

    def weight(self, key: str) -> str:
        """What must be seen beside a share: how many people have the problem, and how hard it is for them."""
        problem = self.find("problems", key)
        people, severity = problem.get("people_affected"), problem.get("severity")
        unknown = _("belum diketahui")
        return _("warga terdampak %(people)s · beratnya %(severity)s") % {
            "people": unknown if people is None else as_text(people, "integer"),
            "severity": unknown if severity is None else as_text(severity, "share"),
        }


def years_of(period: dict[str, Any], stored: dict[str, Any]) -> list[str]:
    """The years a target is asked for: those of the plan, and any other for which there is one."""
    return sorted(
        {str(year) for year in range(period["first_year"], period["last_year"] + 1)} | stored.keys()
    )


def width(kind: str, line: Line) -> float:
    """The least width of a column, in rem."""
    narrow = line.path in {"evidence", "indicator.better"} or (kind in NUMERIC and kind != "money")
    return 3.6 if narrow else 6.5


def element_url(plan: Any, collection: str, key: str) -> str:
    return reverse("desk-element", args=[plan.slug, collection, key or "semua"])

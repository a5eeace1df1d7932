"""What stands in a cell, and what was typed or pasted there: the desk's values, and names where the desk has menus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.editor.values import NUMERIC, Unreadable, as_text
from haluan.plans.editor.values import read as read_value
from haluan.plans.labels import CHOICES
from haluan.plans.words import headline
from masterplan.document import ABSENT, keys_of

YES = frozenset({"ya", "yes", "y", "x", "v", "✓", "✔", "1", "true", "benar"})
NO = frozenset({"", "tidak", "no", "n", "-", "–", "0", "false", "salah"})


@dataclass(frozen=True)
class Column:
    """One column. `name` is a path in the element, or what the table makes of it; `kind` one of `values`."""

    name: str
    kind: str
    label: str
    group: str = ""
    hint: str = ""
    refers: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    fixed: bool = False  # shown, never written here
    once: bool = False  # written while the row is new; it names the row
    adds: tuple[str, ...] = ()  # the sum of these columns

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC


class Names:
    """Keys and names of what cells may refer to, both ways."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.found: dict[str, dict[str, str]] = {}

    def of(self, collection: str) -> dict[str, str]:
        """Key → name, in the order of the document."""
        if collection not in self.found:
            items = self.data.get(collection, [])
            keys = keys_of(collection, items)
            self.found[collection] = {key: headline(item) for key, item in zip(keys, items, strict=True)}
        return self.found[collection]

    @cached_property
    def spelled(self) -> dict[str, dict[str, str]]:
        return {}

    def key(self, collection: str, text: str) -> str | None:
        """The key that a text means: itself, or a name that only one element has."""
        if collection not in self.spelled:
            by_name: dict[str, str] = {}
            for key, name in self.of(collection).items():
                by_name[plain(name)] = "" if plain(name) in by_name else key
            self.spelled[collection] = by_name | {plain(key): key for key in self.of(collection)}
        return self.spelled[collection].get(plain(text)) or None


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


def text_of(value: Any, column: Column) -> str:
    """The text of a cell; what `value_of` reads back as the same value."""
    if value is ABSENT or value is None:
        return ""
    if column.kind == "choice":
        return str(CHOICES.get(value, value))
    if column.kind == "many":
        return ", ".join(value)
    if column.kind == "tick":
        return _("ya") if value else ""
    if column.kind == "counts":
        return "; ".join(f"{key} {as_text(figure, 'integer')}" for key, figure in value.items())
    return as_text(value, column.kind)


def value_of(text: str, column: Column, names: Names) -> Any:
    """The value that a cell's text stands for; `ABSENT` for an empty one. Raises `Unreadable`."""
    text = text.replace("\r\n", "\n").replace("\u00a0", " ").strip()
    if not text:
        if column.required:
            raise Unreadable(_("Isian ini tidak boleh kosong."))
        return ABSENT
    match column.kind:
        case "choice":
            return _choice(text, column)
        case "tick":
            return _tick(text)
        case "one":
            return _reference(text, column, names)
        case "many":
            return _references(text, column, names)
        case "counts":
            return dict(_count(part, column, names) for part in re.split(r"[;\n]", text) if part.strip())
        case "prose" | "text" | "chapter":
            return text
    return read_value(text, column.kind)


def _choice(text: str, column: Column) -> str:
    wanted = plain(text).removeprefix("smart ")
    for value in column.choices:
        words = plain(str(CHOICES.get(value, value)))
        if wanted in (plain(value), words, words.partition(",")[0]):
            return value
    allowed = ", ".join(str(CHOICES.get(value, value)) for value in column.choices)
    raise Unreadable(_("Pilih salah satu: %(choices)s.") % {"choices": allowed})


def _tick(text: str) -> Any:
    if plain(text) in YES:
        return True
    if plain(text) in NO:
        return ABSENT
    raise Unreadable(_("Tulis ya, atau kosongkan."))


def _reference(text: str, column: Column, names: Names) -> str:
    found = names.key(column.refers, text)
    if not found:  # `DLH · Dinas Lingkungan Hidup`, as menus show it
        found = names.key(column.refers, text.partition("·")[0])
    if not found:
        raise Unreadable(
            _("“%(text)s” tidak ada di rencana ini. Pilih dari daftar, atau tambahkan dahulu.")
            % {"text": text[:60]}
        )
    return found


def _count(text: str, column: Column, names: Names) -> tuple[str, int]:
    """*64.74.01 1.200*, or the name before the figure."""
    name, _space, figure = text.strip().rpartition(" ")
    if not name:
        raise Unreadable(_("Tulis kode atau nama, lalu angkanya, misalnya 64.74.01 1.200."))
    return _reference(name.rstrip(" :="), column, names), read_value(figure, "integer")


def _references(text: str, column: Column, names: Names) -> Any:
    if whole := names.key(column.refers, text):
        return [whole]
    parts = [part for part in re.split(r"[;\n]", text) if part.strip()]
    found: list[str] = []
    for part in parts:
        known = names.key(column.refers, part)
        pieces = [part] if known else [piece for piece in re.split(r"[,\s]+", part) if piece]
        found += [_reference(piece, column, names) for piece in pieces]
    return list(dict.fromkeys(found)) or ABSENT

"""Values and changes in plain words: money as Rp…, prose with what was added and struck, codes by name."""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Iterable
from typing import Any, Literal

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from masterplan.document.paths import KEYED
from masterplan.language import number, rupiah_short

from .labels import CHOICES, KEY, collection_label, field_label, names_of, one_label

MONEY = frozenset({"capital", "operating", "operating_per_year", "amount"})
CODED = frozenset({"element", "kind", "dimension", "evidence", "decision", "better", "body", "book", "place"})
YEARS = frozenset(
    {
        "year",
        "first_year",
        "last_year",
        "baseline_year",
        "price_year",
        "earliest",
        "latest",
        "scheduled_start",
    }
)
LONG_TEXT = 4000
"""Words beyond which two texts are shown whole: comparing them word by word would take too long."""

INNER = {
    "share": gettext_lazy("bagian"),
    "low": gettext_lazy("paling sedikit"),
    "mode": gettext_lazy("paling mungkin"),
    "high": gettext_lazy("paling banyak"),
    "lag_years": gettext_lazy("tahun sampai terasa"),
    "note": gettext_lazy("alasannya"),
}
"""Parts of a value whose names of their own would say its place again and again."""

Mark = Literal["same", "del", "ins"]


@dataclasses.dataclass(frozen=True)
class Line:
    """One change as a page shows it. `words` is there for prose: (mark, text) in reading order."""

    op: str
    label: str
    element: str
    collection: str
    field: str = ""
    before: str = ""
    after: str = ""
    words: list[tuple[Mark, str]] = dataclasses.field(default_factory=list)
    was_absent: bool = False
    now_absent: bool = False

    @property
    def struck(self) -> list[tuple[Mark, str]]:
        return [word for word in self.words if word[0] != "ins"]

    @property
    def added(self) -> list[tuple[Mark, str]]:
        return [word for word in self.words if word[0] != "del"]


def spoken(path: str, value: Any) -> str:
    """A value of the field at `path`, for people. Lists on one line, what is nested with its names."""
    name = KEY.sub("", path).rpartition(".")[2]
    match value:
        case bool():
            return _("ya") if value else _("tidak")
        case int() | float():
            return _spoken_number(name, value)
        case str():
            return str(CHOICES.get(value, value)) if name in CODED else value
        case dict():
            naming = KEYED.get(path.rpartition("[")[0].rpartition(".")[2], ("",))[0]  # in the path already
            return "; ".join(
                f"{_inner(path, key)}: {spoken(f'{path}.{key}', inner)}"
                for key, inner in value.items()
                if key != naming
            )
        case list():
            return ", ".join(spoken(path, item) for item in value) or _("kosong")
    return _("belum diisi")


def _spoken_number(name: str, value: float) -> str:
    if name in MONEY:
        return rupiah_short(value, lang())
    return str(value) if name in YEARS else number(value, lang())


def _inner(path: str, key: str) -> str:
    """What a part of a value is called: shortly, by its place, else by its name in an innovation or an indicator."""
    if key in INNER:
        return str(INNER[key])
    for collection, inner in (
        ("innovations", f"{path}.{key}"), ("innovations", f"{path}[].{key}"), ("innovations", key),
        ("problems", key), ("problems", f"indicator.{key}"),
    ):  # fmt: skip
        if KEY.sub("[]", inner) in names_of(collection):
            return field_label(collection, inner)
    return key


def lang() -> str:
    """The core's name of the reader's language: `id` or `en`."""
    return "en" if (get_language() or "id").startswith("en") else "id"


def lines(changes: Iterable[dict[str, Any]]) -> list[Line]:
    """Each change of a `haluan-changes/1` as a page shows it, in its order."""
    return [_line(change) for change in changes]


def _line(change: dict[str, Any]) -> Line:
    collection, element = change.get("collection", ""), str(change.get("element", ""))
    if change["op"] == "set":
        return _set_line(change, collection, element)
    common = {"op": change["op"], "element": element, "collection": collection}
    name = one_label(collection)
    if change["op"] == "move":
        places = {"before": _place(change.get("was_after")), "after": _place(change.get("after"))}
        return Line(label=_("%(name)s dipindahkan") % {"name": name}, **places, **common)
    title = headline(change.get("value", {}))
    if change["op"] == "add":
        return Line(label=_("%(name)s ditambah") % {"name": name}, after=title, **common)
    return Line(label=_("%(name)s dihapus") % {"name": name}, before=title, **common)


def _set_line(change: dict[str, Any], collection: str, element: str) -> Line:
    path, was, now = change["field"], change.get("was"), change.get("now")
    said: dict[str, Any] = {"before": spoken(path, was), "after": spoken(path, now)}
    said |= {"was_absent": "was" not in change, "now_absent": "now" not in change}
    if isinstance(was, list) and isinstance(now, list):
        was, now = in_lines(was), in_lines(now)
    if isinstance(was, str) and isinstance(now, str) and " " in was + now:
        said["words"] = compared(was, now)
    return Line("set", field_label(collection or None, path), element, collection, path, **said)


def in_lines(texts: list[Any]) -> str | None:
    """A list of texts such as the missions, one a line; None for a list of anything else."""
    return "\n".join(texts) if all(isinstance(text, str) for text in texts) else None


def _place(after: str | None) -> str:
    return _("sesudah %(key)s") % {"key": after} if after else _("paling depan")


def headline(value: dict[str, Any]) -> str:
    """What an element is called: its title, name, text or aspect, else its year and source, or rule and place."""
    for name in ("title", "name", "text", "aspect"):
        if value.get(name):
            return str(value[name])
    if "year" in value:
        return " ".join(
            filter(
                None, [str(value["year"]), value.get("source"), rupiah_short(value.get("amount", 0), lang())]
            )
        )
    if "reason" in value:
        return " ".join(filter(None, [value["code"], value.get("element")]))
    return str(value.get("id", value.get("code", "")))


def compared(was: str, now: str) -> list[tuple[Mark, str]]:
    """Two texts word by word: what stayed, what was struck, what was added, in reading order."""
    before, after = re.findall(r"\S+\s*", was), re.findall(r"\S+\s*", now)
    if len(before) + len(after) > LONG_TEXT:
        return [("del", was), ("ins", now)]
    found: list[tuple[Mark, str]] = []
    matcher = difflib.SequenceMatcher(
        None, [w.strip() for w in before], [w.strip() for w in after], autojunk=False
    )
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(after[new_first:new_last])))
            continue
        if last > first:
            found.append(("del", "".join(before[first:last])))
        if new_last > new_first:
            found.append(("ins", "".join(after[new_first:new_last])))
    return found


def summary(changes: list[dict[str, Any]]) -> str:
    """One line for a list: *Perubahan layanan IN-06*, *Masalah: 50 ditambah*, or *5 perubahan pada 2 unsur*."""
    if len(changes) == 1:
        line = _line(changes[0])
        return " ".join(filter(None, [line.label, line.element]))
    elements = {(change.get("collection"), change.get("element")) for change in changes}
    done = {(change.get("collection"), change["op"]) for change in changes}
    if len(done) == 1:
        ((collection, op),) = done
        told = {"what": collection_label(collection), "n": len(elements)}
        if op == "add":
            return _("%(what)s: %(n)s ditambah") % told
        if op == "remove":
            return _("%(what)s: %(n)s dihapus") % told
    return _("%(changes)s perubahan pada %(elements)s unsur") % {
        "changes": len(changes),
        "elements": len(elements),
    }

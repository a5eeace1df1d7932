"""How a suggested change meets the plan as it is now: fits, merges by words, is there already, clashes, or is gone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from haluan.plans.conflicts import said
from haluan.plans.door import merged_prose
from haluan.plans.models import SuggestedChange, Suggestion
from haluan.plans.models.changeset import as_changes, overlap
from haluan.plans.words import Line, compared, lines
from masterplan.document import ABSENT, Change, Conflict, Data, get_field, merge_text
from masterplan.document.conflicts import same

from .finding import items_by_place

FITS, MERGES, THERE, CLASHES, GONE = "fits", "merges", "there", "clashes", "gone"
STALE = frozenset({MERGES, CLASHES, GONE})
WORDS = {
    MERGES: gettext_lazy("Isian ini diubah orang lain sesudahnya; keduanya dapat digabung per kata."),
    THERE: gettext_lazy("Rencana sudah berbunyi begitu."),
    CLASHES: gettext_lazy("Isian ini diubah orang lain sesudah usul dibuat."),
    GONE: gettext_lazy("Unsurnya sudah dihapus dari rencana."),
}


@dataclass
class Other:
    """Another open suggestion for the same field."""

    suggestion: Suggestion
    line: Line
    together: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Fit:
    """One suggested change as a page shows it. `over` is the change made on top of what stands there now."""

    row: SuggestedChange
    line: Line
    state: str
    change: Change
    base: str = ""
    theirs: str = ""
    mine: str = ""
    merged: list[tuple[str, str]] = field(default_factory=list)
    over: str = ""
    others: list[Other] = field(default_factory=list)
    name: str = ""
    may: Any = False

    @property
    def they_added(self) -> list[tuple[str, str]]:
        """What stands in the plan now, with what came since the suggestion was made."""
        return without_struck(self.base, self.theirs)

    @property
    def i_added(self) -> list[tuple[str, str]]:
        return without_struck(self.base, self.mine)

    @property
    def words(self) -> str:
        return str(WORDS.get(self.state, ""))

    @property
    def stale(self) -> bool:
        return self.state in STALE and not self.row.verdict

    @property
    def acceptable(self) -> bool:
        return self.state in {FITS, MERGES, THERE}


def without_struck(before: str, after: str) -> list[tuple[str, str]]:
    return [(mark, text) for mark, text in compared(before, after) if mark != "del"]


def fits(rows: Iterable[SuggestedChange], data: Data) -> list[Fit]:
    """Each change against the document as it is now, without a query."""
    rows = list(rows)
    places = items_by_place(data)
    coming = {(row.change["collection"], row.change["element"]) for row in rows if row.change["op"] == "add"}
    shown = lines(row.change for row in rows)
    return [fit(row, line, data, places, coming) for row, line in zip(rows, shown, strict=True)]


def fit(row: SuggestedChange, line: Line, data: Data, places: Any, coming: Any) -> Fit:
    change = as_changes([row.change])[0]
    place = (change.collection or "", change.element or "")
    here = places.get(place, ABSENT) if change.collection else data
    if change.op == "set":
        if here is ABSENT:
            return Fit(row, line, FITS if place in coming else GONE, change)
        return met(row, line, change, change.was, get_field(here, change.field or ""), change.now)
    if change.op == "add":
        return met(row, line, change, ABSENT, here, change.value)
    return met(row, line, change, change.value, here, ABSENT)


def met(row: SuggestedChange, line: Line, change: Change, base: Any, theirs: Any, mine: Any) -> Fit:
    """The three sides of a change compared: base, what stands there now, what is suggested."""
    if same(theirs, base):
        return Fit(row, line, FITS, change)
    if same(theirs, mine):
        return Fit(row, line, THERE, change)
    found = Fit(row, line, CLASHES, change, said(change, base), said(change, theirs), said(change, mine))
    words = merged_prose(Conflict(change, change.path, base, theirs, mine))
    if words is not None:
        found.state, found.merged = MERGES, compared(theirs, words)
    elif change.op == "set":
        found.over = "" if theirs is ABSENT else json.dumps(theirs, ensure_ascii=False)
    return found


def with_overlaps(found: list[Fit], others: Iterable[SuggestedChange]) -> None:
    """Puts beside each undecided field what other open suggestions would make of it, merged where words allow it."""
    others = list(others)
    shown = lines(other.change for other in others)
    for fit in found:
        if fit.row.verdict or fit.change.op != "set":
            continue
        for other, line in zip(others, shown, strict=True):
            if touches(fit.row.change, other.change):
                fit.others.append(Other(other.suggestion, line, together(fit.row.change, other.change)))


def touches(one: Data, other: Data) -> bool:
    places = [(change.get("collection"), change.get("element")) for change in (one, other)]
    if places[0] != places[1]:
        return False
    return other["op"] == "remove" or (other["op"] == "set" and overlap(one["field"], other["field"]))


def together(one: Data, other: Data) -> list[tuple[str, str]]:
    """Both suggestions in one text, as a difference from what both began with; empty where they cannot live together."""
    if other["op"] != "set" or one["field"] != other["field"] or one.get("was") != other.get("was"):
        return []
    sides = (one.get("was"), one.get("now"), other.get("now"))
    if not all(isinstance(side, str) for side in sides) or sides[1] == sides[2]:
        return []
    merged = merge_text(*sides)  # type: ignore[arg-type]
    return compared(one["was"], merged) if merged is not None else []  # type: ignore[return-value]


def heading_of(suggestion: Suggestion) -> str:
    """The first sentence of the reason: what a suggestion is called."""
    return split(suggestion)[0] or _("Usul yang belum diserahkan")


def split(suggestion: Suggestion) -> tuple[str, str]:
    """The first sentence of the reason without its full stop, and the rest; all of it where that is too long."""
    reason = suggestion.reason.strip()
    found = re.match(r"(.{1,120}?)(?:\.(?:\s+|$)|\n|$)", reason)
    if not found:
        return reason[:119] + "…" if reason else "", reason
    return found[1], reason[found.end() :].strip()

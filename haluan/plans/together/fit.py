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
from masterplan.document import ABSENT, Change, Conflict, Data, get_field, keys_of
from masterplan.document.applying import was_moved
from masterplan.document.conflicts import same
from masterplan.document.order import predecessors

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
    """A change of another open suggestion that meets this one. `joins`: both can be taken in, merged by words."""

    row: SuggestedChange
    line: Line
    joins: bool = False

    @property
    def suggestion(self) -> Suggestion:
        return self.row.suggestion


@dataclass
class Fit:
    """One suggested change as a page shows it.

    `over` is what a forced acceptance was seen to replace, `stands` what is there now, `joint` the text that it and
    all joining others would make of it.
    """

    row: SuggestedChange
    line: Line
    state: str
    change: Change
    base: str = ""
    theirs: str = ""
    mine: str = ""
    merged: list[tuple[str, str]] = field(default_factory=list)
    over: str = ""
    stands: Any = ABSENT
    joint: list[tuple[str, str]] = field(default_factory=list)
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
    def joining(self) -> str:
        """The changes of others that are taken in together with this one, as a form sends them."""
        return " ".join(str(other.row.pk) for other in self.others if other.joins)

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
    if change.op == "move":
        return moving(row, line, change, keys_of(change.collection or "", data.get(change.collection, [])))
    return met(row, line, change, change.value, here, ABSENT)


def moving(row: SuggestedChange, line: Line, change: Change, order: list[str]) -> Fit:
    """A move against the order as it is now."""
    if change.element not in order:
        return Fit(row, line, GONE, change)
    now = predecessors(order)[change.element]
    if now == change.after:
        return Fit(row, line, THERE, change)
    if not was_moved(order, change.element, change):
        return Fit(row, line, FITS, change)
    sides = [said(change, place) for place in (change.was_after, now, change.after)]
    return Fit(row, line, CLASHES, change, *sides, over=json.dumps(now))


def met(row: SuggestedChange, line: Line, change: Change, base: Any, theirs: Any, mine: Any) -> Fit:
    """The three sides of a change compared: base, what stands there now, what is suggested."""
    sides = [said(change, side) for side in (base, theirs, mine)]
    if same(theirs, base):
        return Fit(row, line, FITS, change, *sides, stands=theirs)
    if same(theirs, mine):
        return Fit(row, line, THERE, change, *sides, stands=theirs)
    found = Fit(row, line, CLASHES, change, *sides, stands=theirs)
    words = merged_prose(Conflict(change, change.path, base, theirs, mine))
    if words is not None:
        found.state, found.merged = MERGES, compared(theirs, words)
    elif change.op != "add":
        found.over = "" if theirs is ABSENT else json.dumps(theirs, ensure_ascii=False)
    return found


def with_overlaps(found: list[Fit], others: Iterable[SuggestedChange]) -> None:
    """Puts beside each undecided change those of other open suggestions that meet it, and what all make together."""
    others = list(others)
    shown = lines(other.change for other in others)
    for fit in found:
        if fit.row.verdict:
            continue
        for other, line in zip(others, shown, strict=True):
            if touches(fit.row.change, other.change):
                fit.others.append(Other(other, line))
        join(fit)


def touches(one: Data, other: Data) -> bool:
    """Whether two changes meet: one field, the order of one element, or an element that one of them takes out."""
    places = [(change.get("collection"), change.get("element")) for change in (one, other)]
    if places[0] != places[1]:
        return False
    ops = {one["op"], other["op"]}
    if ops == {"set"}:
        return overlap(one["field"], other["field"])
    return ops == {"move"} or ("remove" in ops and ops != {"remove"})


def join(fit: Fit) -> None:
    """Which others can be taken in with this change, one after the other as the door merges them."""
    if fit.change.op != "set" or fit.state not in {FITS, MERGES}:
        return
    text = laid_on(fit.stands, fit.change)
    for other in fit.others:
        change = as_changes([other.row.change])[0]
        after = laid_on(text, change) if change.field == fit.change.field else None
        if after is not None:
            text, other.joins = after, True
    if fit.joining:
        fit.joint = compared(said(fit.change, fit.stands), said(fit.change, text))


def laid_on(current: Any, change: Change) -> Any:
    """What a field holds after a change, merged by words where it must be; None where both cannot live together."""
    if same(current, change.was):
        return change.now
    if same(current, change.now):
        return current
    return merged_prose(Conflict(change, change.path, change.was, current, change.now))


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

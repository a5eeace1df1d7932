"""Two people changed the same field: base, theirs and mine side by side, and what follows from the choice."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from masterplan.document import ABSENT, Change, Conflict, Data
from masterplan.document.reading import decode

from .labels import collection_label, field_label
from .models import ChangeSet, Plan
from .words import headline, spoken

THEIRS, MINE = "mereka", "saya"


@dataclass(frozen=True)
class Choice:
    """One field in conflict as a page asks about it; `index` is that of its change."""

    index: int
    label: str
    element: str
    base: str
    theirs: str
    mine: str
    they: ChangeSet | None
    mine_possible: bool


def choices(plan: Plan, changes: Sequence[Change], conflicts: Iterable[Conflict]) -> list[Choice]:
    """What to ask, in the order of the changes, and who changed it meanwhile (two queries however many)."""
    asked = [(conflict, conflict.change) for conflict in conflicts if conflict.change]
    authors = last_authors(plan, [change for _conflict, change in asked])
    there = set(
        plan.elements.filter(key__in=[change.element for _c, change in asked]).values_list(
            "collection", "key"
        )
    )
    found = [
        Choice(
            index=changes.index(change),
            label=label_of(change),
            element=change.element or "",
            base=said(change, conflict.base),
            theirs=said(change, conflict.theirs),
            mine=said(change, conflict.yours),
            they=authors.get(id_of(change)),
            mine_possible=rebased(change, conflict) is not None
            and (change.collection is None or (change.collection, change.element) in there),
        )
        for conflict, change in asked
    ]
    return sorted(found, key=lambda choice: choice.index)


def label_of(change: Change) -> str:
    if change.op == "set":
        return field_label(change.collection, change.field or "")
    return collection_label(change.collection)


def said(change: Change, value: Any) -> str:
    if change.op == "move":
        return _("sesudah %(key)s") % {"key": value} if value not in (None, ABSENT) else _("paling depan")
    if value is ABSENT:
        return _("belum diisi") if change.op == "set" else _("tidak ada")
    return spoken(change.field or "", value) if change.op == "set" else headline(value)


def last_authors(plan: Plan, changes: Sequence[Change]) -> dict[tuple[str, str], ChangeSet]:
    """For each change, the newest change set that touched the same field or element (one query)."""
    where = Q()
    for change in changes:
        place = {"collection": change.collection, "element": change.element}
        where |= Q(changes__contains=[place if change.collection else {"field": change.field}])
    history = list(plan.history().filter(where)) if where else []
    found = {
        id_of(change): next((one for one in history if touched(one, change)), None) for change in changes
    }
    return {place: changeset for place, changeset in found.items() if changeset}


def touched(changeset: ChangeSet, change: Change) -> bool:
    if change.op == "set":
        return bool(changeset.changes_to(change.collection, change.element, change.field or ""))
    place = (change.collection, change.element)
    return any((one.get("collection"), one.get("element")) == place for one in changeset.changes)


def rebased(change: Change, conflict: Conflict) -> Change | None:
    """My change as it can be made now, on top of theirs; None when there is nothing left to make it to."""
    if change.op == "set":
        return replace(change, was=conflict.theirs)
    if change.op == "remove":
        return replace(change, value=conflict.theirs)
    return None


def packed(changes: Sequence[Change], conflicts: Iterable[Conflict]) -> str:
    """The changes for a form: those in conflict as they would be made on top of theirs."""
    on_top = {id_of(c.change): rebased(c.change, c) or c.change for c in conflicts if c.change}
    return json.dumps([on_top.get(id_of(change), change).to_data() for change in changes])


def id_of(change: Change) -> tuple[str, str]:
    return change.op, change.path


def chosen(form: Mapping[str, str]) -> list[Data]:
    """The changes of a conflict page without those where theirs was chosen. `ValueError` or `DocumentError` for no JSON list."""
    changes = decode(form.get("perubahan", ""))
    if not isinstance(changes, list):
        raise ValueError(changes)
    return [change for index, change in enumerate(changes) if form.get(f"pilih-{index}", MINE) != THEIRS]

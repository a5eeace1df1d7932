"""What happens behind `ChangeSet.apply`: read the rows a change reaches, change them, judge them, write them back.

The caller holds the lock on the plan and the transaction; whatever is raised here leaves nothing behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.db.models import Q

from masterplan.document import (
    COLLECTIONS,
    ConflictError,
    Data,
    DocumentError,
    Fault,
    apply_to,
    diff,
    element_faults,
    faults,
    keys_of,
    merge_text,
)

from .models.plan import Element, Plan

Change = dict[str, Any]


@dataclass(frozen=True)
class Reach:
    """Which rows a change set needs: whole collections where order or keys may change, single elements elsewhere."""

    whole: frozenset[str]
    single: dict[str, set[str]]


def alter(plan: Plan, changes: list[Change]) -> list[Change]:
    """Apply `changes` to a locked plan and write what became different; returns exactly that, as changes.

    Prose that somebody else changed meanwhile is merged word by word where both changes can live together. Raises
    `ConflictError` (base, theirs, yours of each field that cannot) and `DocumentError` (what is wrong, in sentences).
    """
    refuse_unwritable(changes)
    reach = reach_of(changes)
    rows = list(Element.objects.filter(wanted(reach), plan=plan).order_by("collection", "position"))
    before = document_of(plan.fields, rows)
    after = reconciled(before, changes)
    done = diff(before, after)
    if done:
        refuse_faulty(after, done)
        write(plan, rows, after, reach)
        if may_break_references(done):
            refuse(faults(plan.document()))
    return done


def reach_of(changes: Iterable[Change]) -> Reach:
    whole: set[str] = set()
    single: dict[str, set[str]] = defaultdict(set)
    for change in changes:
        collection = change.get("collection")
        if collection is None:
            whole |= {change["field"]} & set(COLLECTIONS)
        elif collection in COLLECTIONS:
            if changes_keys(change) or "#" in change["element"]:
                whole.add(collection)
            single[collection].add(change["element"])
    return Reach(frozenset(whole), {name: keys for name, keys in single.items() if name not in whole})


def changes_keys(change: Change) -> bool:
    """Whether a change makes elements come, go or move, or gives one another key."""
    return change["op"] != "set" or change["field"] in COLLECTIONS[change["collection"]].key_fields


def wanted(reach: Reach) -> Q:
    condition = Q(collection__in=reach.whole)
    for collection, keys in reach.single.items():
        condition |= Q(collection=collection, key__in=keys)
    return condition


def document_of(fields: Data, rows: Iterable[Element]) -> Data:
    """The part of the document that was read: the plan's own fields and the rows in their order."""
    part = {name: [] if name in COLLECTIONS else value for name, value in fields.items()}
    for row in rows:
        part[row.collection].append(row.fields)
    return part


def reconciled(before: Data, changes: list[Change]) -> Data:
    """`before` with the changes, after what others did to the same prose was merged in."""
    try:
        return apply_to(before, changes)
    except ConflictError as error:
        return apply_to(before, merged(changes, error))


def merged(changes: list[Change], error: ConflictError) -> list[Change]:
    """The changes with each conflict over prose settled by words; the error again when one cannot be."""
    settled = dict()
    for conflict in error.conflicts:
        words = prose(conflict)
        if words is None:
            raise error
        settled[place(conflict.change)] = {**conflict.change, "was": conflict.theirs, "now": words}
    return [settled.get(place(change), change) for change in changes]


def refuse(found: list[Fault]) -> None:
    if found:
        raise DocumentError(found)

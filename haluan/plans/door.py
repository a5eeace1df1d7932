"""Behind `ChangeSet.apply`: read the rows a change reaches, change them, judge them, write them back.

The caller holds the lock on the plan and the transaction; whatever is raised here leaves nothing behind.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection
from django.db.models import Q

from masterplan.document import (
    ABSENT,
    COLLECTIONS,
    Change,
    Conflict,
    ConflictError,
    Data,
    DocumentError,
    Fault,
    apply,
    apply_to,
    diff,
    diff_element,
    element_faults,
    faults,
    keys_of,
    merge_text,
)
from masterplan.document import ChangeSet as Changes
from masterplan.document.checking import reference_faults
from masterplan.document.paths import entry, shape_at
from masterplan.document.shape import PLAN, Shape
from masterplan.language import Words

from .exact import Exact
from .limits import grown_too_large, too_great, too_large, too_long, too_many
from .models.plan import LONGEST_KEY, Element, Plan

Place = tuple[str | None, str | None]
"""Collection and key of an element; both None for the plan itself."""


def alter(plan: Plan, changes: Sequence[Change]) -> list[Change]:
    """Apply `changes` to a locked plan and write what became different; returns exactly that, as changes.

    Prose that somebody else changed meanwhile is merged word by word where both changes can live together.
    Raises `ConflictError` (base, theirs, yours of each field that cannot) and `DocumentError` (the faults).
    """
    refuse([fault for change in changes for fault in unstorable(change)])
    done = alter_fields(plan, changes) if all(map(sets_a_field, changes)) else alter_whole(plan, changes)
    refuse(grown_too_large(plan, done))
    return done


def sets_a_field(change: Change) -> bool:
    """Whether nothing comes, goes or moves by this change."""
    return change.op == "set" and (change.collection is not None or change.field not in COLLECTIONS)


def may_refer(change: Change) -> bool:
    """Whether what a change sets is or holds a reference to another element."""
    return bool(change.collection) and refers(
        shape_at(COLLECTIONS[change.collection].shape, change.field or "")
    )


def refers(shape: Shape) -> bool:
    inner = [shape.keys, shape.items, *shape.fields.values()]
    return bool(shape.refers) or any(refers(part) for part in inner if part)


def alter_fields(plan: Plan, changes: Sequence[Change]) -> list[Change]:
    """Fields of single elements: only their rows are read, judged and written."""
    grouped: dict[Place, list[Change]] = defaultdict(list)
    for change in changes:
        grouped[change.collection, change.element].append(change)
    rows = rows_at(plan, grouped)
    after = reconciled_each(plan, rows, grouped)
    done = [change for place, fields in after.items() for change in changed_fields(plan, rows, place, fields)]
    refuse(too_long(done) + too_great(done))
    refuse([fault for place, fields in after.items() for fault in faults_of(place, fields)])
    if any(map(may_refer, done)):
        refuse_broken_references(plan, after)
    written: list[Element] = []
    for place, fields in after.items():
        target = rows.get(place, plan)
        if target.fields != fields:
            refuse(too_large(place_name(place), target.fields, fields))
            target.fields = fields
            if isinstance(target, Plan):
                target.save(update_fields=["fields"])
            else:
                written.append(target)
    write_rows(written)
    return done


def rows_at(plan: Plan, places: Iterable[Place]) -> dict[Place, Element]:
    keys: dict[str, list[str | None]] = defaultdict(list)
    for collection, key in places:
        if collection:
            keys[collection].append(key)
    condition = Q()
    for collection, of_collection in keys.items():
        condition |= Q(collection=collection, key__in=of_collection)
    found = Element.objects.filter(condition, plan=plan) if condition else []
    return {(row.collection, row.key): row for row in found}


def reconciled_each(
    plan: Plan, rows: dict[Place, Element], grouped: dict[Place, list[Change]]
) -> dict[Place, Data]:
    """The fields of every touched element after its changes; all conflicts are told at once."""
    after: dict[Place, Data] = {}
    conflicts: list[Conflict] = []
    for place, changes in grouped.items():
        if place[0] and place not in rows:
            conflicts += [Conflict(change, change.path, change.was, ABSENT, change.now) for change in changes]
            continue
        fields = rows[place].fields if place[0] else plan.fields
        try:
            after[place] = reconciled(lambda tried, fields=fields: apply_to(fields, tried), changes)
        except ConflictError as error:
            conflicts += error.conflicts
    if conflicts:
        raise ConflictError(conflicts)
    return after


def reconciled(applied: Any, changes: Sequence[Change]) -> Data:
    """What `applied` gives for the changes, after what others did to the same prose was merged in."""
    try:
        return applied(changes)
    except ConflictError as error:
        return applied(with_merged_prose(changes, error))


def with_merged_prose(changes: Sequence[Change], error: ConflictError) -> list[Change]:
    """The changes with every conflict over prose settled by words; the error again when one cannot be."""
    settled: dict[str, Change] = {}
    for conflict in error.conflicts:
        words = merged_prose(conflict)
        if words is None or conflict.change is None:
            raise error
        settled[conflict.path] = replace(conflict.change, was=conflict.theirs, now=words)
    return [settled.get(change.path, change) if change.op == "set" else change for change in changes]


def merged_prose(conflict: Conflict) -> str | None:
    change = conflict.change
    sides = (conflict.base, conflict.theirs, conflict.yours)
    if change is None or change.op != "set" or not all(isinstance(side, str) for side in sides):
        return None
    shape = COLLECTIONS[change.collection].shape if change.collection else PLAN
    return merge_text(*sides) if shape_at(shape, change.field or "").prose else None


def changed_fields(plan: Plan, rows: dict[Place, Element], place: Place, fields: Data) -> Iterable[Change]:
    collection, key = place
    if collection is None or key is None:
        return diff(plan.fields, fields).changes
    return diff_element(collection, key, rows[place].fields, fields)


def place_name(place: Place) -> str:
    """`innovations[IN-07]`; empty for the plan itself."""
    return entry(place[0], place[1]) if place[0] and place[1] else ""


def faults_of(place: Place, fields: Data) -> Iterable[Fault]:
    collection, key = place
    if collection is None:
        return faults(fields)
    return [
        replace(fault, path=f"{collection}[{key}].{fault.path}")
        for fault in element_faults(collection, fields)
    ]


def refuse_broken_references(plan: Plan, after: dict[Place, Data]) -> None:
    """Raises `ConflictError` where the changed elements refer to nothing, or `requires` runs in a circle.

    Of the elements that stay as they are, only the keys and `requires` are read (one query).
    """
    outline: Data = {}
    for collection, key, requires in plan.elements.values_list("collection", "key", "fields__requires"):
        keys = COLLECTIONS[collection].key_fields
        if len(keys) == 1:
            bare = {keys[0]: key, **({"requires": requires} if requires else {})}
            outline.setdefault(collection, []).append(after.get((collection, key), bare))
    broken = [Conflict(None, fault.path, fault=fault) for fault in reference_faults(outline)]
    if broken:
        raise ConflictError(broken)


def alter_whole(plan: Plan, changes: Sequence[Change]) -> list[Change]:
    """Elements that come, go or move: judged with the whole document."""
    rows = list(plan.elements.order_by("collection", "position"))
    before = document_of(plan.fields, rows)
    after = reconciled(lambda tried: apply(before, Changes("", tuple(tried))), changes)
    done = list(diff(before, after).changes)
    refuse(too_long(done) + too_great(done))
    refuse(too_many(len(rows), sum(len(after.get(name, ())) for name in COLLECTIONS)))
    if done:
        write(plan, rows, before, after)
    return done


def document_of(fields: Data, rows: Iterable[Element]) -> Data:
    """The document of a plan's own fields and its rows, which come in order."""
    document = {name: [] if name in COLLECTIONS else fields[name] for name in PLAN.fields if name in fields}
    for row in rows:
        document[row.collection].append(row.fields)
    return document


def write(plan: Plan, rows: Iterable[Element], before: Data, after: Data) -> None:
    own = {name: [] if name in COLLECTIONS else value for name, value in after.items()}
    refuse(too_large("", plan.fields, own))
    plan.fields = own
    plan.save(update_fields=["fields"])
    stored: dict[str, dict[str, Element]] = defaultdict(dict)
    for row in rows:
        stored[row.collection][row.key] = row
    for collection in COLLECTIONS:
        if before.get(collection) != after.get(collection):
            write_collection(plan, collection, stored[collection], after.get(collection, []))


def write_collection(plan: Plan, collection: str, stored: dict[str, Element], items: list[Data]) -> None:
    """Make the rows of one collection those of `items`, touching only what differs. Positions from 0."""
    keys = keys_of(collection, items)
    gone = [row.pk for key, row in stored.items() if key not in set(keys)]
    fresh: list[Element] = []
    written: list[Element] = []
    moved: list[tuple[int, int]] = []
    for position, (key, fields) in enumerate(zip(keys, items, strict=True)):
        row = stored.get(key)
        if row is None:
            refuse(too_large(entry(collection, key), {}, fields))
            fresh.append(Element(plan=plan, collection=collection, key=key, position=position, fields=fields))
            continue
        if row.position != position:
            moved.append((row.pk, position))
        if row.fields != fields:
            refuse(too_large(entry(collection, key), row.fields, fields))
            row.fields = fields
            written.append(row)
    if gone:
        Element.objects.filter(pk__in=gone).delete()
    if moved:
        move_rows(moved)
    write_rows(written)
    Element.objects.bulk_create(fresh, batch_size=500)


def write_rows(written: Sequence[Element]) -> None:
    """The fields of these rows, in one statement however many."""
    if not written:
        return
    texts = [json.dumps(row.fields, cls=Exact) for row in written]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE plans_element SET fields = new.fields::jsonb"
            " FROM unnest(%s::bigint[], %s::text[]) AS new (id, fields) WHERE plans_element.id = new.id",
            [[row.pk for row in written], texts],
        )


def move_rows(moved: list[tuple[int, int]]) -> None:
    """One statement however many rows; that positions are unique is checked when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE plans_element SET position = new.position"
            " FROM unnest(%s::bigint[], %s::int[]) AS new (id, position) WHERE plans_element.id = new.id",
            [[pk for pk, _ in moved], [position for _, position in moved]],
        )


def unstorable(change: Change) -> Iterable[Fault]:
    """What a plan may hold by its types, but the database cannot keep."""
    if holds_nul(change.to_data()):
        yield Fault(change.path.replace("\0", "·"), _NUL)
    elif change.element and len(change.element) > LONGEST_KEY:
        yield Fault("", _LONG_KEY.with_(collection=change.collection, limit=LONGEST_KEY))


def holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(holds_nul(key) or holds_nul(inner) for key, inner in value.items())
    return isinstance(value, list) and any(map(holds_nul, value))


def refuse(found: list[Fault]) -> None:
    if found:
        raise DocumentError(found)


_NUL = Words(
    "memuat karakter kosong (NUL) yang tidak dapat disimpan; hapus dari teksnya",
    "holds a NUL character, which cannot be stored; remove it from the text",
)
_LONG_KEY = Words(
    "tanda pengenal di {collection} lebih dari {limit} huruf; pendekkan",
    "an identity in {collection} is longer than {limit} characters; shorten it",
)

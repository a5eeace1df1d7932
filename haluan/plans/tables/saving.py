"""A block of cells through the one door: read, compared with what stands there now, written whole or not at all.

However large the block, the number of queries is the same. What is refused is told by cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from haluan.plans.conflicts import last_authors
from haluan.plans.editor.newcomers import changes_to, free_ids
from haluan.plans.editor.values import Unreadable
from haluan.plans.models import ChangeSet, Plan
from haluan.plans.rules import may_write_all
from haluan.plans.words import lang
from masterplan.document import (
    ABSENT,
    COLLECTIONS,
    Change,
    ConflictError,
    Data,
    DocumentError,
    decode,
    element_faults,
    keys_of,
    merge_text,
)
from masterplan.document import ChangeSet as Changes

from .base import Row, Table, Write
from .cells import Column, Names, text_of, value_of

MOST_CELLS = 20_000
MOST_ROWS = 2_000
FRESH = "+"
"""Rows that are not in the plan yet are named `+1`, `+2` … by the page."""
TRIES = 3

Typed = dict[str, dict[str, tuple[str, str]]]


class TooLarge(Exception):
    """A block beyond what one save takes; says how much that is."""


class NotYours(Exception):
    """Something in it may not be changed by this person; says why."""


@dataclass
class Block:
    """What a page asks for: by row and column what its user saw and what it is to be; rows to remove."""

    cells: Typed = field(default_factory=dict)
    remove: list[str] = field(default_factory=list)


@dataclass
class Outcome:
    """What came of it. `number` is the change set's, 0 where nothing was changed; `made`: new rows' keys."""

    number: int = 0
    made: dict[str, str] = field(default_factory=dict)
    errors: dict[str, dict[str, str]] = field(default_factory=dict)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    refused: str = ""

    def wrong(self, row: str, column: str, sentence: str) -> None:
        self.errors.setdefault(row, {}).setdefault(column, sentence)

    @property
    def stopped(self) -> bool:
        return bool(self.errors or self.conflicts or self.refused)


def block_of(text: str) -> Block:
    """What a page sent. Raises `ValueError` where it is not a block, `TooLarge`."""
    try:
        sent = decode(text)
    except DocumentError as error:
        raise ValueError(str(error)) from None
    rows, remove = (sent.get("rows", {}), sent.get("remove", [])) if isinstance(sent, dict) else (None, None)
    if not isinstance(rows, dict) or not isinstance(remove, list):
        raise ValueError(text[:40])
    if len(rows) + len(remove) > MOST_ROWS or sum(map(len, rows.values())) > MOST_CELLS:
        raise TooLarge(
            _("Sekali simpan paling banyak %(rows)s baris dan %(cells)s sel. Tempel sebagian demi sebagian.")
            % {"rows": MOST_ROWS, "cells": MOST_CELLS}
        )
    block = Block(remove=[key for key in remove if isinstance(key, str)])
    for key, cells in rows.items():
        block.cells[key] = {}
        for column, pair in cells.items() if isinstance(cells, dict) else ():
            if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(one, str) for one in pair):
                raise ValueError(text[:40])
            block.cells[key][column] = (pair[0], pair[1])
    return block


def save(plan: Plan, table: Table, block: Block, *, by: Any, client: UUID | None = None) -> Outcome:
    """All of the block, or nothing of it. A block sent again is answered as the first time."""
    again = plan.changesets.filter(client_id=client, author=by).first() if client else None
    if again:
        return Work(plan, table, plan.document()).told(again, block)
    for _try in range(TRIES):
        work = Work(plan, table, plan.document())
        outcome = work.prepare(block)
        if outcome.stopped:
            name_authors(plan, outcome)
            return outcome
        changes = work.changes()
        refuse_unless_allowed(by, plan, changes)
        try:
            done = ChangeSet.apply(plan=plan, changes=Changes("", changes), by=by, client_id=client)
        except DocumentError as error:
            return Outcome(refused=error.faults[0].located(lang()))
        except ConflictError as error:
            if all(conflict.fault for conflict in error.conflicts):
                return Outcome(refused=error.conflicts[0].say(lang()))
            continue  # somebody wrote between the reading and the lock: look again
        return work.told(done, block)
    return Outcome(refused=_("Bagian ini sedang ramai diubah. Simpan sekali lagi."))


def refuse_unless_allowed(by: Any, plan: Plan, changes: Iterable[Change]) -> None:
    answer = may_write_all(by, plan, [change.to_data() for change in changes])
    if not answer:
        raise NotYours(answer.reason)


class Work:
    """One block against one reading of the document."""

    def __init__(self, plan: Plan, table: Table, data: Data) -> None:
        self.plan, self.table, self.before = plan, table, data
        self.after = data
        self.columns = {column.name: column for column in table.columns(data)}
        self.rows = {row.key: row for row in table.rows(data)}
        self.names = Names(data)
        self.outcome = Outcome()

    def prepare(self, block: Block) -> Outcome:
        known = {key: cells for key, cells in block.cells.items() if not key.startswith(FRESH)}
        writes = [write for key, cells in known.items() for write in self.writes(key, cells)]
        if not self.outcome.stopped:
            self.after = self.table.write(self.after, writes)
            self.remove(block.remove)
            self.add({key: cells for key, cells in block.cells.items() if key.startswith(FRESH)})
            self.judge({write.row.element: write for write in writes}, block.cells)
        return self.outcome

    def changes(self) -> tuple[Change, ...]:
        return changes_to(self.before, self.after)

    def told(self, done: ChangeSet, block: Block) -> Outcome:
        """What was done, also where the same block comes a second time."""
        fresh = [key for key in block.cells if key.startswith(FRESH)]
        numbered = self.table.numbered or not fresh
        read = {} if numbered else {key: self.read(key, block.cells[key]) for key in fresh}
        read = {key: values for key, values in read.items() if key not in self.outcome.errors}
        data = {} if numbered else self.plan.document()
        made = self.table.keys_made(done.changes, data, fresh, read)
        return Outcome(number=done.number if done.pk else 0, made=made)

    # -- cells of rows that are there

    def writes(self, key: str, cells: dict[str, tuple[str, str]]) -> Iterable[Write]:
        row = self.rows.get(key)
        if row is None:
            self.outcome.wrong(key, "", _("Baris ini sudah dihapus orang lain."))
            return
        for name, (was, now) in cells.items():
            column = self.columns.get(name)
            if column is None or column.fixed or column.once:
                self.outcome.wrong(key, name, _("Sel ini tidak diisi di tabel ini."))
                continue
            value = self.reconciled(row, column, was, now)
            if value is not UNCHANGED:
                yield Write(row, column, value)

    def reconciled(self, row: Row, column: Column, was: str, now: str) -> Any:
        """The value to write; a cell that somebody else changed meanwhile is merged by words, or asked about."""
        current = self.table.value(row, column)
        there = text_of(current, column)
        if same(there, now):
            return UNCHANGED
        try:
            value = value_of(now, column, self.names)
        except Unreadable as error:
            self.outcome.wrong(row.key, column.name, str(error))
            return UNCHANGED
        if value == current and type(value) is type(current):
            return UNCHANGED
        if same(there, was) or self.means(was, column, current):
            return value
        if column.kind == "prose" and isinstance(current, str) and isinstance(value, str):
            merged = merge_text(was, current, value)
            if merged is not None:
                return merged
        self.outcome.conflicts.append(
            {
                "row": row.key,
                "column": column.name,
                "name": row.name,
                "label": column.label,
                "was": was,
                "theirs": there,
                "mine": now,
                "change": Change("set", self.table.collection, row.element, self.table.field(column), now=""),
            }
        )
        return UNCHANGED

    def means(self, text: str, column: Column, value: Any) -> bool:
        """Whether a text says what already stands there: *1,25 miliar* and 1.250.000.000."""
        try:
            return bool(value_of(text, replace(column, required=False), self.names) == value)
        except Unreadable:
            return False

    # -- rows that come and go

    def add(self, fresh: Typed) -> None:
        fresh = {
            key: cells for key, cells in fresh.items() if any(now.strip() for _was, now in cells.values())
        }
        if not fresh:
            return
        if not self.table.adds:
            self.outcome.refused = _("Di tabel ini baris tidak ditambah; tambahkan dahulu di tabel asalnya.")
            return
        if self.table.numbered:
            self.add_elements(fresh)
            return
        read = {key: self.read(key, cells) for key, cells in fresh.items()}
        for key, values in read.items():
            if key not in self.outcome.errors:
                self.judge_alone(key, self.table.alone(values), fresh[key])
        if not self.outcome.stopped:
            self.after = self.table.added(self.after, read, self.outcome.wrong)

    def add_elements(self, fresh: Typed) -> None:
        collection, info = self.table.collection, COLLECTIONS[self.table.collection]
        key_field = info.key_fields[0]
        ids = free_ids(self.plan, self.before, collection, len(fresh)) if info.prefix else []
        items = list(self.after.get(collection, []))
        for place, (key, cells) in enumerate(fresh.items()):
            code = ids[place] if ids else cells.get(key_field, ("", ""))[1].strip().upper()
            items.append(self.fresh_item(key, {key_field: code}, cells))
        keys = [str(item[key_field]) for item in items]
        for key, item in zip(fresh, items[-len(fresh) :], strict=True):
            if keys.count(str(item[key_field])) > 1:
                self.outcome.wrong(key, key_field, _("Kode ini sudah dipakai baris lain."))
        self.after = {**self.after, collection: items}

    def fresh_item(self, key: str, item: Data, cells: dict[str, tuple[str, str]]) -> Data:
        for name, value in self.read(key, cells).items():
            item = self.table.put(Row(key, key, "", item), item, self.columns[name], value)
        if key not in self.outcome.errors:
            self.judge_alone(key, item, cells)
        return item

    def read(self, key: str, cells: dict[str, tuple[str, str]]) -> Data:
        """The values of a new row by column; what cannot be read is told at its cell."""
        found = {}
        for column in self.columns.values():
            text = cells.get(column.name, ("", ""))[1]
            try:
                value = value_of(text, column, self.names)
            except Unreadable as error:
                self.outcome.wrong(key, column.name, str(error))
                continue
            if value is not ABSENT:
                found[column.name] = value
        return found

    def judge_alone(self, key: str, item: Data, cells: dict[str, tuple[str, str]]) -> None:
        for fault in element_faults(self.table.collection, item):
            self.outcome.wrong(key, self.column_at(fault.path, cells), fault.say(lang()))

    def remove(self, keys: list[str]) -> None:
        """Rows go with every reference to them; one that is gone already is no trouble."""
        if keys and not self.table.adds:
            self.outcome.refused = _("Di tabel ini baris tidak dihapus; hapus di tabel asalnya.")
        elif keys:
            rows = [self.rows[key] for key in dict.fromkeys(keys) if key in self.rows]
            self.after = self.table.without(self.after, rows)

    # -- what the core says of the elements as they would be

    def judge(self, written: dict[str, Write], cells: Typed) -> None:
        items = self.after.get(self.table.collection, [])
        for key, item in zip(keys_of(self.table.collection, items), items, strict=True):
            if key not in written:
                continue
            for fault in element_faults(self.table.collection, item):
                row = self.table.row_at(fault.path, written[key].row, self.rows)
                self.outcome.wrong(row, self.column_at(fault.path, cells.get(row, {})), fault.say(lang()))

    def column_at(self, path: str, cells: dict[str, Any]) -> str:
        """The written cell that a fault is about: the one whose field it names, else the first."""
        fields = {name: self.table.field(self.columns[name]) for name in cells if name in self.columns}
        exact = [name for name in fields if path.endswith(f".{name}")]
        named = [name for name, at in fields.items() if path.startswith(at) or at.startswith(path)]
        return next(iter([*exact, *named, *fields]), "")


UNCHANGED = object()


def same(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n").strip() == other.replace("\r\n", "\n").strip()


def name_authors(plan: Plan, outcome: Outcome) -> None:
    """Who wrote what now stands there (one query), for the person who is to choose."""
    changes = [conflict.pop("change") for conflict in outcome.conflicts]
    if not changes:
        return
    authors = last_authors(plan, changes)
    for conflict, change in zip(outcome.conflicts, changes, strict=True):
        one = authors.get((change.op, change.path))
        conflict["by"] = one.author_name if one else ""
        conflict["at"] = one.at if one else None

"""From what was posted to a change set, and through the one door: what fits is kept, what does not is said.

A field posts `now:<path>` and `was:<path>`, both as the texts of `values`; a list without keys posts `base:<path>`
as JSON and its cells by their place. Names and texts are hostile: only fields of the form are read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from haluan.plans.models import ChangeSet, Plan
from masterplan.document import ABSENT, ConflictError, DocumentError, get_field, with_field
from masterplan.document.reading import decode
from masterplan.document.service import rewritten

from . import forms
from .values import Unreadable, as_text, read

KEY = re.compile(r"\[([^\[\]]*)\]")
YEAR = re.compile(r"20\d\d|2100")
HALVES = ("service_change.before", "service_change.after")
MOST_ENTRIES = 500


@dataclass
class Posted:
    """What a post asks for: changes by path, and what could not be read. `heard`: every path it spoke of.

    What is heard and is no change, such as a save sent again, is answered too: the page waits for it.
    """

    changes: dict[str, dict[str, Any]] = field(default_factory=dict)
    heard: set[str] = field(default_factory=set)
    errors: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)


@dataclass
class Outcome:
    """What came of it. `number` is the change set's, 0 where nothing was changed."""

    number: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    conflicts: list[dict[str, Any]] = field(default_factory=list)


def stored(plan: Plan, collection: str, key: str) -> dict[str, Any] | None:
    """The element as it is now (one query), or `None`."""
    return plan.elements.filter(collection=collection, key=key).values_list("fields", flat=True).first()


def reading(post: Mapping[str, str], collection: str, key: str, element: dict[str, Any]) -> Posted:
    """The changes that a post stands for, against what the element holds now."""
    reader = _Reader(post, collection, key, element)
    paths = dict.fromkeys(name[4:] for name in post if name.startswith(("now:", "was:")))
    for path in paths:
        general = KEY.sub("[]", path)
        if path not in HALVES and general in forms.fields(collection) and not reader.whole(path):
            reader.field(path, general)
    for name in post:
        if name.startswith("base:"):
            reader.base(name[5:])
    return reader.posted


class _Reader:
    def __init__(self, post: Mapping[str, str], collection: str, key: str, element: dict[str, Any]) -> None:
        self.post, self.collection, self.key, self.element = post, collection, key, element
        self.posted = Posted()

    def whole(self, path: str) -> bool:
        """Whether the path lies in a list that is changed whole, or is the service change, which posts its base."""
        table = forms.tables(self.collection).get(path.partition("[")[0])
        unkeyed = table is not None and not forms.shape(self.collection, table.path).key
        return unkeyed or (path == "service_change" and "base:service_change" in self.post)

    def field(self, path: str, general: str) -> None:
        kind = forms.kind(self.collection, general)
        was_text, text = self.post.get(f"was:{path}", ""), self.post.get(f"now:{path}", "")
        self.posted.heard.add(path)
        if _plain(was_text) == _plain(text):
            return
        self.posted.typed[path] = text
        try:
            now = read(text, kind)
        except Unreadable as error:
            self.posted.errors[path] = str(error)
            return
        try:
            was = read(was_text, kind)
        except Unreadable:
            was = get_field(self.element, path)
        if now is ABSENT and forms.needed(self.collection, general):
            self.posted.errors[path] = _("Isian ini tidak boleh kosong.")
            return
        self.set(path, was, now)

    def base(self, path: str) -> None:
        base = self.post[f"base:{path}"]
        if path == "service_change" or (path in forms.tables(self.collection) and self.whole(path)):
            self.posted.heard.add(path)
        if path == "service_change":
            text = self.post.get("now:service_change", base)
            if f"now:{HALVES[0]}" in self.post:
                text = rewritten(_plain(base), *(_plain(self.post.get(f"now:{half}", "")) for half in HALVES))
            if _plain(text) != _plain(base):
                self.posted.typed |= {
                    half: self.post[f"now:{half}"] for half in HALVES if f"now:{half}" in self.post
                }
                self.set(path, base or ABSENT, text.replace("\r\n", "\n") or ABSENT)
        elif path in forms.tables(self.collection) and self.whole(path):
            self.list(path, base)

    def list(self, path: str, base: str) -> None:
        try:
            was = decode(base)
        except DocumentError:
            was = None
        if (
            not isinstance(was, list)
            or len(was) > MOST_ENTRIES
            or not all(isinstance(one, dict) for one in was)
        ):
            self.posted.errors[path] = _("Tabel ini tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.")
            return
        now = list(was)
        for line in forms.tables(self.collection)[path].columns:
            kind = forms.kind(self.collection, f"{path}[].{line.path}")
            for index, entry in enumerate(was):
                if kind == "years":
                    self.years(now, index, path, line.path)
                    continue
                self.list_cell(
                    now,
                    index,
                    line.path,
                    kind,
                    as_text(get_field(entry, line.path), kind),
                    f"{path}[{index}].{line.path}",
                )
        if now != was:
            self.set(path, was, now)

    def years(self, now: list[Any], index: int, path: str, inner: str) -> None:
        """A value for each year, in a table that is changed whole."""
        start = f"now:{path}[{index}].{inner}["
        stored = get_field(now[index], inner) or {}
        for name in [name for name in self.post if name.startswith(start)]:
            year = name[len(start) : -1]
            if YEAR.fullmatch(year):
                was_text = as_text(stored.get(year), "number")
                self.list_cell(now, index, f"{inner}[{year}]", "number", was_text, name[4:])
        if get_field(now[index], inner) == {} and stored:  # the last year was emptied
            now[index] = with_field(now[index], inner, ABSENT)

    def list_cell(self, now: list[Any], index: int, inner: str, kind: str, was_text: str, path: str) -> None:
        text = self.post.get(f"now:{path}", was_text)
        if _plain(text) == _plain(was_text):
            return
        self.posted.typed[path] = text
        try:
            now[index] = with_field(now[index], inner, read(text, kind))
        except Unreadable as error:
            self.posted.errors[path] = str(error)

    def set(self, path: str, was: Any, now: Any) -> None:
        current = get_field(self.element, path)
        if current == now and type(current) is type(now):
            return
        change: dict[str, Any] = {
            "op": "set",
            "collection": self.collection,
            "element": self.key,
            "field": path,
        }
        if not self.collection:
            del change["collection"], change["element"]
        self.posted.changes[path] = (
            change | ({} if was is ABSENT else {"was": was}) | ({} if now is ABSENT else {"now": now})
        )


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def save(plan: Plan, posted: Posted, *, by: Any, client: UUID | None = None) -> Outcome:
    """Apply what fits. A field that somebody else changed, or a value that cannot stand, holds nothing else up."""
    outcome = Outcome(errors=dict(posted.errors))
    left = dict(posted.changes)
    while left:
        try:
            outcome.number = ChangeSet.apply(
                plan=plan, changes=list(left.values()), by=by, client_id=client
            ).number
            break
        except ConflictError as error:
            met = {
                each.change.field: each
                for each in error.conflicts
                if each.change and each.change.field in left
            }
            if not met:  # not a field but the whole would be no valid plan: nothing can be taken apart
                outcome.errors |= dict.fromkeys(left, error.conflicts[0].say(get_language() or "id"))
                break
            outcome.conflicts += [_conflict(path, each) for path, each in met.items()]
            left = {path: change for path, change in left.items() if path not in met}
        except DocumentError as error:
            _one_by_one(plan, left, error, outcome, by)
            break
    return outcome


def _one_by_one(plan: Plan, left: dict[str, Any], error: DocumentError, outcome: Outcome, by: Any) -> None:
    if len(left) == 1:
        path = next(iter(left))
        outcome.errors[path] = error.faults[0].say(get_language() or "id")
        return
    for path, change in left.items():
        alone = save(plan, Posted(changes={path: change}), by=by)
        outcome.number = max(outcome.number, alone.number)
        outcome.errors |= alone.errors
        outcome.conflicts += alone.conflicts


def _conflict(path: str, conflict: Any) -> dict[str, Any]:
    return {"path": path, "base": conflict.base, "theirs": conflict.theirs, "mine": conflict.yours}

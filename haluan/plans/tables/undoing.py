"""Taking back one's own change set: all of it, or what nobody has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from haluan.plans.conflicts import id_of, last_authors
from haluan.plans.models import ChangeSet, Plan
from haluan.plans.words import lang
from masterplan.document import Change, ConflictError, DocumentError
from masterplan.document import ChangeSet as Changes

from .saving import NotYours, refuse_unless_allowed


@dataclass
class Undone:
    """What came of it. `asks`: what to ask first, because `touched` fields were changed by others meanwhile."""

    number: int = 0
    refused: str = ""
    asks: str = ""
    touched: int = 0
    left: int = 0


def undo(plan: Plan, changeset: ChangeSet, *, by: Any, standing: bool = False) -> Undone:
    """`standing`: it was asked already, only what still stands is taken back."""
    back = changeset.inverse().changes
    if changeset.author_id != by.pk:
        raise NotYours(
            _(
                "Di sini hanya perubahan Anda sendiri yang diurungkan. Milik orang lain dibatalkan dari riwayat."
            )
        )
    refuse_unless_allowed(by, plan, back)
    try:
        return applied(plan, back, by)
    except DocumentError as error:
        return Undone(refused=error.faults[0].located(lang()))
    except ConflictError as error:
        clashing = {id_of(one.change) for one in error.conflicts if one.change}
        if not clashing:
            return Undone(refused=error.conflicts[0].say(lang()))
    left = tuple(change for change in back if id_of(change) not in clashing)
    if not standing:
        changed = [change for change in back if id_of(change) in clashing]
        return Undone(asks=question(plan, changed, len(left)), touched=len(clashing), left=len(left))
    try:
        return applied(plan, left, by)
    except (ConflictError, DocumentError):
        return Undone(refused=_("Baru saja ada yang berubah lagi. Urungkan sekali lagi."))


def applied(plan: Plan, changes: tuple[Change, ...], by: Any) -> Undone:
    done = ChangeSet.apply(plan=plan, changes=Changes("", changes), by=by, origin=ChangeSet.Origin.REVERT)
    return Undone(number=done.number if done.pk else 0, left=len(done.changes))


def question(plan: Plan, changed: list[Change], left: int) -> str:
    authors = {one.author_name for one in last_authors(plan, changed).values() if one.author_name}
    told = {"n": len(changed), "who": ", ".join(sorted(authors)) or _("orang lain"), "left": left}
    if not left:
        return _("Semua yang akan diurungkan sudah diubah lagi oleh %(who)s, jadi dibiarkan.") % told
    return (
        ngettext(
            "%(n)s perubahan Anda sudah diubah lagi oleh %(who)s dan akan dibiarkan. Urungkan %(left)s yang lain?",
            "%(n)s perubahan Anda sudah diubah lagi oleh %(who)s dan akan dibiarkan. Urungkan %(left)s yang lain?",
            len(changed),
        )
        % told
    )

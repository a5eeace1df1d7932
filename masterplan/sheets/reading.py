"""Reads an edited workbook back: a change set, and by cell what could not be understood.

Every cell is compared with what it showed when the workbook was written; only what differs is read. The base is
the document the workbook remembers; where it remembers none, the document it is read against.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from masterplan.document import COLLECTIONS, ChangeSet, Data, Fault, diff, keys_of
from masterplan.document.checking import reference_faults
from masterplan.language import Words
from masterplan.opening import OpeningError, open_office
from masterplan.sheets import memory
from masterplan.sheets.cells import presentable
from masterplan.sheets.grid import Found, Page, locate, pages
from masterplan.sheets.layout import tables
from masterplan.sheets.ledger import Ledger
from masterplan.sheets.revising import Revision


@dataclass(frozen=True)
class Reading:
    """What an edited workbook says: `changes` understood so far, `refusals` by cell, `left` unread.

    `changes.seen` tells the cell each change was seen in. With refusals the changes are what is left without them.
    """

    changes: ChangeSet
    refusals: tuple[Fault, ...] = ()
    left: tuple[Fault, ...] = ()

    @property
    def seen(self) -> tuple[Data, ...]:
        return self.changes.seen


def read(document: Data, raw: bytes, *, lang: str = "id", used: Iterable[str] = ()) -> Reading:
    """Reads a workbook against a valid document; `used` are ids that were given before and are free no more.

    Raises `OpeningError` for a file that is not read at all.
    """
    opened = open_office(raw)
    if opened.kind == "docx":
        raise OpeningError(_NO_SHEET)
    found = pages(raw, opened)
    kept = _remembered(found)
    base, written = (kept.document, kept.lang) if kept else (document, lang)
    _same_region(document, base)
    ledger = Ledger()
    located = _located(base, found, ledger)
    revision = Revision(base, located, {*used, *_keys(document), *_keys(base)}, ledger, written)
    result = revision.revise()
    ledger.blame(reference_faults(result))
    return _told(diff(base, result), ledger, lang)


def _told(changes: ChangeSet, ledger: Ledger, lang: str) -> Reading:
    seen = tuple(ledger.seen) if changes else ()
    left = tuple(fault.located(lang) for fault in ledger.left)
    changes = ChangeSet(changes.base, changes.changes, seen=seen, left=left)
    return Reading(changes, tuple(ledger.refusals), tuple(ledger.left))


def _remembered(found: list[Page]) -> memory.Memory | None:
    for page in found:
        if page.rows and page.at(0, 0) == memory.FORMAT:
            return memory.recall([str(row[0]) for row in page.rows if row])
    return None


def _same_region(document: Data, base: Data) -> None:
    codes = [one["region"].get("code") for one in (document, base)]
    if None not in codes and codes[0] != codes[1]:
        titles = {"other": presentable(str(base["title"])), "this": presentable(str(document["title"]))}
        raise OpeningError(_OTHER_PLAN.with_(**titles))


def _keys(document: Data) -> set[str]:
    return {key for name in COLLECTIONS for key in keys_of(name, document.get(name, []))}


def _located(base: Data, found: list[Page], ledger: Ledger) -> dict[str, Found]:
    """Where each table stands, in the order of the document's sheets. Raises `OpeningError` where none does."""
    known = {table.key: table for table in tables(base)}
    located: dict[str, Found] = {}
    for place in locate(found, known):
        if place.table.key in located:
            first, second = located[place.table.key].page.name, place.page.name
            ledger.refuse(second, _TWO_SHEETS.with_(sheet=second, first=first))
            continue
        located[place.table.key] = place
        _tell_columns(place, ledger)
    if not located:
        raise OpeningError(_NOT_OURS)
    return {key: located[key] for key in known if key in located}


def _tell_columns(found: Found, ledger: Ledger) -> None:
    """Columns that are not read: doubled ones are refused, extra ones and those that are gone are told."""
    for column, label in found.doubled:
        ledger.refuse(found.page.place(found.head, column), _TWO_COLUMNS.with_(label=label))
    if found.table.form == "plan":
        return
    for column, label in found.unknown:
        if any(found.page.text(row, column) for row in range(found.head + 1, len(found.page.rows))):
            ledger.leave(found.page.place(found.head, column), _EXTRA.with_(label=label))
    for path, known in found.table.by_path.items():
        if path not in found.columns:
            ledger.leave(found.page.name, _GONE.with_(label=known.label))


_NO_SHEET = Words(
    "ini naskah Word, bukan lembar kerja; pilih berkas .xlsx atau .ods yang dibuat Haluan",
    "is a Word document, no spreadsheet; choose the .xlsx or .ods that Haluan made",
)
_NOT_OURS = Words(
    'tidak memuat lembar rencana Haluan; pakai lembar dari "haluan sheet write", atau "haluan import" untuk lembar lain',
    'holds no sheet of a Haluan plan; use one from "haluan sheet write", or "haluan import" for other sheets',
)
_OTHER_PLAN = Words(
    'dibuat dari rencana lain ("{other}"), bukan "{this}"; pilih lembar kerja rencana ini',
    'was made from another plan ("{other}"), not "{this}"; choose the workbook of this plan',
)
_TWO_SHEETS = Words(
    'lembar "{sheet}" salinan dari "{first}"; hapus salah satunya',
    'the sheet "{sheet}" is a copy of "{first}"; delete one of them',
)
_TWO_COLUMNS = Words(
    'kolom "{label}" ada dua; hapus salah satunya', 'there are two columns "{label}"; delete one of them'
)
_EXTRA = Words('kolom "{label}" tidak dibaca', 'the column "{label}" is not read')
_GONE = Words(
    'kolom "{label}" tidak ada; isinya di rencana dibiarkan',
    'the column "{label}" is gone; what the plan has there stays',
)

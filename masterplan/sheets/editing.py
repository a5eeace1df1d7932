"""Carries the changed cells of one row into its element, as far as the element stays a valid one."""

from __future__ import annotations

from collections.abc import Callable

from masterplan.document import ABSENT, Data, Fault, get_field, with_field
from masterplan.document.paths import KEYED, entry, parse_path
from masterplan.sheets.cells import CellError, Shown, same, show, understand
from masterplan.sheets.grid import Found
from masterplan.sheets.layout import DELETE, OWNER, Column
from masterplan.sheets.ledger import Edit, Ledger, Place
from masterplan.sheets.references import References

Judge = Callable[[Data], list[Fault]]


class RowReader:
    """Reads rows of any sheet against what they showed when they were written."""

    def __init__(self, ledger: Ledger, shown: References, known: References, lang: str) -> None:
        self.ledger, self.shown, self.known, self.lang = ledger, shown, known, lang

    def edits(
        self, found: Found, row: int, was: Data, skip: str, merged: dict[tuple[int, int], str]
    ) -> list[Edit]:
        """The changed cells of a row; what cannot be meant is refused."""
        edits = []
        for path, at in found.columns.items():
            column = found.table.column(path) if path not in (OWNER, DELETE, skip) else None
            if column and (row, at) not in merged:
                edit = self.edit(found, row, at, column, was)
                if edit:
                    edits.append(edit)
        return edits

    def edit(self, found: Found, row: int, at: int, column: Column, was: Data) -> Edit | None:
        value = column.value(was)
        try:
            raw = found.page.read(row, at)
            if same(show(value, column.kind, self.shown, column.shape, self.lang), raw):
                return None
            meant = understand(raw, column.kind, column.shape, self.known, value)
        except CellError as error:
            self.ledger.refuse(found.page.place(row, at), error.words)
            return None
        return None if meant == value else Edit(column.path, meant, found.page.place(row, at))

    def shows(self, column: Column, thing: Data) -> Shown:
        """What the cell of a field showed when the workbook was written."""
        return show(column.value(thing), column.kind, self.shown, column.shape, self.lang)

    def apply(self, was: Data, edits: list[Edit], judge: Judge, place: Place) -> Data | None:
        """The element with the edits; those that would break it are refused and left out. `None`: it cannot be."""
        while True:
            element = was
            for edit in edits:
                element = put(element, edit)
            faults = judge(element)
            if not faults:
                return element
            kept = edits
            for fault in faults:
                concerned = [edit for edit in edits if _head(edit.path) == _head(fault.path)]
                self.ledger.refuse(
                    place(fault.path) or (concerned[0].place if concerned else place("")), fault.words
                )
                kept = [edit for edit in kept if edit not in concerned]
            if len(kept) == len(edits):
                return None
            edits = kept


def _head(path: str) -> str:
    return path.replace("[", ".").partition(".")[0]


def put(element: Data, edit: Edit) -> Data:
    """The element with one edit; what is left empty by a removal goes, too: nothing is known there any more."""
    changed = with_field(element, edit.path, edit.value)
    if edit.value is not ABSENT:
        return changed
    above = edit.path
    while (above := _above(above)) and _is_bare(get_field(changed, above), above):
        changed = with_field(changed, above, ABSENT)
    return changed


def _above(path: str) -> str:
    """`costs[0].capital` → `costs[0]` → `costs`."""
    steps = parse_path(path)[:-1]
    above = ""
    for name, bracketed in steps:
        above = entry(above, name) if bracketed else f"{above}.{name}" if above else name
    return above


def _is_bare(value: object, path: str) -> bool:
    """Whether nothing but its key is left of an object, or nothing of a list."""
    if not isinstance(value, dict):
        return value == []
    steps = parse_path(path)
    key = KEYED[steps[-2][0]][0] if steps[-1][1] and steps[-2][0] in KEYED else ""
    return not value.keys() - {key}

"""Tiny foreign files for one behaviour each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from masterplan.document import apply, faults
from masterplan.importing import Import, Mapping, understand
from tests.importing.making import base_plan, put, saved


def book(*rows: Sequence[Any], name: str = "Lembar1", merged: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet; row 1 is the first given."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = name
    put(sheet, 1, rows)
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(workbook)


class Read:
    """What came of a file, ready to be asked about."""

    def __init__(
        self, raw: bytes, mapping: Mapping | None = None, plan: dict[str, Any] | None = None
    ) -> None:
        self.plan = plan or base_plan()
        self.result: Import = understand(self.plan, raw, mapping)
        self.after = apply(self.plan, self.result.changes)
        assert not list(faults(self.after))

    @property
    def left(self) -> str:
        return "\n".join(self.result.left)

    @property
    def new(self) -> list[str]:
        known = {item["id"] for item in self.plan["innovations"]}
        return [item["title"] for item in self.after["innovations"] if item["id"] not in known]

    def innovation(self, title: str) -> dict[str, Any]:
        return next(item for item in self.after["innovations"] if item["title"] == title)

    def seen(self, field: str) -> list[dict[str, Any]]:
        return [entry for entry in self.result.seen if entry["field"] == field]

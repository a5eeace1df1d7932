"""TKL102: the head of the region is not in the council."""

from __future__ import annotations

import re
from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

_HEAD = re.compile(r"\b(?:bupati|wali\s?kota|walikota|kepala daerah|regent|mayor)\b", re.IGNORECASE)


@rule(
    "TKL102",
    severity="warning",
    title=Words("Kepala daerah tidak ada di dewan", "The head of the region is not in the council"),
    what=Words(
        "Dewan Smart City tanpa bupati atau wali kota.", "A Smart City Council without the regent or mayor."
    ),
    why=Words(
        "Gerakan ini berhasil karena kepemimpinan; dewan tanpa kepala daerah tidak memutuskan apa-apa.",
        "The movement succeeds by leadership; a council without the head decides nothing.",
    ),
    example=Words("Ketua dewan: Kepala Diskominfo", "Chair of the council: head of the ICT agency"),
    instead=Words("Kepala daerah sendiri yang memimpin dewan.", "The head of the region chairs the council."),
    source="Dewan Smart City dan Tim Pelaksana; buku panduan Gerakan Menuju 100 Smart City",
)
def head_missing(context: Context) -> Iterator[Found]:
    council = [seat for seat in context.plan.governance or () if seat.body == "council"]
    if council and not any(_HEAD.search(f"{seat.role} {seat.name or ''}") for seat in council):
        yield Found("governance")

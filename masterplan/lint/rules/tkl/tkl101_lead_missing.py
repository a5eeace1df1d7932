"""TKL101: no agency answers for it yet."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "TKL101",
    severity="warning",
    title=Words("Belum ada perangkat daerah penanggung jawab", "No agency answers for it yet"),
    what=Words("Inovasi tanpa perangkat daerah penanggung jawab.", "An innovation without a lead agency."),
    why=Words(
        "Yang menjadi tugas semua orang tidak dikerjakan siapa pun.",
        "What is everybody’s task is done by nobody.",
    ),
    example=Words("Penanggung jawab: (kosong)", "Lead agency: (empty)"),
    instead=Words("Tunjuk satu; yang lain menjadi mitra.", "Name one; the others are partners."),
    source="Dewan Smart City dan Tim Pelaksana; buku panduan Gerakan Menuju 100 Smart City",
)
def lead_missing(context: Context) -> Iterator[Found]:
    thing = Words("perangkat daerah penanggung jawab", "a lead agency")
    yield from missing(
        context,
        "innovations",
        "lead_agency",
        thing,
        lambda innovation: innovation.lead_agency is None,
        among=lambda innovation: innovation.decision != "not_chosen",
    )

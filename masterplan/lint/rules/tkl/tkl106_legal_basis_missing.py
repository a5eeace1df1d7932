"""TKL106: it has no legal basis yet."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 5


@rule(
    "TKL106",
    severity="warning",
    title=Words("Dasar hukumnya belum ada", "It has no legal basis yet"),
    what=Words(
        "Rencana tanpa peraturan kepala daerah.", "A plan without a regulation of the head of the region."
    ),
    why=Words(
        "Tanpa Perbup atau Perwali rencana ini gugur bersama pergantian kepala daerah.",
        "Without a regulation the plan falls with the next head.",
    ),
    example=Words("Dasar hukum: (kosong)", "Legal basis: (empty)"),
    instead=Words(
        "Siapkan rancangan Perbup atau Perwali; tulis nomornya bila sudah terbit.",
        "Prepare the draft regulation; write its number once it is out.",
    ),
    source="Catatan penilai 2022: tanpa peraturan, dewan dan tim diam, tanpa forum tetap (laman Kabupaten Malang)",
)
def legal_basis_missing(context: Context) -> Iterator[Found]:
    if len(context.innovations) >= FEWEST and not (context.plan.legal_basis or "").strip():
        yield Found("legal_basis")

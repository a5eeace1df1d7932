"""ANG102: the spending passes the ceiling."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "ANG102",
    severity="error",
    title=Words("Belanjanya melampaui pagu", "The spending passes the ceiling"),
    what=Words(
        "Tahun dan sumber dana yang belanjanya lebih besar daripada pagunya.",
        "Years and sources in which more is spent than the ceiling allows.",
    ),
    why=Words(
        "Yang melampaui pagu tidak akan dibayar; lebih baik diputuskan sekarang apa yang mundur.",
        "What passes the ceiling will not be paid; better to decide now what moves back.",
    ),
    example=Words(
        "Belanja APBD 2028 Rp31 miliar, pagu Rp27 miliar.",
        "Spending from APBD in 2028 Rp31 billion, ceiling Rp27 billion.",
    ),
    instead=Words(
        "Geser tahun mulai, cari sumber lain, atau lepaskan yang manfaatnya paling kecil per rupiah.",
        "Move start years, find another source, or drop what brings least per rupiah.",
    ),
    source="docs/impact.md: uang dan pagu",
)
def ceiling_passed(context: Context) -> Iterator[Found]:
    for broken in context.broken("ceiling"):
        yield Found("budget", broken.words)

"""JDW101: the period is inverted."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "JDW101",
    severity="error",
    title=Words("Masa rencana terbalik", "The period is inverted"),
    what=Words("Tahun terakhir yang mendahului tahun pertama.", "A last year before the first year."),
    why=Words("Tidak satu pun dapat dijadwalkan atau dihitung.", "Nothing can be scheduled or counted."),
    example=Words("2030–2026 (terbalik)", "2030–2026 (inverted)"),
    instead=Words("Tukar kedua tahunnya.", "Swap the two years."),
    source="docs/impact.md: jadwal",
)
def period_inverted(context: Context) -> Iterator[Found]:
    if context.last_year < context.first_year:
        yield Found("period")

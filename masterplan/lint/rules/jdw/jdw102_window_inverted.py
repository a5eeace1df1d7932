"""JDW102: its start window is inverted."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "JDW102",
    about="innovations",
    severity="error",
    title=Words("Rentang mulainya terbalik", "Its start window is inverted"),
    what=Words(
        "Mulai paling lambat yang mendahului mulai paling awal.", "A latest start before the earliest."
    ),
    why=Words(
        "Tidak ada tahun yang mungkin; seluruh rencana tidak dapat dinilai.",
        "No year is possible; the whole plan has no value.",
    ),
    example=Words("paling awal 2030, paling lambat 2028", "earliest 2030, latest 2028"),
    instead=Words("Tukar kedua tahunnya.", "Swap the two years."),
    source="docs/impact.md: jadwal",
    alone=True,
)
def window_inverted(innovation: Innovation, context: Context) -> Iterator[Found]:
    if innovation.start and innovation.start.latest < innovation.start.earliest:
        yield Found("start")

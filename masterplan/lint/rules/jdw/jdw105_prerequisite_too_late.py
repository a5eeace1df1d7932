"""JDW105: it starts before what it requires works."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "JDW105",
    severity="error",
    title=Words("Mulai sebelum yang disyaratkannya berjalan", "It starts before what it requires works"),
    what=Words(
        "Inovasi terpilih yang mulai sebelum prasyaratnya selesai.",
        "A chosen innovation that starts before its prerequisite is done.",
    ),
    why=Words(
        "Ia akan menunggu dengan uang yang sudah terpakai.", "It will wait with its money already spent."
    ),
    example=Words(
        "IN-07 mulai 2028, IN-03 yang disyaratkannya baru berjalan 2029.",
        "IN-07 starts in 2028, IN-03 which it requires works from 2029.",
    ),
    instead=Words(
        "Tukar urutannya, atau mulai prasyaratnya lebih awal.",
        "Change the order, or start the prerequisite earlier.",
    ),
    source="docs/impact.md: jadwal",
)
def prerequisite_too_late(context: Context) -> Iterator[Found]:
    for broken in context.broken("requires"):
        other = context.innovation[broken.about[1]]
        if other.decision == "chosen" and other.scheduled_start is not None:
            yield Found("scheduled_start", broken.words, collection="innovations", element=broken.about[0])

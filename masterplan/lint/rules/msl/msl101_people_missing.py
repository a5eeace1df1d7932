"""MSL101: how many people have it is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "MSL101",
    severity="warning",
    title=Words("Belum tertulis berapa warga yang mengalaminya", "How many people have it is not written"),
    what=Words(
        "Masalah tanpa jumlah warga terdampak.", "A problem without the number of residents affected."
    ),
    why=Words(
        "Tanpa jumlah warga, manfaat setiap inovasi yang menjawabnya dihitung nol.",
        "Without a number of people, every innovation that answers it counts for nothing.",
    ),
    example=Words(
        "Antrean puskesmas lama; warga terdampak: (kosong)",
        "Long queues at the health centre; people affected: (empty)",
    ),
    instead=Words(
        "Tulis perkiraan yang jujur beserta sumber atau tingkat buktinya, misalnya 18.000 orang (bukti C).",
        "Write an honest estimate with its source or evidence grade, e.g. 18,000 people (evidence C).",
    ),
    source="docs/impact.md: people_affected",
)
def people_missing(context: Context) -> Iterator[Found]:
    thing = Words("jumlah warga terdampak", "a number of people affected")
    yield from missing(
        context, "problems", "people_affected", thing, lambda problem: problem.people_affected is None
    )

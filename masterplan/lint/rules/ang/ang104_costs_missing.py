"""ANG104: chosen, but its costs are not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "ANG104",
    severity="warning",
    title=Words("Dipilih, tetapi biayanya belum ditulis", "Chosen, but its costs are not written"),
    what=Words("Inovasi terpilih tanpa biaya sama sekali.", "A chosen innovation without any costs."),
    why=Words(
        "Ia tampak gratis, lalu menggeser yang jujur menulis biayanya.",
        "It looks free and pushes out those who wrote their costs honestly.",
    ),
    example=Words("Putusan: terpilih; biaya: (kosong)", "Decision: chosen; costs: (empty)"),
    instead=Words(
        "Tulis perkiraan kasar sekalipun; bila hanya perlu keputusan, tulis 0.",
        "Write even a rough estimate; where it only needs a decision, write 0.",
    ),
    source="docs/impact.md: uang dan pagu",
)
def costs_missing(context: Context) -> Iterator[Found]:
    thing = Words("biaya", "costs")
    yield from missing(
        context,
        "innovations",
        "costs",
        thing,
        lambda innovation: innovation.costs is None and innovation.operating_per_year is None,
        among=lambda innovation: innovation.decision == "chosen",
    )

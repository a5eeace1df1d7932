"""CHN109: chosen, but without a start year."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "CHN109",
    about="innovations",
    severity="warning",
    title=Words("Dipilih, tetapi tahun mulainya belum ada", "Chosen, but without a start year"),
    what=Words("Inovasi terpilih tanpa tahun mulai.", "A chosen innovation without a start year."),
    why=Words(
        "Ia tidak muncul di peta jalan dan manfaatnya dihitung nol.",
        "It is not on the road map, and its worth counts as nothing.",
    ),
    example=Words("Putusan: terpilih; tahun mulai: (kosong)", "Decision: chosen; start year: (empty)"),
    instead=Words("Isi tahun mulai di dalam rentang yang mungkin.", "Give a start year within its window."),
    source="docs/impact.md: scheduled_start",
    alone=True,
)
def chosen_without_start(innovation: Innovation, context: Context) -> Iterator[Found]:
    if innovation.decision == "chosen" and innovation.scheduled_start is None:
        yield Found("scheduled_start")

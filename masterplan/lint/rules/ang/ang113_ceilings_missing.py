"""ANG113: there are no ceilings yet."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "ANG113",
    severity="warning",
    title=Words("Belum ada pagu", "There are no ceilings yet"),
    what=Words(
        "Rencana dengan inovasi terpilih, tanpa pagu satu tahun pun.",
        "A plan with chosen innovations and no ceiling in any year.",
    ),
    why=Words(
        "Tanpa pagu semua inovasi tampak dapat dibiayai; keputusannya berpindah ke rapat anggaran.",
        "Without ceilings everything looks affordable; the choice moves to the budget meeting.",
    ),
    example=Words("33 inovasi terpilih; pagu: (kosong)", "33 innovations chosen; ceilings: (empty)"),
    instead=Words(
        "Minta perkiraan pagu indikatif dari BPKAD untuk tiap tahun.",
        "Ask the finance agency for an indicative ceiling for each year.",
    ),
    source="docs/impact.md: uang dan pagu",
)
def ceilings_missing(context: Context) -> Iterator[Found]:
    chosen = [one for one in context.innovations if one.decision == "chosen"]
    if len(chosen) >= 3 and not context.plan.budget:
        message = Words(
            "{count} inovasi terpilih, belum ada pagu.",
            "{count} innovations are chosen, and there is no ceiling.",
        )
        yield Found("budget", message.with_(count=len(chosen)))

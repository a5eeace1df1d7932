"""ANG111: some of its money falls outside the plan’s period."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "ANG111",
    severity="warning",
    title=Words(
        "Sebagian uangnya jatuh di luar masa rencana", "Some of its money falls outside the plan’s period"
    ),
    what=Words(
        "Biaya inovasi terpilih sesudah tahun terakhir atau sebelum tahun pertama.",
        "Costs of a chosen innovation after the last year or before the first.",
    ),
    why=Words(
        "Uang itu tidak berpagu dan tidak dihitung di mana pun.",
        "That money has no ceiling and is counted nowhere.",
    ),
    example=Words(
        "Mulai 2035, biaya tahun ke-3; rencana sampai 2036.",
        "Starts in 2035 with costs in year 3; the plan runs to 2036.",
    ),
    instead=Words("Mulai lebih awal, atau pendekkan pekerjaannya.", "Start earlier, or shorten the work."),
    source="docs/impact.md: uang dan pagu",
)
def money_outside_the_period(context: Context) -> Iterator[Found]:
    ignored = context.impact.ignored if context.impact else ()
    for remark in ignored:
        if remark.element is not None:
            collection = "innovations" if remark.element in context.innovation else "enablers"
            yield Found(remark.field, remark.why, collection=collection, element=remark.element)

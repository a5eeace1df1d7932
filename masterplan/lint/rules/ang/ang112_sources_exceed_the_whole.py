"""ANG112: the ceilings of the sources exceed the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from masterplan.impact.wording import spans
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "ANG112",
    severity="warning",
    title=Words(
        "Pagu sumber-sumbernya melebihi pagu seluruhnya", "The ceilings of the sources exceed the whole"
    ),
    what=Words(
        "Tahun yang jumlah pagu per sumbernya lebih besar daripada pagu seluruhnya.",
        "A year in which the ceilings by source add up to more than the ceiling of all money.",
    ),
    why=Words(
        "Salah satu keliru, dan pagu yang lebih kecil diam-diam menang.",
        "One of them is wrong, and the smaller quietly wins.",
    ),
    example=Words("2028: seluruhnya Rp30 miliar; APBD 25, DAK 9.", "2028: all Rp30 billion; APBD 25, DAK 9."),
    instead=Words(
        "Samakan, atau hapus pagu seluruhnya.", "Make them agree, or drop the ceiling of all money."
    ),
    source="docs/impact.md: uang dan pagu",
)
def sources_exceed_the_whole(context: Context) -> Iterator[Found]:
    whole: dict[int, float] = {}
    parts: dict[int, float] = defaultdict(float)
    for ceiling in context.plan.budget or ():
        if ceiling.source is None:
            whole[ceiling.year] = ceiling.amount
        else:
            parts[ceiling.year] += ceiling.amount
    over = [year for year in whole if parts[year] > whole[year] * 1.005]
    if over:
        message = Words(
            "Pada {years} jumlah pagu per sumber lebih besar daripada pagu seluruhnya.",
            "In {years} the ceilings by source add up to more than the ceiling of all money.",
        )
        yield Found("budget", message.with_(years=spans(sorted(over))))

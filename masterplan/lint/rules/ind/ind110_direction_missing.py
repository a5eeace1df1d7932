"""IND110: whether up or down is better is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "IND110",
    about="innovations",
    severity="info",
    title=Words(
        "Naik atau turun yang lebih baik belum ditulis", "Whether up or down is better is not written"
    ),
    what=Words(
        "Ukuran dengan sasaran, tanpa arah yang lebih baik.",
        "A measure with targets but no better direction.",
    ),
    why=Words(
        "Tanpa arah, tidak ada yang dapat memeriksa apakah sasarannya kemajuan.",
        "Without a direction nobody can check whether the target is progress.",
    ),
    example=Words(
        "Angka putus sekolah 2,1 → 1,4; arah: (kosong)", "Drop-out rate 2.1 → 1.4; direction: (empty)"
    ),
    instead=Words("Pilih turun atau naik.", "Choose lower or higher."),
    source="docs/impact.md: indicator.better",
    alone=True,
)
def direction_missing(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        if outcome.targets and outcome.indicator.better is None:
            message = Words(
                "“{name}”: arah yang lebih baik belum dipilih.", "“{name}”: no better direction is chosen."
            )
            yield Found("outcomes", message.with_(name=outcome.indicator.name))

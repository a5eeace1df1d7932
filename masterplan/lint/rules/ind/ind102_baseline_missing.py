"""IND102: the baseline is missing."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "IND102",
    about="innovations",
    severity="warning",
    title=Words("Nilai awalnya belum ada", "The baseline is missing"),
    what=Words(
        "Ukuran keberhasilan dengan sasaran, tetapi tanpa nilai awal.",
        "A measure with targets but no baseline.",
    ),
    why=Words(
        "Tanpa nilai awal tidak ada yang tahu apakah sasaran berarti naik, turun, atau diam.",
        "Without a baseline nobody knows whether the target means up, down or nothing.",
    ),
    example=Words(
        "Sampah ke TPA: sasaran 2030 180 ton per hari; nilai awal: (kosong)",
        "Waste to landfill: target 2030 180 tons a day; baseline: (empty)",
    ),
    instead=Words(
        "Ukur sekali sebelum mulai, sekecil apa pun, dan tulis tahunnya.",
        "Measure once before you start, however small, and write the year.",
    ),
    source="Boyolali 2018: 2.500 sapi direncanakan, sekitar 500 ditemukan (Fokus Jateng); nilai awal yang keliru",
    alone=True,
)
def baseline_missing(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        if outcome.indicator.baseline is None:
            message = Words("“{name}” belum punya nilai awal.", "“{name}” has no baseline.")
            yield Found("outcomes", message.with_(name=outcome.indicator.name))

"""TKL107: no risks are written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 5


@rule(
    "TKL107",
    severity="info",
    title=Words("Risikonya belum ditulis", "No risks are written"),
    what=Words("Rencana tanpa satu pun risiko.", "A plan without a single risk."),
    why=Words(
        "Pandemi menghentikan tiga dari enam inovasi Klaten; yang punya rencana cadangan tetap berjalan.",
        "The pandemic stopped three of Klaten’s six innovations; those with a second plan went on.",
    ),
    example=Words("Risiko: (kosong)", "Risks: (empty)"),
    instead=Words(
        "Tulis lima yang paling mungkin, siapa yang menjaganya, dan apa yang dilakukan.",
        "Write the five most likely, who watches them, and what is done.",
    ),
    source="ANTARA Jateng, Satukan Negeri: uang beralih ke pandemi; isi Buku II: risiko",
)
def risks_missing(context: Context) -> Iterator[Found]:
    if len(context.innovations) >= FEWEST and not context.plan.risks:
        yield Found("risks")

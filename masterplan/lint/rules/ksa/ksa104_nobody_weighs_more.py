"""KSA104: nobody comes first."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 5


@rule(
    "KSA104",
    severity="info",
    title=Words("Tidak ada warga yang didahulukan", "Nobody comes first"),
    what=Words(
        "Rencana yang bobot pemerataannya semua netral atau kosong.",
        "A plan whose equity weights are all neutral or empty.",
    ),
    why=Words(
        "Tanpa bobot, yang banyak selalu menang dari yang paling susah.",
        "Without weights the many always win over the worst off.",
    ),
    example=Words("Bobot pemerataan semua masalah: 1", "Equity weight of all problems: 1"),
    instead=Words(
        "Sepakati di dewan siapa yang tidak boleh tertinggal, dan tulis bobotnya.",
        "Agree in the council who must not be left behind, and write the weight.",
    ),
    source="docs/impact.md: equity_weight",
)
def nobody_weighs_more(context: Context) -> Iterator[Found]:
    counted = [problem for problem in context.problems if problem.people_affected]
    if len(counted) >= FEWEST and all(problem.equity_weight in (None, 1) for problem in counted):
        yield Found("problems")

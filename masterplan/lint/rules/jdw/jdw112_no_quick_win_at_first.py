"""JDW112: no quick win in the first year."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 5


@rule(
    "JDW112",
    severity="warning",
    title=Words("Tidak ada program cepat di tahun pertama", "No quick win in the first year"),
    what=Words(
        "Rencana yang program cepat terpilihnya kurang dari yang ditetapkan untuk tahun pertama.",
        "A plan with fewer quick wins in its first year than it has set itself.",
    ),
    why=Words(
        "Tahun pertama yang tidak terasa apa-apa sukar dipulihkan.",
        "A first year in which nothing is felt is hard to mend.",
    ),
    example=Words(
        "Program cepat yang mulai 2027: 0; paling sedikit 3.", "Quick wins that start in 2027: 0; at least 3."
    ),
    instead=Words(
        "Pilih tiga yang dapat dimulai dengan orang dan uang tahun ini.",
        "Choose three that can start with this year’s people and money.",
    ),
    source="tiga program cepat ditetapkan pada bimtek 4",
)
def no_quick_win_at_first(context: Context) -> Iterator[Found]:
    broken = context.broken("minimum_quick_wins")
    for one in broken:
        yield Found("innovations", one.words)
    chosen = [one for one in context.innovations if one.decision == "chosen"]
    if not broken and len(chosen) >= FEWEST and not any(one.quick_win for one in chosen):
        yield Found(
            "innovations",
            Words("Tidak satu pun inovasi terpilih program cepat.", "None of what is chosen is a quick win."),
        )

"""DIM105: no innovation closes this gap."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "DIM105",
    severity="warning",
    title=Words("Kesenjangan ini tidak ditutup inovasi mana pun", "No innovation closes this gap"),
    what=Words(
        "Temuan kesiapan yang tingkatnya ingin dinaikkan, tetapi tidak ditunjuk inovasi mana pun.",
        "A readiness finding whose level should rise, but that no innovation points at.",
    ),
    why=Words(
        "Analisis kesenjangan yang tidak dijawab hanyalah keluhan.",
        "A gap analysis without an answer is only a complaint.",
    ),
    example=Words(
        "Jaringan di desa: sekarang 2, dituju 4; inovasi: (tidak ada)",
        "Network in the villages: now 2, wanted 4; innovations: (none)",
    ),
    instead=Words(
        "Tunjuk kesiapan ini dari inovasi yang menaikkannya.",
        "Point at this finding from the innovation that raises it.",
    ),
    source="Buku I Analisis Strategis: kesiapan, SWOT, kesenjangan (bimtek 1, Bontang 2019)",
)
def gap_not_closed(context: Context) -> Iterator[Found]:
    thing = Words("inovasi yang menutup kesenjangannya", "an innovation that closes its gap")
    closed = {key for one in context.in_play for key in one.readiness or ()}
    yield from missing(
        context,
        "readiness",
        "target_level",
        thing,
        lambda finding: finding.id not in closed,
        among=lambda finding: (
            finding.target_level is not None and finding.target_level > (finding.level or 0)
        ),
    )

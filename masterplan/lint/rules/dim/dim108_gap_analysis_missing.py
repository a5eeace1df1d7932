"""DIM108: the level wanted is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "DIM108",
    severity="info",
    title=Words("Tingkat yang dituju belum ditulis", "The level wanted is not written"),
    what=Words(
        "Temuan kesiapan dengan tingkat sekarang, tanpa tingkat yang dituju.",
        "A readiness finding with its level now, but not the one wanted.",
    ),
    why=Words(
        "Kesenjangan adalah selisih dua tingkat; dengan satu tingkat ia tidak ada.",
        "A gap is the difference of two levels; with one there is none.",
    ),
    example=Words(
        "Keterampilan petugas: sekarang 2; dituju: (kosong)", "Skills of staff: now 2; wanted: (empty)"
    ),
    instead=Words(
        "Sepakati tingkat yang dituju pada akhir rencana, dan apa yang kurang.",
        "Agree on the level at the end of the plan, and what is missing.",
    ),
    source="Buku I Analisis Strategis: kesiapan, SWOT, kesenjangan (bimtek 1, Bontang 2019)",
)
def gap_analysis_missing(context: Context) -> Iterator[Found]:
    thing = Words("tingkat yang dituju", "a level wanted")
    yield from missing(
        context,
        "readiness",
        "target_level",
        thing,
        lambda finding: finding.target_level is None,
        among=lambda finding: finding.level is not None,
    )

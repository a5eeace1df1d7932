"""KES102: its level of readiness is not judged."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "KES102",
    severity="info",
    title=Words("Tingkat kesiapannya belum dinilai", "Its level of readiness is not judged"),
    what=Words("Temuan kesiapan tanpa tingkat 1–5.", "A readiness finding without a level 1–5."),
    why=Words(
        "Tanpa tingkat tidak ada kesenjangan dan tidak ada yang dapat dibandingkan tahun depan.",
        "Without a level there is no gap, and nothing to compare next year.",
    ),
    example=Words(
        "Jaringan di 13 desa belum ada; tingkat: (kosong)", "13 villages are out of coverage; level: (empty)"
    ),
    instead=Words(
        "Nilai bersama: 1 belum ada … 5 patut dicontoh.", "Judge together: 1 absent … 5 exemplary."
    ),
    source="Buku I Analisis Strategis: kesiapan, SWOT, kesenjangan (bimtek 1, Bontang 2019)",
)
def level_missing(context: Context) -> Iterator[Found]:
    thing = Words("tingkat", "a level")
    yield from missing(context, "readiness", "level", thing, lambda finding: finding.level is None)

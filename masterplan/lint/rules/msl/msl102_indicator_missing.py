"""MSL102: the problem has no indicator yet."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "MSL102",
    severity="warning",
    title=Words("Masalah ini belum punya indikator", "The problem has no indicator yet"),
    what=Words(
        "Masalah tanpa ukuran: nama indikator dan satuannya.",
        "A problem without a measure: the name of an indicator and its unit.",
    ),
    why=Words(
        "Yang tidak diukur tidak dapat dikatakan berkurang, dan tahun depan tidak ada yang dapat dibandingkan.",
        "What is not measured cannot be said to shrink, and next year there is nothing to compare.",
    ),
    example=Words(
        "“Warga lama menunggu”, tanpa ukuran lamanya.", "“People wait long”, without a measure of how long."
    ),
    instead=Words(
        "Indikator: waktu tunggu di loket; satuan: menit; nilai awal: 95 (2025).",
        "Indicator: waiting time at the counter; unit: minutes; baseline: 95 (2025).",
    ),
    source="Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017: indikator kinerja dalam perencanaan daerah",
)
def indicator_missing(context: Context) -> Iterator[Found]:
    thing = Words("indikator", "an indicator")
    yield from missing(context, "problems", "indicator", thing, lambda problem: problem.indicator is None)

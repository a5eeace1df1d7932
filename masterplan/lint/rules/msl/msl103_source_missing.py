"""MSL103: where this problem is known from is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "MSL103",
    severity="warning",
    title=Words(
        "Dari mana masalah ini diketahui belum tertulis", "Where this problem is known from is not written"
    ),
    what=Words("Masalah tanpa satu pun sumber.", "A problem without a single source."),
    why=Words(
        "Masalah tanpa sumber dihitung sebagai asumsi, dan penilai berhak menganggapnya tidak ada.",
        "A problem without a source counts as an assumption, and an assessor may take it as none.",
    ),
    example=Words("“Banyak warga mengeluh”, sumber: (kosong)", "“Many residents complain”, source: (empty)"),
    instead=Words(
        "Tautkan survei, laporan dinas, atau catatan musrenbang yang memuatnya.",
        "Link the survey, agency report or village-meeting record that holds it.",
    ),
    source="bukti yang tidak meyakinkan dihitung tidak ada (KontrasX 2023)",
)
def source_missing(context: Context) -> Iterator[Found]:
    thing = Words("sumber", "a source")
    yield from missing(context, "problems", "sources", thing, lambda problem: not problem.sources)

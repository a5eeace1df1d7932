"""DAT101: its evidence grade is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "DAT101",
    severity="info",
    title=Words("Tingkat buktinya belum ditulis", "Its evidence grade is not written"),
    what=Words(
        "Masalah dengan jumlah warga, tanpa tingkat bukti.",
        "A problem with a number of people but no evidence grade.",
    ),
    why=Words(
        "Angka yang diukur dan angka yang dikira tampak sama di atas kertas.",
        "A measured figure and a guessed one look alike on paper.",
    ),
    example=Words("18.000 orang; bukti: (kosong)", "18,000 people; evidence: (empty)"),
    instead=Words(
        "Pilih A diukur di sini, B diukur di tempat lain, C perkiraan ahli, D asumsi.",
        "Choose A measured here, B measured elsewhere, C expert estimate, D assumption.",
    ),
    source="docs/impact.md: tingkat bukti A–D",
)
def grade_missing(context: Context) -> Iterator[Found]:
    thing = Words("tingkat bukti", "an evidence grade")
    yield from missing(
        context,
        "problems",
        "evidence",
        thing,
        lambda problem: problem.evidence is None,
        among=lambda problem: problem.people_affected is not None,
    )

"""MSL108: where it is felt is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "MSL108",
    severity="info",
    title=Words("Di mana masalah ini dirasakan belum tertulis", "Where it is felt is not written"),
    what=Words(
        "Masalah tanpa kecamatan, padahal daftar kecamatan sudah ada.",
        "A problem without districts, though the districts are listed.",
    ),
    why=Words(
        "Tanpa tempat, tidak ada yang dapat memeriksa apakah kecamatan jauh tertinggal.",
        "Without places nobody can check whether far districts are left behind.",
    ),
    example=Words("Sekolah rusak; kecamatan: (kosong)", "Schools in ruin; districts: (empty)"),
    instead=Words(
        "Pilih kecamatannya; lebih baik lagi, tulis jumlah warga di masing-masing.",
        "Choose the districts; better still, give the people in each.",
    ),
    source="docs/impact.md: pemerataan per kecamatan",
)
def where_missing(context: Context) -> Iterator[Found]:
    if context.plan.districts:
        thing = Words("kecamatan tempatnya dirasakan", "the districts where it is felt")
        yield from missing(
            context,
            "problems",
            "districts",
            thing,
            lambda problem: not problem.districts and not problem.people_by_district,
        )

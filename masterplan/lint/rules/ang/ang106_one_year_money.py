"""ANG106: money for one year, work for many."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "ANG106",
    about="innovations",
    severity="warning",
    title=Words("Uangnya satu tahun, pekerjaannya bertahun-tahun", "Money for one year, work for many"),
    what=Words(
        "Inovasi yang dibangun tiga tahun atau lebih, tetapi biayanya hanya di satu tahun.",
        "An innovation built over three years or more with costs in one year only.",
    ),
    why=Words(
        "Tahun berikutnya pekerjaannya berhenti menunggu anggaran perubahan.",
        "In the next year the work stops, waiting for a revised budget.",
    ),
    example=Words(
        "Lama membangun 4 tahun; biaya tahun ke-0 Rp8 miliar; tahun lain: (kosong)",
        "Four years to build; cost in year 0 Rp8 billion; other years: (empty)",
    ),
    instead=Words(
        "Bagi biayanya menurut tahun pekerjaannya.", "Spread the costs over the years of the work."
    ),
    source="Permendagri 77/2020 tentang Pedoman Teknis Pengelolaan Keuangan Daerah, kegiatan tahun jamak",
    alone=True,
)
def one_year_money(innovation: Innovation, context: Context) -> Iterator[Found]:
    years = {cost.offset for cost in innovation.costs or () if cost.capital or cost.operating}
    if (innovation.duration_years or 1) >= 3 and len(years) == 1:
        message = Words(
            "Dibangun {duration} tahun, biayanya hanya di satu tahun.",
            "Built over {duration} years, with costs in one year only.",
        )
        yield Found("costs", message.with_(duration=innovation.duration_years))

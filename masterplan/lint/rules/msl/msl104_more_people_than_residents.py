"""MSL104: more people affected than residents."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Problem
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "MSL104",
    about="problems",
    severity="error",
    title=Words("Warga terdampak lebih banyak daripada penduduk", "More people affected than residents"),
    what=Words(
        "Jumlah warga terdampak yang melampaui jumlah penduduk daerah.",
        "More people affected than the region has residents.",
    ),
    why=Words(
        "Angka ini tidak mungkin benar dan melipatgandakan manfaat inovasinya.",
        "The figure cannot be right and multiplies the worth of its innovations.",
    ),
    example=Words(
        "Warga terdampak 1.200.000; penduduk 400.000.", "People affected 1,200,000; residents 400,000."
    ),
    instead=Words(
        "Hitung orang, bukan kunjungan atau kejadian, dalam satu tahun biasa.",
        "Count persons, not visits or events, in an ordinary year.",
    ),
    source="docs/impact.md: people_affected adalah warga dalam satu tahun biasa",
)
def more_people_than_residents(problem: Problem, context: Context) -> Iterator[Found]:
    residents = context.plan.region.population
    if residents is not None and problem.people_affected is not None and problem.people_affected > residents:
        message = Words(
            "Warga terdampak {people} orang, padahal penduduknya {residents}. Yang dihitung orang, bukan kunjungan.",
            "{people} people affected, though there are {residents} residents. Count persons, not visits.",
        )
        yield Found(
            "people_affected",
            message.with_(people=count(problem.people_affected), residents=count(residents)),
        )

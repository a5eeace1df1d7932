"""MSL110: more people affected than the district has."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Problem
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "MSL110",
    about="problems",
    severity="error",
    title=Words(
        "Warga terdampak lebih banyak daripada penduduk kecamatannya",
        "More people affected than the district has",
    ),
    what=Words(
        "Jumlah warga di satu kecamatan yang melampaui penduduknya.",
        "People in one district beyond its residents.",
    ),
    why=Words(
        "Angka ini tidak mungkin benar; mungkin tertukar dengan kecamatan lain.",
        "The figure cannot be right; perhaps two districts were swapped.",
    ),
    example=Words(
        "Kecamatan berpenduduk 9.000, warga terdampak 14.000.",
        "A district of 9,000 residents with 14,000 affected.",
    ),
    instead=Words(
        "Periksa sumbernya; hitung orang, bukan kejadian.", "Check the source; count persons, not events."
    ),
    source="docs/impact.md: people_by_district",
)
def more_people_than_the_district(problem: Problem, context: Context) -> Iterator[Found]:
    residents = {district.code: district for district in context.plan.districts or ()}
    for code, people in (problem.people_by_district or {}).items():
        district = residents.get(code)
        if district and district.population is not None and people > district.population:
            message = Words(
                "{name}: tertulis {people} warga terdampak, penduduknya {residents}.",
                "{name}: {people} people affected, but {residents} residents.",
            ).with_(name=district.name, people=count(people), residents=count(district.population))
            yield Found(f"people_by_district[{code}]", message)

"""MSL107: the districts do not add up to the whole."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Problem
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "MSL107",
    about="problems",
    severity="warning",
    title=Words(
        "Jumlah per kecamatan tidak sama dengan jumlah seluruhnya", "The districts do not add up to the whole"
    ),
    what=Words(
        "Warga terdampak per kecamatan yang jumlahnya lebih dari sepersepuluh berbeda dari angka seluruhnya.",
        "People by district whose sum differs by more than a tenth from the whole.",
    ),
    why=Words(
        "Salah satu dari dua angka itu keliru, dan peta manfaatnya ikut keliru.",
        "One of the two figures is wrong, and so is the map of who gains.",
    ),
    example=Words(
        "Seluruhnya 12.000; per kecamatan berjumlah 19.500.", "In all 12,000; the districts add up to 19,500."
    ),
    instead=Words(
        "Samakan keduanya, atau hapus rincian yang belum diketahui.",
        "Make them agree, or remove the spread that is not known.",
    ),
    source="docs/impact.md: people_by_district",
    alone=True,
)
def districts_do_not_add_up(problem: Problem, context: Context) -> Iterator[Found]:
    people, whole = problem.people_by_district, problem.people_affected
    if people and whole and abs(sum(people.values()) - whole) > whole / 10:
        message = Words(
            "Per kecamatan berjumlah {total}, seluruhnya tertulis {whole}.",
            "The districts add up to {total}, the whole is given as {whole}.",
        )
        yield Found(
            "people_by_district", message.with_(total=count(sum(people.values())), whole=count(whole))
        )

"""KSA101: some districts get nothing."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import named
from masterplan.lint.rule import Found, rule


@rule(
    "KSA101",
    severity="warning",
    title=Words("Ada kecamatan yang tidak kebagian", "Some districts get nothing"),
    what=Words(
        "Kecamatan yang tidak merasakan satu pun masalah yang dijawab.",
        "A district in which none of the problems answered is felt.",
    ),
    why=Words(
        "Warganya membayar pajak yang sama dan tidak menemukan kecamatannya di rencana ini.",
        "Its people pay the same taxes and do not find their district in the plan.",
    ),
    example=Words("Kecamatan Hulu: tidak ada masalah yang dijawab.", "Hulu district: no problem answered."),
    instead=Words(
        "Tanyakan masalah di kecamatan itu; mungkin belum didata.",
        "Ask what hurts there; perhaps nobody has counted.",
    ),
    source="Tujuan Pembangunan Berkelanjutan: tidak meninggalkan siapa pun; Kutai Kartanegara, 13 desa di luar jangkauan",
)
def districts_left_out(context: Context) -> Iterator[Found]:
    districts = context.plan.districts or ()
    reached = {
        code
        for problem in context.problems
        if problem.id in context.relieved_by
        for code in [*(problem.districts or ()), *(problem.people_by_district or {})]
    }
    left = [district.name for district in districts if district.code not in reached]
    if reached and left:
        yield Found(
            "districts", Words("Tidak kebagian: {which}.", "Left out: {which}.").with_(which=named(left))
        )

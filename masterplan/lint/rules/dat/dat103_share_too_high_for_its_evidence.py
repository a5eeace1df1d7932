"""DAT103: the share relieved is too large for its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import share

MOST, MOST_ASSUMED = 0.75, 0.5


@rule(
    "DAT103",
    about="innovations",
    severity="warning",
    title=Words(
        "Bagian yang terbantu terlalu besar untuk buktinya",
        "The share relieved is too large for its evidence",
    ),
    what=Words(
        "Separuh masalah atau lebih dikatakan hilang, dengan bukti C, D, atau tanpa bukti.",
        "Half of a problem or more said to vanish, with evidence C, D or none.",
    ),
    why=Words(
        "Jarang satu inovasi menghapus separuh masalah; angka seperti ini biasanya dari penjualnya.",
        "One innovation seldom takes away half a problem; such figures usually come from the seller.",
    ),
    example=Words("0,5–0,7–0,9 menurut penyedia", "0.5–0.7–0.9 according to the supplier"),
    instead=Words(
        "Uji coba di satu tempat dan tulis hasilnya, atau turunkan perkiraannya.",
        "Try it in one place and write the result, or lower the estimate.",
    ),
    source="docs/impact.md: tingkat bukti A–D; Lintasarta menyatakan hemat 50–60 persen (ANTARA Sumut 2017)",
    alone=True,
)
def share_too_high_for_its_evidence(innovation: Innovation, context: Context) -> Iterator[Found]:
    for relief in innovation.addresses or ():
        weak = relief.evidence in (None, "C", "D")
        limit = MOST if relief.evidence == "C" else MOST_ASSUMED
        if relief.share and weak and relief.share.mode >= limit:
            message = Words(
                "{problem}: {share} hilang, dengan {evidence}.", "{problem}: {share} gone, with {evidence}."
            )
            grade = relief.evidence
            evidence = (
                Words(f"bukti {grade}", f"evidence {grade}")
                if grade
                else Words("bukti yang belum ditulis", "no evidence written")
            )
            yield Found(
                f"addresses[{relief.problem}].share",
                message.with_(problem=relief.problem, share=share(relief.share.mode), evidence=evidence),
            )

"""KSA106: who is served is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "KSA106",
    severity="info",
    title=Words("Siapa yang terlayani belum ditulis", "Who is served is not written"),
    what=Words("Inovasi tanpa penerima manfaat.", "An innovation without beneficiaries."),
    why=Words(
        "“Masyarakat” bukan siapa-siapa; yang disebut dengan jelas dapat ditanya apakah ia merasakannya.",
        "“The public” is nobody; those named can be asked whether they feel it.",
    ),
    example=Words("Penerima manfaat: (kosong)", "Beneficiaries: (empty)"),
    instead=Words(
        "Tulis, misalnya, ibu hamil di tiga kecamatan pesisir.",
        "Write, for example, expectant mothers in three coastal districts.",
    ),
    source="Tujuan Pembangunan Berkelanjutan: tidak meninggalkan siapa pun; Kutai Kartanegara, 13 desa di luar jangkauan",
)
def beneficiaries_missing(context: Context) -> Iterator[Found]:
    thing = Words("penerima manfaat", "beneficiaries")
    yield from missing(
        context,
        "innovations",
        "beneficiaries",
        thing,
        lambda innovation: not (innovation.beneficiaries or "").strip(),
        among=lambda innovation: innovation.decision != "not_chosen",
    )

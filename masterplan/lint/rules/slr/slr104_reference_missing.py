"""SLR104: the other plan is named without a reference."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "SLR104",
    severity="info",
    title=Words(
        "Rencana yang diselaraskan disebut tanpa rujukan", "The other plan is named without a reference"
    ),
    what=Words(
        "Keselarasan tanpa program, pasal, atau halaman.", "An alignment without programme, article or page."
    ),
    why=Words(
        "“Selaras dengan RPJMD” tidak dapat diperiksa; “Misi 1, program 2.16.03” dapat.",
        "“Aligned with the RPJMD” cannot be checked; “Mission 1, programme 2.16.03” can.",
    ),
    example=Words("RPJMD; rujukan: (kosong)", "RPJMD; reference: (empty)"),
    instead=Words("Tulis program atau pasalnya.", "Write the programme or article."),
    source="Rencana masuk ke RPJMD dan ditetapkan dengan Perbup/Perwali",
)
def reference_missing(context: Context) -> Iterator[Found]:
    thing = Words("rujukan keselarasan", "a reference for its alignment")
    yield from missing(
        context,
        "innovations",
        "alignment",
        thing,
        lambda innovation: any(not link.reference for link in innovation.alignment),
        among=lambda innovation: bool(innovation.alignment),
    )

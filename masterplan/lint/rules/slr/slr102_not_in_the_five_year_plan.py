"""SLR102: chosen, but not in the five-year plan."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "SLR102",
    severity="warning",
    title=Words("Terpilih, tetapi tidak ada di RPJMD", "Chosen, but not in the five-year plan"),
    what=Words(
        "Inovasi terpilih yang selaras dengan rencana lain, tetapi tidak dengan RPJMD atau Renstra.",
        "A chosen innovation aligned with other plans, but not with the RPJMD or a Renstra.",
    ),
    why=Words(
        "Anggaran daerah mengikuti RPJMD dan Renstra; yang di luar itu menunggu perubahan.",
        "The regional budget follows the RPJMD and Renstra; what is outside waits for a revision.",
    ),
    example=Words("Keselarasan: SDGs 11; RPJMD: (kosong)", "Alignment: SDGs 11; RPJMD: (empty)"),
    instead=Words("Tulis program RPJMD atau Renstra-nya.", "Write its programme in the RPJMD or Renstra."),
    source="Rencana masuk ke RPJMD dan ditetapkan dengan Perbup/Perwali; Permendagri 86/2017",
)
def not_in_the_five_year_plan(context: Context) -> Iterator[Found]:
    thing = Words("program RPJMD atau Renstra", "a programme of the RPJMD or a Renstra")
    yield from missing(
        context,
        "innovations",
        "alignment",
        thing,
        lambda innovation: not {"RPJMD", "Renstra"} & {one.document for one in innovation.alignment},
        among=lambda innovation: innovation.decision == "chosen" and bool(innovation.alignment),
    )

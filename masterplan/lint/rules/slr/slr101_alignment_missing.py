"""SLR101: it is not linked to any other plan."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "SLR101",
    severity="info",
    title=Words("Belum terhubung dengan rencana lain", "It is not linked to any other plan"),
    what=Words(
        "Inovasi tanpa keselarasan dengan RPJMD, Renstra, SPBE, atau rencana lain.",
        "An innovation aligned with no other plan: RPJMD, Renstra, SPBE.",
    ),
    why=Words(
        "Yang tidak ada di RPJMD dan Renstra tidak dianggarkan.",
        "What is not in the RPJMD and the Renstra gets no money.",
    ),
    example=Words("Keselarasan: (kosong)", "Alignment: (empty)"),
    instead=Words(
        "Tulis program RPJMD-nya; bila belum ada, usulkan ke dalam perubahan RPJMD.",
        "Write its RPJMD programme; where there is none, propose it for the next revision.",
    ),
    source="Rencana masuk ke RPJMD dan ditetapkan dengan Perbup/Perwali",
)
def alignment_missing(context: Context) -> Iterator[Found]:
    thing = Words("keselarasan dengan rencana lain", "a link to another plan")
    yield from missing(
        context,
        "innovations",
        "alignment",
        thing,
        lambda innovation: not innovation.alignment,
        among=lambda innovation: innovation.decision != "not_chosen",
    )

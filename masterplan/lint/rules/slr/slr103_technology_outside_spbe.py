"""SLR103: its technology is not linked to SPBE."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 3


@rule(
    "SLR103",
    severity="info",
    title=Words("Teknologinya tidak terhubung dengan SPBE", "Its technology is not linked to SPBE"),
    what=Words(
        "Rencana dengan teknologi atau data baru, tanpa satu pun keselarasan dengan arsitektur SPBE.",
        "A plan with new technology or data and no link to the SPBE architecture.",
    ),
    why=Words(
        "Aplikasi di luar arsitektur SPBE tidak akan terhubung dan sukar dianggarkan.",
        "An application outside the architecture will not connect and is hard to budget.",
    ),
    example=Words("Sembilan aplikasi baru; SPBE: (kosong)", "Nine new applications; SPBE: (empty)"),
    instead=Words(
        "Tulis layanan dan domain SPBE yang dipakainya.", "Write the SPBE service and domain it belongs to."
    ),
    source="Perpres 95/2018 tentang SPBE; Perpres 132/2022 tentang Arsitektur SPBE Nasional",
)
def technology_outside_spbe(context: Context) -> Iterator[Found]:
    new = [one.id for one in context.enablers if one.kind in ("technology", "data") and not one.exists]
    documents = {link.document for one in context.innovations for link in one.alignment or ()}
    if len(new) >= FEWEST and "SPBE" not in documents:
        message = Words(
            "{count} teknologi dan data baru, belum satu pun inovasi menyebut SPBE.",
            "{count} new pieces of technology and data, and no innovation names SPBE.",
        )
        yield Found("innovations", message.with_(count=len(new)))

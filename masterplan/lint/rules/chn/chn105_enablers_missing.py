"""CHN105: what this innovation needs is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "CHN105",
    severity="info",
    title=Words("Yang diperlukan inovasi ini belum ditulis", "What this innovation needs is not written"),
    what=Words(
        "Inovasi tanpa pemungkin: orang, aturan, lembaga, data, alat.",
        "An innovation without enablers: people, rules, organisation, data, tools.",
    ),
    why=Words(
        "Yang tidak disebut tidak dianggarkan, lalu inovasinya berhenti pada peluncuran.",
        "What is not named is not paid for, and the innovation ends with its launch.",
    ),
    example=Words(
        "Kader menjemput pasien; pemungkin: (kosong)", "Health volunteers fetch patients; enablers: (empty)"
    ),
    instead=Words(
        "Sebut dahulu petugas dan aturannya, baru alatnya.",
        "Name the staff and the rules first, then the tools.",
    ),
    source="docs/architecture.md: rantai masalah → inovasi → pemungkin → hasil",
)
def enablers_missing(context: Context) -> Iterator[Found]:
    thing = Words("pemungkin", "enablers")
    yield from missing(
        context,
        "innovations",
        "enablers",
        thing,
        lambda innovation: not innovation.enablers,
        among=lambda innovation: innovation.decision != "not_chosen",
    )

"""CHN106: how much of the problem goes away is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "CHN106",
    severity="info",
    title=Words(
        "Berapa bagian masalah yang berkurang belum ditulis",
        "How much of the problem goes away is not written",
    ),
    what=Words(
        "Masalah yang disebut dikurangi, tanpa bagian yang terbantu.",
        "A problem said to be relieved, without the share.",
    ),
    why=Words(
        "Tanpa bagian, manfaatnya dihitung nol dan inovasi ini kalah dari yang berani memperkirakan.",
        "Without a share its worth counts as nothing, and it loses to those who dared to estimate.",
    ),
    example=Words("Menjawab MS-04; bagian yang terbantu: (kosong)", "Answers MS-04; share relieved: (empty)"),
    instead=Words(
        "Tulis rentang yang jujur, misalnya 0,1–0,3–0,5 dengan bukti C.",
        "Write an honest range, e.g. 0.1–0.3–0.5 with evidence C.",
    ),
    source="docs/impact.md: share",
)
def share_missing(context: Context) -> Iterator[Found]:
    thing = Words("bagian yang terbantu", "a share relieved")
    yield from missing(
        context,
        "innovations",
        "addresses",
        thing,
        lambda innovation: any(relief.share is None for relief in innovation.addresses),
        among=lambda innovation: innovation.decision != "not_chosen" and bool(innovation.addresses),
    )

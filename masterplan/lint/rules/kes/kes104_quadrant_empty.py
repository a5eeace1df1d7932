"""KES104: a quadrant of the SWOT is empty."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words, listing
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

QUADRANTS = {
    "strength": Words("kekuatan", "strengths"),
    "weakness": Words("kelemahan", "weaknesses"),
    "opportunity": Words("peluang", "opportunities"),
    "threat": Words("ancaman", "threats"),
}


@rule(
    "KES104",
    severity="warning",
    title=Words("Ada kuadran SWOT yang kosong", "A quadrant of the SWOT is empty"),
    what=Words(
        "Kekuatan, kelemahan, peluang, atau ancaman tanpa satu pun isu.",
        "Strengths, weaknesses, opportunities or threats without an issue.",
    ),
    why=Words(
        "Daerah tanpa kelemahan atau ancaman tidak memerlukan rencana.",
        "A region without weaknesses or threats needs no plan.",
    ),
    example=Words("Ancaman: (kosong)", "Threats: (empty)"),
    instead=Words(
        "Lengkapi bersama di bimtek; tanyakan kepada yang tidak biasa ditanya.",
        "Complete it together; ask those who are seldom asked.",
    ),
    source="Buku I Analisis Strategis: kesiapan, SWOT, kesenjangan (bimtek 1, Bontang 2019)",
)
def quadrant_empty(context: Context) -> Iterator[Found]:
    seen = {issue.kind for issue in context.issues}
    absent = [name for kind, name in QUADRANTS.items() if kind not in seen]
    if not seen:
        yield Found("issues", Words("SWOT belum ditulis.", "The SWOT is not written."))
    elif absent:
        names = Words(listing([one.id for one in absent], "id"), listing([one.en for one in absent], "en"))
        yield Found("issues", Words("Belum ada isinya: {names}.", "Still empty: {names}.").with_(names=names))

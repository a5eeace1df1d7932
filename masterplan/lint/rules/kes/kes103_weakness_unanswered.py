"""KES103: no innovation answers this weakness or threat."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "KES103",
    severity="info",
    title=Words(
        "Kelemahan atau ancaman ini tidak dijawab inovasi mana pun",
        "No innovation answers this weakness or threat",
    ),
    what=Words(
        "Kelemahan atau ancaman dalam SWOT yang tidak ditunjuk inovasi mana pun.",
        "A weakness or threat of the SWOT that no innovation points at.",
    ),
    why=Words(
        "SWOT yang tidak mengubah isi rencana hanya mengisi bab.",
        "A SWOT that changes nothing in the plan only fills a chapter.",
    ),
    example=Words(
        "Kelemahan: tenaga terampil sedikit; inovasi: (tidak ada)",
        "Weakness: few skilled staff; innovations: (none)",
    ),
    instead=Words(
        "Tunjuk isu ini dari inovasi yang menjawabnya, atau jawab dalam risiko.",
        "Point at it from the innovation that answers it, or answer it among the risks.",
    ),
    source="Buku I Analisis Strategis: kesiapan, SWOT, kesenjangan (bimtek 1, Bontang 2019)",
)
def weakness_unanswered(context: Context) -> Iterator[Found]:
    thing = Words("inovasi yang menjawabnya", "an innovation that answers it")
    answered = {key for one in context.in_play for key in one.issues or ()}
    if context.innovations:
        yield from missing(
            context,
            "issues",
            "id",
            thing,
            lambda issue: issue.id not in answered,
            among=lambda issue: issue.kind in ("weakness", "threat"),
        )

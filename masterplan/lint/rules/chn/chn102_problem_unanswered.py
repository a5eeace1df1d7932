"""CHN102: no innovation answers this problem."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "CHN102",
    severity="warning",
    title=Words("Masalah ini tidak dijawab inovasi mana pun", "No innovation answers this problem"),
    what=Words("Masalah yang tidak disebut dalam satu pun inovasi.", "A problem that no innovation names."),
    why=Words(
        "Warga yang mengalaminya membaca rencana ini dan tidak menemukan dirinya.",
        "Those who have it read the plan and do not find themselves in it.",
    ),
    example=Words(
        "MS-20 Nelayan menunggu solar dua hari; tidak ada inovasi.",
        "MS-20 Fishermen wait two days for fuel; no innovation.",
    ),
    instead=Words(
        "Tambahkan inovasi yang menjawabnya, atau tulis mengapa masalah ini tidak ditangani sekarang.",
        "Add an innovation that answers it, or say why it is not taken up now.",
    ),
    source="docs/architecture.md: rantai masalah → inovasi → pemungkin → hasil",
)
def problem_unanswered(context: Context) -> Iterator[Found]:
    if context.innovations:
        thing = Words("inovasi yang menjawabnya", "an innovation that answers it")
        answered = {relief.problem for one in context.in_play for relief in one.addresses or ()}
        yield from missing(context, "problems", "id", thing, lambda problem: problem.id not in answered)

"""ENB201: no innovation needs this enabler."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "ENB201",
    severity="warning",
    title=Words("Pemungkin ini tidak diperlukan inovasi mana pun", "No innovation needs this enabler"),
    what=Words(
        "Pemungkin yang tidak disebut dalam satu pun inovasi.", "An enabler that no innovation names."
    ),
    why=Words(
        "Yang dibeli tanpa ada layanan yang memerlukannya adalah belanja teknologi.",
        "What is bought though no service needs it is technology shopping.",
    ),
    example=Words(
        "Pusat data Rp12 miliar; diperlukan oleh: (tidak ada)",
        "A data centre for Rp12 billion; needed by: (none)",
    ),
    instead=Words(
        "Tunjuk inovasi yang memerlukannya, atau hapus dari rencana.",
        "Name the innovation that needs it, or take it out of the plan.",
    ),
    source="Menkominfo Rudiantara, National Geographic Indonesia 2018: bukan sekadar membeli server atau jaringan",
)
def enabler_unused(context: Context) -> Iterator[Found]:
    if context.innovations:
        thing = Words("inovasi yang memerlukannya", "an innovation that needs it")
        yield from missing(
            context,
            "enablers",
            "id",
            thing,
            lambda enabler: enabler.id not in context.needed_by,
            among=lambda enabler: not enabler.exists,
        )

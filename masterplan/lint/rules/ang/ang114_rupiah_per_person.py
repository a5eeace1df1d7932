"""ANG114: the cost per resident is out of the ordinary."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count, money

MOST = 25_000_000


@rule(
    "ANG114",
    about="innovations",
    severity="info",
    title=Words("Biaya per warga di luar kebiasaan", "The cost per resident is out of the ordinary"),
    what=Words(
        "Inovasi yang biayanya lebih dari Rp25 juta untuk setiap warga yang terbantu.",
        "An innovation that costs more than Rp25 million for each resident helped.",
    ),
    why=Words(
        "Biasanya nol biayanya kelebihan atau warganya kurang dihitung; bila benar, katakan mengapa layak.",
        "Usually zeros too many or people too few; where right, say why it is worth it.",
    ),
    example=Words(
        "Biaya Rp40 miliar, warga terbantu 900 orang: Rp44 juta seorang.",
        "Cost Rp40 billion, 900 people helped: Rp44 million each.",
    ),
    instead=Words("Periksa kedua angkanya.", "Check both figures."),
    source="docs/impact.md: orang-tahun terbantu",
)
def rupiah_per_person(innovation: Innovation, context: Context) -> Iterator[Found]:
    people = sum(
        relief.share.mode * (context.problem[relief.problem].people_affected or 0)
        for relief in innovation.addresses or ()
        if relief.share and relief.problem in context.problem
    )
    cost = context.innovation_cost[innovation.id]
    if people >= 1 and cost / people > MOST:
        message = Words(
            "{cost} untuk sekitar {people} warga: {each} seorang.",
            "{cost} for about {people} people: {each} each.",
        )
        yield Found(
            "costs", message.with_(cost=money(cost), people=count(round(people)), each=money(cost / people))
        )

"""DIM106: most of the money goes to one dimension."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from masterplan.document.types import Dimension
from masterplan.impact.wording import DIMENSIONS
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import money

MOST = 0.6


@rule(
    "DIM106",
    severity="info",
    title=Words("Sebagian besar uangnya di satu dimensi", "Most of the money goes to one dimension"),
    what=Words(
        "Rencana yang lebih dari enam persepuluh biaya inovasi terpilihnya di satu dimensi.",
        "A plan with more than six tenths of the chosen cost in one dimension.",
    ),
    why=Words(
        "Boleh saja, bila masalah warganya memang di sana; pastikan itu diputuskan, bukan terjadi.",
        "That may be right if the problems are there; make sure it was decided, not left to happen.",
    ),
    example=Words("Kehidupan: Rp61 miliar dari Rp88 miliar.", "Living: Rp61 billion of Rp88 billion."),
    instead=Words(
        "Bandingkan dengan warga terdampak di tiap dimensi.",
        "Compare with the people affected in each dimension.",
    ),
    source="Enam dimensi smart city dan subdimensinya; buku panduan Gerakan Menuju 100 Smart City",
)
def money_in_one_dimension(context: Context) -> Iterator[Found]:
    spent: dict[Dimension, float] = defaultdict(float)
    for one in context.innovations:
        if one.decision == "chosen" and one.dimension:
            spent[one.dimension] += context.innovation_cost[one.id]
    total = sum(spent.values())
    for dimension, amount in spent.items():
        if len(spent) >= 3 and total and amount > MOST * total:
            message = Words("{name}: {amount} dari {total}.", "{name}: {amount} of {total}.")
            yield Found(
                "innovations",
                message.with_(name=DIMENSIONS[dimension], amount=money(amount), total=money(total)),
            )

"""ANG108: this amount is too large for one region."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.costs import amounts
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import money

MOST = 50_000_000_000_000


@rule(
    "ANG108",
    severity="error",
    title=Words("Nilai uang ini terlalu besar untuk satu daerah", "This amount is too large for one region"),
    what=Words(
        "Satu biaya atau pagu di atas Rp50 triliun, atau satu biaya di atas seluruh pagu rencana.",
        "A cost or ceiling above Rp50 trillion, or one cost above all ceilings of the plan together.",
    ),
    why=Words(
        "APBD kabupaten terbesar pun jauh di bawahnya; biasanya nolnya kelebihan.",
        "Even the largest regional budget is far below; usually there are zeros too many.",
    ),
    example=Words("Modal Rp2.500.000.000.000.000", "Capital Rp2,500,000,000,000,000"),
    instead=Words("Hitung ulang nolnya.", "Count the zeros again."),
    source="docs/changes.md: uang adalah rupiah bulat",
)
def amount_too_large(context: Context) -> Iterator[Found]:
    years: dict[int, float] = {}
    for ceiling in context.plan.budget or ():
        years[ceiling.year] = max(years.get(ceiling.year, 0), ceiling.amount)
    most = min(MOST, sum(years.values()) or MOST)
    for collection, key, field, amount in amounts(context):
        limit = MOST if collection == "budget" else most
        if amount > limit:
            message = Words("{amount} melampaui {limit}.", "{amount} is beyond {limit}.")
            yield Found(
                field,
                message.with_(amount=money(amount), limit=money(limit)),
                collection=collection,
                element=key,
            )

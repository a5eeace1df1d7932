"""ANG107: this amount is too small to be rupiah."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.costs import amounts
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count

LEAST = 100_000


@rule(
    "ANG107",
    severity="error",
    title=Words("Nilai uang ini terlalu kecil untuk rupiah", "This amount is too small to be rupiah"),
    what=Words(
        "Biaya atau pagu di atas nol tetapi di bawah seratus ribu rupiah.",
        "A cost or ceiling above zero but below a hundred thousand rupiah.",
    ),
    why=Words(
        "Hampir selalu tertulis dalam ribuan atau jutaan; di dalam rencana ia menjadi seribu kali terlalu murah.",
        "Nearly always written in thousands or millions; in the plan it becomes a thousand times too cheap.",
    ),
    example=Words("Modal: 1.250 (maksudnya Rp1.250 juta)", "Capital: 1,250 (meant: Rp1,250 million)"),
    instead=Words("Tulis rupiah penuh: 1.250.000.000.", "Write full rupiah: 1,250,000,000."),
    source="docs/changes.md: uang adalah rupiah bulat",
)
def amount_too_small(context: Context) -> Iterator[Found]:
    for collection, key, field, amount in amounts(context):
        if 0 < amount < LEAST:
            message = Words(
                "Tertulis Rp{amount}. Mungkin maksudnya dalam ribuan atau jutaan rupiah.",
                "It says Rp{amount}. Perhaps thousands or millions of rupiah are meant.",
            )
            yield Found(field, message.with_(amount=count(amount)), collection=collection, element=key)

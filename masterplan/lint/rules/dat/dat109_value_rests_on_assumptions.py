"""DAT109: the plan’s worth rests on assumptions."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import share


@rule(
    "DAT109",
    severity="info",
    title=Words("Manfaat rencana ini bertumpu pada asumsi", "The plan’s worth rests on assumptions"),
    what=Words(
        "Lebih dari separuh orang-tahun rencana berbukti D.",
        "More than half of the plan’s person-years of evidence D.",
    ),
    why=Words(
        "Urutan pilihannya dapat berbalik begitu satu asumsi diukur.",
        "The order of choice may turn as soon as one assumption is measured.",
    ),
    example=Words("D 63 persen dari manfaat.", "D 63 per cent of the worth."),
    instead=Words(
        "Ukur satu dua yang terbesar sebelum memutuskan.",
        "Measure one or two of the largest before deciding.",
    ),
    source="docs/impact.md: tingkat bukti A–D",
)
def value_rests_on_assumptions(context: Context) -> Iterator[Found]:
    shares = context.impact.evidence_shares() if context.impact else {}
    if shares.get("D", 0) > 0.5:
        message = Words("{share} manfaatnya berbukti D.", "{share} of its worth is of evidence D.")
        yield Found("innovations", message.with_(share=share(shares["D"])))

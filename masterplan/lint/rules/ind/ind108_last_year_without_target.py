"""IND108: the targets stop long before the plan ends."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.measures import by_year
from masterplan.lint.rule import Found, rule


@rule(
    "IND108",
    about="innovations",
    severity="info",
    title=Words(
        "Sasarannya berhenti jauh sebelum rencana berakhir", "The targets stop long before the plan ends"
    ),
    what=Words(
        "Sasaran terakhir lebih dari tiga tahun sebelum tahun terakhir rencana.",
        "The last target is more than three years before the last year of the plan.",
    ),
    why=Words(
        "Sesudah itu inovasinya tidak dijanjikan apa-apa, padahal biayanya berjalan terus.",
        "After that nothing is promised, though the cost goes on.",
    ),
    example=Words(
        "Rencana sampai 2036, sasaran terakhir 2029.", "The plan runs to 2036, the last target is for 2029."
    ),
    instead=Words(
        "Tambahkan sasaran tahun terakhir, walau sama dengan sebelumnya.",
        "Add a target for the last year, even if it stays the same.",
    ),
    source="Permendagri 86/2017: kondisi akhir masa rencana",
)
def last_year_without_target(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        targets = by_year(outcome)
        if targets and targets[-1][0] < context.last_year - 3:
            message = Words(
                "“{name}”: sasaran terakhir {year}, rencana sampai {last}.",
                "“{name}”: the last target is for {year}, the plan runs to {last}.",
            )
            yield Found(
                "outcomes",
                message.with_(name=outcome.indicator.name, year=targets[-1][0], last=context.last_year),
            )

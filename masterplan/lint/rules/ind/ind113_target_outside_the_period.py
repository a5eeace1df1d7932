"""IND113: a target outside the plan’s period."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.impact.wording import spans
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.measures import by_year
from masterplan.lint.rule import Found, rule


@rule(
    "IND113",
    about="innovations",
    severity="warning",
    title=Words("Sasaran di luar masa rencana", "A target outside the plan’s period"),
    what=Words(
        "Sasaran untuk tahun sebelum rencana dimulai atau sesudah berakhir.",
        "A target for a year before the plan begins or after it ends.",
    ),
    why=Words(
        "Tidak akan diukur oleh siapa pun yang bekerja dengan rencana ini.",
        "Nobody working with this plan will measure it.",
    ),
    example=Words("Rencana 2027–2036; sasaran 2040.", "Plan 2027–2036; target for 2040."),
    instead=Words("Pindahkan ke tahun di dalam rencana.", "Move it to a year within the plan."),
    source="docs/impact.md: period",
)
def target_outside_the_period(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        outside = [
            year for year, _ in by_year(outcome) if not context.first_year <= year <= context.last_year
        ]
        if outside:
            message = Words(
                "“{name}”: sasaran {years} di luar masa rencana.",
                "“{name}”: target {years} outside the period.",
            )
            yield Found("outcomes", message.with_(name=outcome.indicator.name, years=spans(outside)))

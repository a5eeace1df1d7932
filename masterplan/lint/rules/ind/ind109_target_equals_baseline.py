"""IND109: the target equals the baseline."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.measures import by_year
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "IND109",
    about="innovations",
    severity="warning",
    title=Words("Sasarannya sama dengan nilai awal", "The target equals the baseline"),
    what=Words(
        "Sasaran akhir yang tidak berbeda dari nilai awal.", "A final target no different from the baseline."
    ),
    why=Words("Rencana ini tidak menjanjikan perubahan apa pun.", "The plan promises no change at all."),
    example=Words("Kunjungan perpustakaan: 1.200 → 1.200", "Library visits: 1,200 → 1,200"),
    instead=Words(
        "Bila menjaga agar tidak memburuk memang tujuannya, katakan dan jelaskan apa yang mengancamnya.",
        "If keeping it from getting worse is the aim, say so and say what threatens it.",
    ),
    source="docs/architecture.md: rencana yang terukur lebih baik",
    alone=True,
)
def target_equals_baseline(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        targets, baseline = by_year(outcome), outcome.indicator.baseline
        if targets and baseline is not None and targets[-1][1] == baseline:
            message = Words(
                "“{name}”: nilai awal dan sasaran {year} sama, {figure}.",
                "“{name}”: baseline and target of {year} are the same, {figure}.",
            )
            yield Found(
                "outcomes",
                message.with_(name=outcome.indicator.name, year=targets[-1][0], figure=count(baseline)),
            )

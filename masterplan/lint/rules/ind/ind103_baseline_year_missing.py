"""IND103: the year of the baseline is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "IND103",
    about="innovations",
    severity="info",
    title=Words("Tahun nilai awalnya belum ditulis", "The year of the baseline is not written"),
    what=Words(
        "Nilai awal tanpa tahun, atau dengan tahun sesudah rencana dimulai.",
        "A baseline without a year, or with a year after the plan has begun.",
    ),
    why=Words(
        "Nilai awal dari enam tahun lalu bukan titik berangkat rencana ini.",
        "A baseline of six years ago is not where this plan starts.",
    ),
    example=Words("Nilai awal: 95 menit; tahun: (kosong)", "Baseline: 95 minutes; year: (empty)"),
    instead=Words("Tulis tahun pengukurannya.", "Write the year it was measured."),
    source="docs/impact.md: indicator",
)
def baseline_year_missing(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        indicator = outcome.indicator
        late = indicator.baseline_year is not None and indicator.baseline_year > context.first_year
        if indicator.baseline is not None and (indicator.baseline_year is None or late):
            words = (
                Words(
                    "“{name}”: nilai awalnya dari {year}, sesudah rencana dimulai.",
                    "“{name}”: its baseline is of {year}, after the plan begins.",
                )
                if late
                else Words(
                    "“{name}”: tahun nilai awalnya belum ditulis.",
                    "“{name}”: the year of its baseline is not written.",
                )
            )
            yield Found("outcomes", words.with_(name=indicator.name, year=indicator.baseline_year))

"""IND106: the target is impossible."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.measures import by_year, impossible
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "IND106",
    about="innovations",
    severity="error",
    title=Words("Sasarannya tidak mungkin", "The target is impossible"),
    what=Words(
        "Sasaran atau nilai awal di luar yang mungkin: persen di atas seratus, jumlah di bawah nol.",
        "A target or baseline outside what can be: a percentage above a hundred, a number below zero.",
    ),
    why=Words(
        "Angka yang tidak mungkin membuat semua angka di sebelahnya diragukan.",
        "An impossible figure casts doubt on all figures beside it.",
    ),
    example=Words("Keluarga berjamban: 120 persen", "Families with a toilet: 120 per cent"),
    instead=Words(
        "Periksa satuannya; barangkali maksudnya pertumbuhan, tulis begitu.",
        "Check the unit; perhaps growth is meant, then say so.",
    ),
    source="docs/impact.md: indicator",
    alone=True,
)
def target_impossible(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        indicator = outcome.indicator
        figures = [figure for _, figure in by_year(outcome)]
        figures += [indicator.baseline] if indicator.baseline is not None else []
        wrong = [figure for figure in figures if impossible(figure, indicator)]
        if wrong:
            message = Words(
                "“{name}”: {figure} {unit} tidak mungkin.", "“{name}”: {figure} {unit} is impossible."
            )
            yield Found(
                "outcomes", message.with_(name=indicator.name, figure=count(wrong[0]), unit=indicator.unit)
            )

"""DAT110: its baseline is old."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Problem
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

OLD = 5


@rule(
    "DAT110",
    about="problems",
    severity="info",
    title=Words("Nilai awalnya sudah lama", "Its baseline is old"),
    what=Words(
        "Nilai awal indikator masalah lebih dari lima tahun sebelum rencana dimulai.",
        "A baseline of a problem more than five years before the plan begins.",
    ),
    why=Words(
        "Keadaan lima tahun lalu bukan titik berangkat; pandemi ada di antaranya.",
        "The state of five years ago is not where you start.",
    ),
    example=Words("Nilai awal 2019; rencana mulai 2027.", "Baseline of 2019; the plan begins in 2027."),
    instead=Words(
        "Cari angka yang lebih baru, atau ukur sekali lagi.", "Find a newer figure, or measure once more."
    ),
    source="docs/impact.md: tingkat bukti A–D",
)
def baseline_old(problem: Problem, context: Context) -> Iterator[Found]:
    indicator = problem.indicator
    if (
        indicator
        and indicator.baseline_year is not None
        and indicator.baseline_year < context.first_year - OLD
    ):
        message = Words(
            "Nilai awalnya dari {year}, rencana mulai {first}.",
            "Its baseline is of {year}, the plan begins in {first}.",
        )
        yield Found("indicator", message.with_(year=indicator.baseline_year, first=context.first_year))

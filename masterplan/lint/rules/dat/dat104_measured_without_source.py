"""DAT104: called measured, but without a source."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Problem
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "DAT104",
    about="problems",
    severity="warning",
    title=Words("Dikatakan terukur, tetapi tanpa sumber", "Called measured, but without a source"),
    what=Words(
        "Masalah berbukti A atau B tanpa satu pun sumber.", "A problem of evidence A or B without a source."
    ),
    why=Words(
        "Bukti yang tidak dapat dibuka orang lain bukan bukti.", "Evidence nobody else can open is none."
    ),
    example=Words("Bukti A; sumber: (kosong)", "Evidence A; source: (empty)"),
    instead=Words(
        "Tautkan pengukurannya, atau turunkan menjadi C.", "Link the measurement, or lower it to C."
    ),
    source="Bukti yang tidak meyakinkan dihitung tidak ada (KontrasX 2023)",
    alone=True,
)
def measured_without_source(problem: Problem, context: Context) -> Iterator[Found]:
    if problem.evidence in ("A", "B") and not problem.sources:
        yield Found("evidence")

"""MSL109: the same problem is written twice."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import said_before


@rule(
    "MSL109",
    severity="info",
    title=Words("Masalah yang sama tertulis dua kali", "The same problem is written twice"),
    what=Words(
        "Dua masalah yang judulnya memakai kata yang hampir sama.",
        "Two problems whose titles use almost the same words.",
    ),
    why=Words(
        "Warganya terhitung dua kali, begitu pula manfaat inovasi yang menjawabnya.",
        "Its people are counted twice, and so is the worth of what answers it.",
    ),
    example=Words(
        "“Antrean puskesmas lama” dan “Lamanya antrean di puskesmas”",
        "“Long queue at the health centre” and “The queue at the health centre is long”",
    ),
    instead=Words(
        "Gabungkan, atau tulis apa yang membedakan warganya.",
        "Join them, or write what sets their people apart.",
    ),
    source="docs/impact.md: manfaat dijumlahkan per masalah",
)
def same_problem_twice(context: Context) -> Iterator[Found]:
    for key, other in said_before(context.problems):
        message = Words(
            "Judulnya memakai kata yang sama dengan {other}; warganya terhitung dua kali.",
            "Its title uses the same words as {other}; its people are counted twice.",
        )
        yield Found("title", message.with_(other=other), collection="problems", element=key)

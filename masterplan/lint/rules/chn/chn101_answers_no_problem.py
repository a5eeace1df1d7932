"""CHN101: this innovation answers no problem."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "CHN101",
    severity="warning",
    title=Words("Inovasi ini tidak menjawab masalah mana pun", "This innovation answers no problem"),
    what=Words("Inovasi tanpa satu pun masalah yang dikurangi.", "An innovation that relieves no problem."),
    why=Words(
        "Yang tidak menjawab masalah warga tidak punya manfaat yang dapat dihitung atau dirasakan.",
        "What answers no problem has no worth that can be counted or felt.",
    ),
    example=Words(
        "Gerbang digital kota; masalah yang dikurangi: (kosong)",
        "A digital city gate; problems relieved: (empty)",
    ),
    instead=Words(
        "Mulai dari masalahnya: pilih masalah yang berkurang dan tulis bagiannya, atau hapus inovasinya.",
        "Start from the problem: choose what it relieves and how much, or drop the innovation.",
    ),
    source="docs/architecture.md: rantai masalah → inovasi → pemungkin → hasil",
)
def answers_no_problem(context: Context) -> Iterator[Found]:
    thing = Words("masalah yang dijawab", "a problem it answers")
    yield from missing(
        context, "innovations", "addresses", thing, lambda innovation: not innovation.addresses
    )

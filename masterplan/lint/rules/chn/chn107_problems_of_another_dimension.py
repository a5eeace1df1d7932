"""CHN107: all its problems belong to another dimension."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from masterplan.document.types import Dimension, Innovation
from masterplan.impact.wording import DIMENSIONS
from masterplan.language import Words, listing
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "CHN107",
    about="innovations",
    severity="info",
    title=Words("Semua masalahnya berada di dimensi lain", "All its problems belong to another dimension"),
    what=Words(
        "Inovasi yang dimensinya tidak sama dengan dimensi satu pun masalah yang dijawabnya.",
        "An innovation whose dimension is that of none of the problems it answers.",
    ),
    why=Words(
        "Mungkin dimensinya keliru, atau inovasinya dipinjam untuk mengisi dimensi yang kosong.",
        "Perhaps the dimension is wrong, or the innovation was borrowed to fill an empty one.",
    ),
    example=Words(
        "Dimensi citra daerah, tetapi masalahnya antrean puskesmas (kehidupan).",
        "Dimension branding, but the problem is the queue at the health centre (living).",
    ),
    instead=Words(
        "Pindahkan inovasinya, atau hubungkan dengan masalah di dimensinya.",
        "Move the innovation, or link a problem of its own dimension.",
    ),
    source="enam dimensi",
)
def problems_of_another_dimension(innovation: Innovation, context: Context) -> Iterator[Found]:
    problems = [
        context.problem[relief.problem]
        for relief in innovation.addresses or ()
        if relief.problem in context.problem
    ]
    theirs = {problem.dimension for problem in problems}
    if innovation.dimension and problems and None not in theirs and innovation.dimension not in theirs:
        there = tuple(one for one in DIMENSIONS if one in theirs)
        yield Found("dimension", _message(innovation.dimension, there))


@cache  # few dimensions, many innovations
def _message(own: Dimension, theirs: tuple[Dimension, ...]) -> Words:
    names = [DIMENSIONS[one] for one in theirs]
    return Words(
        "Dimensinya {own}, sedangkan masalahnya di {theirs}.",
        "Its dimension is {own}, its problems are in {theirs}.",
    ).with_(
        own=DIMENSIONS[own],
        theirs=Words(listing([one.id for one in names], "id"), listing([one.en for one in names], "en")),
    )

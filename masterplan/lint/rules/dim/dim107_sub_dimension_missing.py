"""DIM107: its sub-dimension is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "DIM107",
    severity="info",
    title=Words("Subdimensinya belum ditulis", "Its sub-dimension is not written"),
    what=Words("Inovasi tanpa subdimensi.", "An innovation without a sub-dimension."),
    why=Words(
        "Penilai memeriksa delapan belas subdimensi; Tabalong menjawab masing-masing dengan satu inovasi.",
        "Assessors check eighteen sub-dimensions; Tabalong answers each with one innovation.",
    ),
    example=Words("Kehidupan; subdimensi: (kosong)", "Living; sub-dimension: (empty)"),
    instead=Words("Pilih, misalnya, kesehatan.", "Choose, for example, health."),
    source="TV Tabalong 2024: 18 subdimensi, masing-masing satu inovasi",
)
def sub_dimension_missing(context: Context) -> Iterator[Found]:
    thing = Words("subdimensi", "a sub-dimension")
    yield from missing(
        context,
        "innovations",
        "sub_dimension",
        thing,
        lambda innovation: not innovation.sub_dimension,
        among=lambda innovation: innovation.decision != "not_chosen",
    )

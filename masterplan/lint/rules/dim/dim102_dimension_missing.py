"""DIM102: its dimension is not chosen."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "DIM102",
    severity="info",
    title=Words("Dimensinya belum dipilih", "Its dimension is not chosen"),
    what=Words("Inovasi tanpa dimensi.", "An innovation without a dimension."),
    why=Words("Ia tidak muncul di bab mana pun dari buku.", "It appears in no chapter of the book."),
    example=Words(
        "Janji temu puskesmas; dimensi: (kosong)", "Appointments at the health centre; dimension: (empty)"
    ),
    instead=Words("Pilih satu dari enam dimensi.", "Choose one of the six."),
    source="Enam dimensi smart city dan subdimensinya; buku panduan Gerakan Menuju 100 Smart City",
)
def dimension_missing(context: Context) -> Iterator[Found]:
    thing = Words("dimensi", "a dimension")
    yield from missing(
        context,
        "innovations",
        "dimension",
        thing,
        lambda innovation: innovation.dimension is None,
        among=lambda innovation: innovation.decision != "not_chosen",
    )

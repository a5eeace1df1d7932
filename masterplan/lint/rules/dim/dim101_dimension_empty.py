"""DIM101: a dimension has no innovation."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.impact.wording import DIMENSIONS
from masterplan.language import Words, listing
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 6


@rule(
    "DIM101",
    severity="warning",
    title=Words("Ada dimensi tanpa inovasi", "A dimension has no innovation"),
    what=Words("Dimensi yang belum punya satu pun inovasi.", "A dimension without a single innovation."),
    why=Words(
        "Penilaian melihat keenam dimensi; yang kosong berarti ada warga yang tidak dipikirkan.",
        "The assessment looks at all six; an empty one means people nobody thought of.",
    ),
    example=Words("Lingkungan: tidak ada inovasi.", "Environment: no innovation."),
    instead=Words(
        "Cari masalah warga di dimensi itu lebih dahulu; inovasinya menyusul.",
        "Look for people’s problems in that dimension first; innovations follow.",
    ),
    source="Enam dimensi smart city dan subdimensinya; buku panduan Gerakan Menuju 100 Smart City",
)
def dimension_empty(context: Context) -> Iterator[Found]:
    known = [one.dimension for one in context.in_play if one.dimension]
    empty = [name for dimension, name in DIMENSIONS.items() if dimension not in known]
    if len(known) >= FEWEST and len(known) == len(context.in_play) and empty:
        names = Words(listing([one.id for one in empty], "id"), listing([one.en for one in empty], "en"))
        yield Found(
            "innovations",
            Words("Tanpa inovasi: {names}.", "Without innovations: {names}.").with_(names=names),
        )

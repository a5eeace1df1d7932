"""DIM103: one dimension holds more than half of the innovations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from masterplan.impact.wording import DIMENSIONS
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 10


@rule(
    "DIM103",
    severity="info",
    title=Words(
        "Satu dimensi memuat lebih dari separuh inovasi",
        "One dimension holds more than half of the innovations",
    ),
    what=Words(
        "Rencana yang lebih dari separuh inovasinya berada di satu dimensi.",
        "A plan with more than half of its innovations in one dimension.",
    ),
    why=Words("Sering berarti satu dinas menulis untuk semua.", "Often one agency wrote for all."),
    example=Words("Tata kelola 14 dari 22 inovasi.", "Governance 14 of 22 innovations."),
    instead=Words(
        "Ajak perangkat daerah dimensi lain menulis bagiannya.",
        "Ask the agencies of other dimensions to write their part.",
    ),
    source="Enam dimensi smart city dan subdimensinya; buku panduan Gerakan Menuju 100 Smart City",
)
def one_dimension_dominates(context: Context) -> Iterator[Found]:
    known = Counter(one.dimension for one in context.in_play if one.dimension)
    for dimension, held in known.items():
        if known.total() >= FEWEST and 2 * held > known.total():
            message = Words("{name}: {held} dari {all} inovasi.", "{name}: {held} of {all} innovations.")
            yield Found(
                "innovations", message.with_(name=DIMENSIONS[dimension], held=held, all=known.total())
            )

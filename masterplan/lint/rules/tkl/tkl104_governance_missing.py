"""TKL104: council and executive team are not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words, listing
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 5
BODIES = {
    "council": Words("Dewan Smart City", "Smart City Council"),
    "executive_team": Words("Tim Pelaksana", "executive team"),
}


@rule(
    "TKL104",
    severity="warning",
    title=Words("Dewan dan tim pelaksana belum ditulis", "Council and executive team are not written"),
    what=Words(
        "Rencana tanpa dewan atau tanpa tim pelaksana.",
        "A plan without a council or without an executive team.",
    ),
    why=Words(
        "Tanpa keduanya tidak ada yang memutuskan dan tidak ada yang mengerjakan.",
        "Without them nobody decides and nobody acts.",
    ),
    example=Words("Tata kelola: (kosong)", "Governance: (empty)"),
    instead=Words(
        "Tulis kursi dewan dan tim beserta jabatannya.",
        "Write the seats of both with the offices that hold them.",
    ),
    source="Catatan penilai 2022: tanpa peraturan, dewan dan tim diam, tanpa forum tetap (laman Kabupaten Malang)",
)
def governance_missing(context: Context) -> Iterator[Found]:
    bodies = {seat.body for seat in context.plan.governance or ()}
    absent = [name for body, name in BODIES.items() if body not in bodies]
    if absent and len(context.innovations) >= FEWEST:
        names = Words(listing([one.id for one in absent], "id"), listing([one.en for one in absent], "en"))
        yield Found("governance", Words("Belum ada {names}.", "There is no {names} yet.").with_(names=names))

"""JDW110: this quick win is a construction."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import named
from masterplan.lint.rule import Found, rule

LARGE = 1_000_000_000


@rule(
    "JDW110",
    about="innovations",
    severity="warning",
    title=Words("Program cepat ini sebuah pembangunan", "This quick win is a construction"),
    what=Words(
        "Program cepat yang memerlukan prasarana baru bernilai besar.",
        "A quick win that needs new infrastructure of great value.",
    ),
    why=Words(
        "Program cepat menajamkan layanan yang ada; pembangunan menunggu lelang dan cuaca.",
        "A quick win sharpens a service that exists; a construction waits for tenders and weather.",
    ),
    example=Words(
        "PeceLand di Madiun menunggu lelang tanaman, lalu pandemi.",
        "PeceLand in Madiun waited for a tender of plants, then the pandemic.",
    ),
    instead=Words(
        "Cari yang dapat dimulai besok dengan orang dan tempat yang sudah ada.",
        "Look for what can start tomorrow with people and places that are there.",
    ),
    source="Madiun 2020 (ANTARA Jatim, Beritalima)",
)
def quick_win_is_a_building(innovation: Innovation, context: Context) -> Iterator[Found]:
    built = [
        enabler.id
        for enabler in context.enablers_of(innovation)
        if enabler.kind == "infrastructure" and not enabler.exists and (enabler.capital or 0) >= LARGE
    ]
    if innovation.quick_win and built:
        message = Words("Memerlukan {which} yang belum dibangun.", "It needs {which}, not built yet.")
        yield Found("quick_win", message.with_(which=named(built)))
